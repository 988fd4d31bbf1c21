package org.tocsin.processor.merge;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.tocsin.schemas.Term;

/** A sparse vector over 32-bit hashes, of length 1 unless empty. */
final class Sparse {
    static final Sparse EMPTY = new Sparse(new int[0], new float[0]);

    private final int[] hashes;
    private final float[] weights;

    private Sparse(int[] hashes, float[] weights) {
        this.hashes = hashes;
        this.weights = weights;
    }

    /** The vector of these terms, scaled to length 1. */
    static Sparse of(List<Term> terms) {
        Term[] sorted = terms.toArray(Term[]::new);
        Arrays.sort(sorted, Comparator.comparingInt(Term::getHash));
        int[] hashes = new int[sorted.length];
        float[] weights = new float[sorted.length];
        double squares = 0;
        for (Term term : sorted) {
            squares += (double) term.getWeight() * term.getWeight();
        }
        float scale = squares == 0 ? 0 : (float) (1 / Math.sqrt(squares));
        for (int i = 0; i < sorted.length; i++) {
            hashes[i] = sorted[i].getHash();
            weights[i] = sorted[i].getWeight() * scale;
        }
        return new Sparse(hashes, weights);
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
        return IntStream.range(0, hashes.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> -weights[i]).thenComparing(i -> hashes[i]))
                .limit(count)
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
