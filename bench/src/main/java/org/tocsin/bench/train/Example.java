package org.tocsin.bench.train;

import java.util.List;
import org.tocsin.coder.choice.Candidate;
import org.tocsin.coder.choice.Features;

/**
 * A choice with its right answers.
 *
 * @param slots the features of each candidate
 * @param right whether each candidate's value is right
 * @param weight how much the example counts
 */
record Example(List<int[]> slots, boolean[] right, double weight) {

    /** The example of these candidates; {@code isRight} judges a value. */
    static <V> Example of(
            List<Candidate<V>> candidates, java.util.function.Predicate<V> isRight, double weight) {
        boolean[] right = new boolean[candidates.size()];
        for (int i = 0; i < right.length; i++) {
            right[i] = isRight.test(candidates.get(i).value());
        }
        return new Example(candidates.stream().map(c -> slots(c.features())).toList(), right, weight);
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
