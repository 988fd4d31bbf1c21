package org.tocsin.coder.text;

import java.util.ArrayList;
import java.util.List;

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
            return !coarse.equals(UNKNOWN.coarse);
        }
    }

    /** What stands before names in the file. */
    private static final String NAME = "*";

    private final List<Cluster> clusters;

    /** A word's place in the list of clusters; that of a name as its complement, which is below 0. */
    private final WordNumbers words;

    private WordClusters(List<Cluster> clusters, WordNumbers words) {
        this.clusters = clusters;
        this.words = words;
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
        List<Cluster> clusters = new ArrayList<>();
        WordNumbers words = new WordNumbers(1 << 17);
        for (DataFile.Row row : DataFile.rows(WordClusters.class, "word-clusters.tsv")) {
            for (String written : row.text(3).split(" ", -1)) {
                boolean isName = written.startsWith(NAME);
                String word = isName ? written.substring(NAME.length()) : written;
                words.put(WordNumbers.hash(word), isName ? ~clusters.size() : clusters.size());
            }
            clusters.add(new Cluster(row.text(0), row.text(1), row.text(2)));
        }
        return new WordClusters(clusters, words);
    }

    /** The cluster of a word as it stands, in lower case: "rockets" need not be with "rocket". */
    public Cluster of(String lower) {
        int number = words.get(WordNumbers.hash(lower));
        return number == WordNumbers.NONE ? Cluster.UNKNOWN : clusters.get(number < 0 ? ~number : number);
    }

    /** The word is the name of a place, a person or a group, or so rare that it is as good as one. */
    public boolean isName(String lower) {
        int number = words.get(WordNumbers.hash(lower));
        return number == WordNumbers.NONE || number < 0;
    }
}
