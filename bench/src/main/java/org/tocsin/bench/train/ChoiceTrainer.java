package org.tocsin.bench.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.tocsin.coder.choice.Features;

/**
 * Learns the weights of a {@link org.tocsin.coder.choice.ChoiceModel}: raises the probability of all right candidates
 * together (the ones that say the same are one answer) by AdaGrad over examples in a fixed shuffled order, so that the
 * same examples give the same weights, bit for bit.
 */
final class ChoiceTrainer {
    private static final double RATE = 0.1;

    /** How often every example is seen. */
    private final int epochs;

    /** Strength of the pull to zero, per example seen. */
    private final double decay;

    /** Share of an example's features that are seen each time. */
    private final double keep;

    /**
     * Whether the features to keep are drawn by example instead of in turn, so that what changes in one article changes no other's draws: to compare two
     * trainings.
     */
    private final boolean steady;

    ChoiceTrainer(int epochs, double decay, double keep) {
        this(epochs, decay, keep, false);
    }

    private ChoiceTrainer(int epochs, double decay, double keep, boolean steady) {
        this.epochs = epochs;
        this.decay = decay;
        this.keep = keep;
        this.steady = steady;
    }

    /** The same with draws that do not hang on the other examples. */
    ChoiceTrainer steady() {
        return new ChoiceTrainer(epochs, decay, keep, true);
    }

    /** An example and its place among all. */
    private record Numbered(Example example, int number) {}

    /** The weights, rounded as the model file keeps them. */
    float[] train(List<Example> examples) {
        List<Numbered> order = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            if (steady || examples.get(i).teaches()) {
                order.add(new Numbered(examples.get(i), i));
            }
        }
        boolean[] common = common(examples.stream().filter(Example::teaches).toList());
        boolean[] kept = new boolean[Features.SLOTS];
        double[] weights = new double[Features.SLOTS];
        double[] squares = new double[Features.SLOTS];
        double[] sum = new double[Features.SLOTS];
        Random random = new Random(20200927);
        for (int epoch = 0; epoch < epochs; epoch++) {
            Collections.shuffle(order, random);
            for (Numbered next : order) {
                if (next.example().teaches()) {
                    int seed = epoch * examples.size() + next.number();
                    draw(next.example(), common, slot -> steady ? drawn(seed, slot) : random.nextDouble(), kept);
                    step(next.example(), kept, weights, squares);
                }
            }
            for (int i = 0; i < sum.length; i++) {
                sum[i] += weights[i] / epochs;
            }
        }
        float[] rounded = new float[Features.SLOTS];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = Math.round(sum[i] * keep * 1000) / 1000f;
        }
        return rounded;
    }

    /** Features of fewer articles teach those articles and nothing else. */
    private static final int FEWEST_EXAMPLES = 3;

    private static boolean[] common(List<Example> examples) {
        int[] times = new int[Features.SLOTS];
        int[] last = new int[Features.SLOTS];
        for (int e = 0; e < examples.size(); e++) {
            for (int i = 0; i < examples.get(e).size(); i++) {
                for (int slot : examples.get(e).slots(i)) {
                    times[slot] += last[slot] == e + 1 ? 0 : 1;
                    last[slot] = e + 1;
                }
            }
        }
        boolean[] common = new boolean[Features.SLOTS];
        for (int i = 0; i < common.length; i++) {
            common[i] = times[i] >= FEWEST_EXAMPLES;
        }
        return common;
    }

    /** Moves the weights of the features that are kept this time; leaving half out keeps each from leaning on others. */
    private void step(Example example, boolean[] kept, double[] weights, double[] squares) {
        double[] given = probabilities(example, kept, weights);
        double right = 0;
        for (int i = 0; i < given.length; i++) {
            right += example.isRight(i) ? given[i] : 0;
        }
        right = Math.max(right, 1e-9);
        for (int i = 0; i < given.length; i++) {
            double wanted = example.isRight(i) ? given[i] / right : 0;
            double gradient = (wanted - given[i]) * example.weight();
            for (int slot : example.slots(i)) {
                if (kept[slot]) {
                    double g = gradient - decay * weights[slot];
                    squares[slot] += g * g;
                    weights[slot] += RATE * g / (1e-3 + StrictMath.sqrt(squares[slot]));
                }
            }
        }
    }

    private static double[] probabilities(Example example, boolean[] kept, double[] weights) {
        double[] scores = new double[example.size()];
        double top = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < scores.length; i++) {
            for (int slot : example.slots(i)) {
                scores[i] += kept[slot] ? weights[slot] : 0;
            }
            top = Math.max(top, scores[i]);
        }
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = StrictMath.exp(scores[i] - top);
            sum += scores[i];
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] /= sum;
        }
        return scores;
    }

    /** Decides afresh which of the example's common features are kept. */
    private void draw(Example example, boolean[] common, IntToDoubleFunction chance, boolean[] kept) {
        for (int i = 0; i < example.size(); i++) {
            for (int slot : example.slots(i)) {
                kept[slot] = common[slot] && chance.applyAsDouble(slot) < keep;
            }
        }
    }

    /** A number from 0 to 1 that hangs on these two alone (SplitMix64's finalizer). */
    private static double drawn(int seed, int slot) {
        long z = seed * 0x9E3779B97F4A7C15L + slot * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
    }
}
