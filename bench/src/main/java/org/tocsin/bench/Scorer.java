package org.tocsin.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.coder.Article;
import org.tocsin.coder.EventCoder;
import org.tocsin.coder.Verdict;
import org.tocsin.coder.json.VerdictJson;

/** Runs the coder over a set and the scoreboard's own {@code score.py} over what it answered. */
record Scorer(Path script) {

    /** Writes one coded line per article and returns the verdicts, both in the order of the articles. */
    static List<Verdict> code(EventCoder coder, DataSet set, Path into) throws IOException {
        List<Verdict> verdicts =
                set.articles().parallelStream().map(coder::code).toList();
        try (BufferedWriter out = Files.newBufferedWriter(into, StandardCharsets.UTF_8)) {
            int line = 0;
            for (Article article : set.articles()) {
                out.write(VerdictJson.line(article.id(), verdicts.get(line++)));
                out.newLine();
            }
        }
        return verdicts;
    }

    /** Validates the answers against the contract, then scores them. */
    JsonNode score(DataSet set, Path system) throws IOException {
        String articles = set.articlesFile().toString();
        run("validate", "--system", system.toString(), "--articles", articles);
        return DataSet.JSON.readTree(run(
                "code",
                "--articles",
                articles,
                "--gold",
                set.goldFile().toString(),
                "--system",
                system.toString(),
                "--json"));
    }

    private String run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("python3", script.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + " failed:\n" + output);
            }
            return output;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted while scoring", e));
        } finally {
            process.destroy();
        }
    }
}
