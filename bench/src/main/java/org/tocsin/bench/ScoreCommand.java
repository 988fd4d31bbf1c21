package org.tocsin.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.EventCoder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Scores the coder on every annotated set and shows one table beside the stored result. */
@Command(name = "score", description = "Code every set, score it, print one table beside the stored result.")
final class ScoreCommand implements Callable<Integer> {
    @Option(names = "--data", required = true, description = "Folder with one folder per annotated set.")
    private Path data = Path.of(".");

    @Option(
            names = "--scorer",
            description = "score.py of the scoreboard; by default scoreboard/score.py beside --data.")
    private @Nullable Path scorer;

    @Option(names = "--sets", split = ",", description = "Parts to score, as in muc4/dev; by default every dev part.")
    private @Nullable List<String> sets;

    @Option(names = "--results", description = "Stored figures; ${DEFAULT-VALUE} by default.")
    private Path results = Path.of("bench/results/dev.json");

    @Option(names = "--save", description = "Store this run as the result that later runs are shown beside.")
    private boolean save;

    @Option(names = "--keep", description = "Write the coded lines here instead of into a temporary folder.")
    private @Nullable Path keep;

    @Option(names = "--models", description = "Folder of models to use instead of those that ship.")
    private @Nullable Path models;

    @Override
    public Integer call() throws IOException {
        Path script = scorer == null ? data.toAbsolutePath().resolveSibling("scoreboard/score.py") : scorer;
        Scorer python = new Scorer(script);
        EventCoder coder = EventCoder.load(ModelFolder.orClassPath(models));
        Path folder = keep == null ? Files.createTempDirectory("tocsin-score") : Files.createDirectories(keep);
        Results before = Results.read(results);
        Results merged = Results.read(results);
        Results now = Results.empty();
        for (String name : sets == null ? DataSet.names(data, "dev") : sets) {
            DataSet set = DataSet.read(data, name);
            Path coded = folder.resolve(name.replace('/', '-') + ".jsonl");
            Scorer.code(coder, set, coded);
            JsonNode scored = python.score(set, coded);
            now.put(name, Figures.of(scored));
            merged.put(name, Figures.of(scored));
        }
        System.out.print(now.table(before));
        if (save) {
            merged.write(results);
        }
        if (keep == null) {
            deleteFlat(folder);
        }
        return 0;
    }

    private static void deleteFlat(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
