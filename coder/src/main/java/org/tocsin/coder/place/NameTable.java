package org.tocsin.coder.place;

import java.util.Arrays;

/**
 * Folded names by 64-bit hash, each with the numbers that it stands for; also knows which names begin a longer one. Half a
 * million names take about 20 MB. Two names in the same slot differ in their hash; that two names share a hash is left to
 * chance (one in 10^8 for this many). Filled once, then read by any number of threads.
 */
final class NameTable {
    /** The hash of no characters. */
    static final long EMPTY = 0xcbf29ce484222325L;

    private static final long PRIME = 0x100000001b3L;
    private static final int ONLY_BEGINS = -1;

    private long[] keys;
    private int[] heads;
    private int[] values;
    private int[] next;
    private int used;
    private int postings;

    /** @param slots to begin with, a power of two; it grows */
    NameTable(int slots) {
        this.keys = new long[slots];
        this.heads = new int[slots];
        this.values = new int[slots / 2];
        this.next = new int[slots / 2];
    }

    /** The hash of a name one character longer. */
    static long extend(long hash, char c) {
        return (hash ^ c) * PRIME;
    }

    static long extend(long hash, String folded) {
        long h = hash;
        for (int i = 0; i < folded.length(); i++) {
            h = extend(h, folded.charAt(i));
        }
        return h;
    }

    /** Adds a name, and notes what it begins with word by word. */
    void add(String folded, int value) {
        long hash = EMPTY;
        for (int i = 0; i < folded.length(); i++) {
            if (folded.charAt(i) == ' ') {
                slot(hash);
            }
            hash = extend(hash, folded.charAt(i));
        }
        int slot = slot(hash);
        if (postings == values.length) {
            values = Arrays.copyOf(values, 2 * postings);
            next = Arrays.copyOf(next, 2 * postings);
        }
        values[postings] = value;
        next[postings] = heads[slot];
        heads[slot] = postings++;
    }

    /** The name stands for something or begins a name that does. */
    boolean knows(long hash) {
        return keys[find(hash)] != 0;
    }

    /** What the name stands for, the last added first; empty when it stands for nothing. */
    int[] values(long hash) {
        int slot = find(hash);
        int count = 0;
        for (int p = keys[slot] == 0 ? ONLY_BEGINS : heads[slot]; p != ONLY_BEGINS; p = next[p]) {
            count++;
        }
        int[] found = new int[count];
        for (int p = heads[slot], i = 0; i < count; p = next[p]) {
            found[i++] = values[p];
        }
        return found;
    }

    private int slot(long hash) {
        int slot = find(hash);
        if (keys[slot] == 0) {
            if (4 * ++used > 3 * keys.length) {
                grow();
                slot = find(hash);
            }
            keys[slot] = key(hash);
            heads[slot] = ONLY_BEGINS;
        }
        return slot;
    }

    private int find(long hash) {
        long key = key(hash);
        int slot = (int) ((key ^ (key >>> 32)) & (keys.length - 1));
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    /** 0 marks a free slot. */
    private static long key(long hash) {
        long mixed = hash * 0x9e3779b97f4a7c15L;
        return mixed == 0 ? 1 : mixed;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldHeads = heads;
        keys = new long[2 * oldKeys.length];
        heads = new int[2 * oldKeys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = (int) ((oldKeys[i] ^ (oldKeys[i] >>> 32)) & (keys.length - 1));
                while (keys[slot] != 0) {
                    slot = (slot + 1) & (keys.length - 1);
                }
                keys[slot] = oldKeys[i];
                heads[slot] = oldHeads[i];
            }
        }
    }
}
