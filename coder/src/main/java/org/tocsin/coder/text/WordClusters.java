package org.tocsin.coder.text;

import java.util.HashMap;
import java.util.Map;

/**
 * Which of the frequent English words stand in like places in text: "rocket" beside "mortar", also where training has seen
 * only one of them. {@code word-clusters.tsv} has one cluster a line, drawn by {@code bench/word-clusters/build.sh}.
 */
public final class WordClusters {
    /**
     * A word's cluster in three sizes; words of one fine cluster are together in both larger ones. Equal names are all they mean.
     *
     * @param coarse one of 64
     * @param middle one of 256
     * @param fine one of 1,024
     */
    public record Cluster(String coarse, String middle, String fine) {
        /** Of all words that are not frequent enough to be in the file. */
        public static final Cluster UNKNOWN = new Cluster("-", "-", "-");

        public boolean isKnown() {
            return !equals(UNKNOWN);
        }
    }

    private final Map<String, Cluster> clusters;

    private WordClusters(Map<String, Cluster> clusters) {
        this.clusters = clusters;
    }

    /** Several parts of the coder ask, and the table is large: it is read once. */
    private static final class Shipped {
        static final WordClusters CLUSTERS = read();
    }

    /** The data file that ships. */
    public static WordClusters load() {
        return Shipped.CLUSTERS;
    }

    private static WordClusters read() {
        Map<String, Cluster> clusters = new HashMap<>(1 << 17);
        for (DataFile.Row row : DataFile.rows(WordClusters.class, "word-clusters.tsv")) {
            Cluster cluster = new Cluster(row.text(0), row.text(1), row.text(2));
            for (String word : row.text(3).split(" ", -1)) {
                clusters.put(word, cluster);
            }
        }
        return new WordClusters(clusters);
    }

    /** The cluster of a word as it stands, in lower case: "rockets" need not be with "rocket". */
    public Cluster of(String lower) {
        return clusters.getOrDefault(lower, Cluster.UNKNOWN);
    }
}
