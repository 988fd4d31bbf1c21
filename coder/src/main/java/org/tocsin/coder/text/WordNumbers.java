package org.tocsin.coder.text;

/**
 * A number for each of many words or names, by their 64-bit hashes: 16 to 32 bytes a word where a map of strings takes over a
 * hundred. That one word is taken for another is left to chance (one in 10^14 beside 100,000 words). Filled once, then
 * read by any number of threads.
 */
public final class WordNumbers {
    /** What a word has that was never put. */
    public static final int NONE = Integer.MIN_VALUE;

    /** The hash of no characters. */
    public static final long EMPTY = 0xcbf29ce484222325L;

    private static final long PRIME = 0x100000001b3L;

    private long[] keys;
    private int[] numbers;
    private int used;

    /** @param slots to begin with, a power of two; it grows */
    public WordNumbers(int slots) {
        this.keys = new long[slots];
        this.numbers = new int[slots];
    }

    /** The hash of a text one character longer (FNV-1a over UTF-16 units). */
    public static long extend(long hash, char c) {
        return (hash ^ c) * PRIME;
    }

    /** The hash of a text that is longer by these characters. */
    public static long extend(long hash, String more) {
        long h = hash;
        for (int i = 0; i < more.length(); i++) {
            h = extend(h, more.charAt(i));
        }
        return h;
    }

    /** The hash of a word. */
    public static long hash(String word) {
        return extend(EMPTY, word);
    }

    /** The number of the word with that hash; {@link #NONE} when it has none. */
    public int get(long hash) {
        int slot = slot(keys, key(hash));
        return keys[slot] == 0 ? NONE : numbers[slot];
    }

    /** Gives the word with that hash a number; the one it had before, {@link #NONE} when it had none. */
    public int put(long hash, int number) {
        long key = key(hash);
        int slot = slot(keys, key);
        int before = keys[slot] == 0 ? NONE : numbers[slot];
        if (keys[slot] == 0) {
            if (4 * ++used > 3 * keys.length) {
                grow();
                slot = slot(keys, key);
            }
            keys[slot] = key;
        }
        numbers[slot] = number;
        return before;
    }

    private static int slot(long[] keys, long key) {
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
        long[] grownKeys = new long[2 * keys.length];
        int[] grownNumbers = new int[2 * keys.length];
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0) {
                int slot = slot(grownKeys, keys[i]);
                grownKeys[slot] = keys[i];
                grownNumbers[slot] = numbers[i];
            }
        }
        keys = grownKeys;
        numbers = grownNumbers;
    }
}
