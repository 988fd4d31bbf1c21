package org.tocsin.coder.fingerprint;

import java.util.Arrays;
import java.util.List;
import org.tocsin.coder.text.DataFile;

/**
 * How rare words are in news: inverse document frequencies by word hash, {@code ln(N / df)}. The data file beside this
 * class holds hashes and counts only, and says which command makes it.
 */
public final class RareWords {
    private final int[] hashes;
    private final float[] weights;
    private final float unseen;

    private RareWords(int[] hashes, float[] weights, float unseen) {
        this.hashes = hashes;
        this.weights = weights;
        this.unseen = unseen;
    }

    /** Reads the table from the class path. */
    public static RareWords load() {
        List<DataFile.Row> rows = DataFile.rows(RareWords.class, "document-frequencies.tsv");
        double documents = rows.get(0).number(0);
        long[] entries = new long[0];
        for (DataFile.Row row : rows.subList(1, rows.size())) {
            String[] words = row.text(1).split(" ", -1);
            int from = entries.length;
            entries = Arrays.copyOf(entries, from + words.length);
            float weight = (float) Math.log(documents / row.number(0));
            for (int i = 0; i < words.length; i++) {
                long hash = Integer.parseUnsignedInt(words[i], Character.MAX_RADIX);
                entries[from + i] = (hash << 32) | Integer.toUnsignedLong(Float.floatToIntBits(weight));
            }
        }
        return sorted(entries, (float) Math.log(documents));
    }

    private static RareWords sorted(long[] entries, float unseen) {
        Arrays.sort(entries);
        int[] hashes = new int[entries.length];
        float[] weights = new float[entries.length];
        for (int i = 0; i < entries.length; i++) {
            hashes[i] = (int) (entries[i] >>> 32);
            weights[i] = Float.intBitsToFloat((int) entries[i]);
        }
        return new RareWords(hashes, weights, unseen);
    }

    /** The weight of the word with that hash, 0 for a word in every article; a word never seen is the rarest. */
    public float weight(int hash) {
        int at = Arrays.binarySearch(hashes, hash);
        return at < 0 ? unseen : weights[at];
    }
}
