package org.tocsin.bench.train;

import java.util.List;
import java.util.function.Predicate;
import org.tocsin.coder.choice.Candidate;
import org.tocsin.coder.choice.Features;

/** A choice between candidates, which of them are right, and how much the example counts. */
final class Example {
    private final List<int[]> slots;
    private final boolean[] right;
    private final double weight;

    private Example(List<int[]> slots, boolean[] right, double weight) {
        this.slots = slots;
        this.right = right;
        this.weight = weight;
    }

    /** The example of these candidates; {@code isRight} judges a value. */
    static <V> Example of(List<Candidate<V>> candidates, Predicate<V> isRight, double weight) {
        boolean[] right = new boolean[candidates.size()];
        for (int i = 0; i < right.length; i++) {
            right[i] = isRight.test(candidates.get(i).value());
        }
        return new Example(candidates.stream().map(c -> slots(c.features())).toList(), right, weight);
    }

    int size() {
        return right.length;
    }

    /** The slots of the features of the i-th candidate. */
    int[] slots(int i) {
        return slots.get(i);
    }

    boolean isRight(int i) {
        return right[i];
    }

    double weight() {
        return weight;
    }

    /** Whether there is a right and a wrong candidate, so that there is something to learn. */
    boolean teaches() {
        boolean some = false;
        boolean all = true;
        for (boolean r : right) {
            some |= r;
            all &= r;
        }
        return some && !all;
    }

    private static int[] slots(Features features) {
        int[] slots = new int[features.size()];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = features.slot(i);
        }
        return slots;
    }
}
