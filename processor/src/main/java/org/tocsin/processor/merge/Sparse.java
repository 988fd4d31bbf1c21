package org.tocsin.processor.merge;

import java.util.Arrays;
import java.util.List;
import org.tocsin.schemas.Term;

/** A sparse vector over 32-bit hashes, of length 1 unless empty. */
final class Sparse {
    private final int[] hashes;
    private final float[] weights;

    private Sparse(int[] hashes, float[] weights) {
        this.hashes = hashes;
        this.weights = weights;
    }

    /** The vector of these terms, scaled to length 1. */
    static Sparse of(List<Term> terms) {
        long[] entries = new long[terms.size()];
        for (int i = 0; i < entries.length; i++) {
            Term term = terms.get(i);
            entries[i] = entry(term.getHash(), term.getWeight());
        }
        return sumOf(entries);
    }

    /** The sum of the vectors of these terms, each of length 1, scaled to length 1. Hashes of one vector are distinct. */
    static Sparse sum(List<List<Term>> vectors) {
        long[] entries = new long[vectors.stream().mapToInt(List::size).sum()];
        int count = 0;
        for (List<Term> terms : vectors) {
            double squares = 0;
            for (Term term : terms) {
                squares += (double) term.getWeight() * term.getWeight();
            }
            float scale = scale(squares);
            for (Term term : terms) {
                entries[count++] = entry(term.getHash(), term.getWeight() * scale);
            }
        }
        return sumOf(entries);
    }

    /** Hash and weight in one number, so that sorting needs no objects. */
    private static long entry(int hash, float weight) {
        return ((long) hash << 32) | Integer.toUnsignedLong(Float.floatToIntBits(weight));
    }

    private static Sparse sumOf(long[] entries) {
        Arrays.sort(entries);
        int[] hashes = new int[entries.length];
        float[] weights = new float[entries.length];
        int size = 0;
        for (long entry : entries) {
            int hash = (int) (entry >>> 32);
            if (size == 0 || hashes[size - 1] != hash) {
                hashes[size++] = hash;
            }
            weights[size - 1] += Float.intBitsToFloat((int) entry);
        }
        return new Sparse(Arrays.copyOf(hashes, size), scaled(Arrays.copyOf(weights, size)));
    }

    private static float[] scaled(float[] weights) {
        double squares = 0;
        for (float weight : weights) {
            squares += (double) weight * weight;
        }
        float scale = scale(squares);
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= scale;
        }
        return weights;
    }

    private static float scale(double squares) {
        return squares == 0 ? 0 : (float) (1 / Math.sqrt(squares));
    }

    /** Cosine of the angle between the two, 0..1 for weights above zero. */
    double dot(Sparse other) {
        double sum = 0;
        int i = 0;
        int j = 0;
        while (i < hashes.length && j < other.hashes.length) {
            if (hashes[i] == other.hashes[j]) {
                sum += (double) weights[i++] * other.weights[j++];
            } else if (hashes[i] < other.hashes[j]) {
                i++;
            } else {
                j++;
            }
        }
        return sum;
    }

    boolean contains(int hash) {
        return Arrays.binarySearch(hashes, hash) >= 0;
    }

    int size() {
        return hashes.length;
    }

    int hash(int i) {
        return hashes[i];
    }

    float weight(int i) {
        return weights[i];
    }

    /** Positions of the heaviest entries, heaviest first; of equals the one with the smaller hash. */
    int[] heaviest(int count) {
        int[] heaviest = new int[Math.min(count, hashes.length)];
        int size = 0;
        for (int i = 0; i < hashes.length; i++) {
            int at = size;
            // Hashes ascend, so an equal that came before has the smaller one.
            while (at > 0 && weights[i] > weights[heaviest[at - 1]]) {
                at--;
            }
            if (at < heaviest.length) {
                size = Math.min(size + 1, heaviest.length);
                System.arraycopy(heaviest, at, heaviest, at + 1, size - 1 - at);
                heaviest[at] = i;
            }
        }
        return heaviest;
    }
}
