package org.tocsin.processor.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tocsin.coder.Article;
import org.tocsin.coder.EventCoder;
import org.tocsin.coder.json.JsonLines;
import org.tocsin.coder.json.JsonLines.BadLine;
import org.tocsin.coder.json.VerdictJson;
import picocli.CommandLine.Command;

/** Articles in, one coded line each out, in the same order; on all cores. */
@Command(
        name = "code",
        mixinStandardHelpOptions = true,
        description = {
            "Codes articles from standard input, one JSON object a line:",
            "  {\"id\",\"url\",\"source\",\"title\",\"body\",\"publishedAt\",\"language\"}",
            "and writes one verdict a line, in the same order. Needs no Kafka."
        },
        footer = {"", "Example:", "  ./tocsin code < samples/articles.jsonl"})
final class CodeCommand implements Callable<Integer> {
    /** Enough to keep all cores at work while the slowest article of a batch is coded. */
    private static final int BATCH = 256;

    private final Console console;

    CodeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        EventCoder coder = EventCoder.load();
        long bad = 0;
        try (Progress progress = Progress.ofUnknownLength(console, "code");
                BufferedReader in = new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8))) {
            Batches batches = new Batches(in);
            for (List<Line> batch = batches.next(); !batch.isEmpty(); batch = batches.next()) {
                List<Outcome> outcomes =
                        batch.parallelStream().map(l -> code(coder, l)).toList();
                outcomes.forEach(this::tell);
                console.out().flush();
                bad += outcomes.stream().filter(o -> !o.coded).count();
                progress.stepBy(batch.size());
            }
        }
        return bad == 0 ? 0 : 1;
    }

    private void tell(Outcome outcome) {
        if (outcome.coded) {
            console.out().println(outcome.text);
        } else {
            console.say(outcome.text);
        }
    }

    private static Outcome code(EventCoder coder, Line line) {
        try {
            Article article = JsonLines.article(line.text);
            return new Outcome(true, VerdictJson.line(article.id(), coder.code(article)));
        } catch (BadLine e) {
            return new Outcome(false, "standard input, line " + line.number + ": " + e.getMessage());
        }
    }

    private record Line(long number, String text) {}

    /** A verdict's line, or what is wrong with the article's. */
    private record Outcome(boolean coded, String text) {}

    /** Lines that are not blank, as many at a time as are there without waiting, up to {@link #BATCH}. */
    private static final class Batches {
        private final BufferedReader in;
        private long number;

        Batches(BufferedReader in) {
            this.in = in;
        }

        List<Line> next() throws IOException {
            List<Line> batch = new ArrayList<>();
            while (batch.isEmpty() || (batch.size() < BATCH && in.ready())) {
                String text = in.readLine();
                if (text == null) {
                    break;
                }
                number++;
                if (!text.isBlank()) {
                    batch.add(new Line(number, text));
                }
            }
            return batch;
        }
    }
}
