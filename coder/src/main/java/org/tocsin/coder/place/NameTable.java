package org.tocsin.coder.place;

import java.util.Arrays;
import org.tocsin.coder.text.WordNumbers;

/**
 * Folded names by hash, each with the numbers that it stands for; also knows which names begin a longer one. Half a million
 * names take about 17 MB. Filled once, then read by any number of threads.
 */
final class NameTable {
    private static final int ONLY_BEGINS = -1;

    /** Where the postings of each name begin. */
    private final WordNumbers heads;

    private int[] values;
    private int[] next;
    private int postings;

    /** @param slots to begin with, a power of two; it grows */
    NameTable(int slots) {
        this.heads = new WordNumbers(slots);
        this.values = new int[slots / 2];
        this.next = new int[slots / 2];
    }

    /** Adds a name, and notes what it begins with word by word. */
    void add(String folded, int value) {
        long hash = WordNumbers.EMPTY;
        for (int i = 0; i < folded.length(); i++) {
            if (folded.charAt(i) == ' ' && heads.get(hash) == WordNumbers.NONE) {
                heads.put(hash, ONLY_BEGINS);
            }
            hash = WordNumbers.extend(hash, folded.charAt(i));
        }
        if (postings == values.length) {
            values = Arrays.copyOf(values, 2 * postings);
            next = Arrays.copyOf(next, 2 * postings);
        }
        values[postings] = value;
        next[postings] = Math.max(heads.put(hash, postings), ONLY_BEGINS);
        postings++;
    }

    /** The name stands for something or begins a name that does. */
    boolean knows(long hash) {
        return heads.get(hash) != WordNumbers.NONE;
    }

    /** What the name stands for, the last added first; empty when it stands for nothing. */
    int[] values(long hash) {
        int head = Math.max(heads.get(hash), ONLY_BEGINS);
        int count = 0;
        for (int p = head; p != ONLY_BEGINS; p = next[p]) {
            count++;
        }
        int[] found = new int[count];
        for (int p = head, i = 0; i < count; p = next[p]) {
            found[i++] = values[p];
        }
        return found;
    }
}
