package org.tocsin.coder.fingerprint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.Token;

/**
 * A near-copy sketch: one-permutation MinHash over runs of three words (Li, Owen and Zhang, "One Permutation Hashing",
 * NIPS 2012). 32 buckets of 16 bits in 8 longs; 0 is an empty bucket. The share of equal buckets estimates the Jaccard
 * similarity of two texts' runs, so it survives another headline and other page furniture.
 */
public final class Sketch {
    private static final int BUCKETS = 32;
    private static final int RUN = 3;

    private Sketch() {}

    /** The sketch of the body; empty for a text shorter than one run. */
    static List<Long> of(Document document) {
        long[] least = new long[BUCKETS];
        Arrays.fill(least, Long.MAX_VALUE);
        int words = 0;
        long run = 0;
        for (Sentence sentence : document.sentences()) {
            for (Token token : sentence.tokens()) {
                if (!sentence.isTitle() && token.isWord()) {
                    // Three 21-bit hashes side by side: the oldest falls off at the left.
                    run = ((run << 21) | (WordHash.of(token.lower()) & 0x1FFFFF)) & Long.MAX_VALUE;
                    if (++words >= RUN) {
                        long mixed = mixed(run);
                        int bucket = (int) (mixed >>> 59);
                        least[bucket] = Math.min(least[bucket], mixed & 0x7FFFFFFFFFFFFFFL);
                    }
                }
            }
        }
        return words < RUN ? List.of() : packed(least);
    }

    private static List<Long> packed(long[] least) {
        List<Long> packed = new ArrayList<>();
        for (int i = 0; i < BUCKETS; i += 4) {
            long word = 0;
            for (int j = i; j < i + 4; j++) {
                long bits = least[j] == Long.MAX_VALUE ? 0 : Math.max(1, mixed(least[j]) & 0xFFFF);
                word = (word << 16) | bits;
            }
            packed.add(word);
        }
        return packed;
    }

    /** A sketch as it is compared. */
    public static long[] longs(List<Long> sketch) {
        return sketch.stream().mapToLong(Long::longValue).toArray();
    }

    /** The share of buckets that agree, 0..1; 0 when fewer than eight can be compared. */
    public static double similarity(long[] one, long[] other) {
        int compared = 0;
        int equal = 0;
        for (int i = 0; i < Math.min(one.length, other.length); i++) {
            for (int shift = 0; shift < 64; shift += 16) {
                long a = (one[i] >>> shift) & 0xFFFF;
                long b = (other[i] >>> shift) & 0xFFFF;
                if (a != 0 && b != 0) {
                    compared++;
                    equal += a == b ? 1 : 0;
                }
            }
        }
        return compared < 8 ? 0 : (double) equal / compared;
    }

    /** Stafford's variant 13 of the 64-bit MurmurHash3 finalizer, as in SplittableRandom. */
    private static long mixed(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
