package org.tocsin.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.tocsin.coder.model.Features;
import org.tocsin.coder.model.LinearModel;

/**
 * Trains logistic regressions by AdaGrad, the mean of several that each see the examples in a fixed order of their own, since
 * a single order decides a point of F1 by chance: the same examples give the same model, bit for bit. Own code because
 * liblinear knows no weights of examples, and each set of news is to weigh the same however many articles it has. What only a
 * few sets contain tells the set rather than the label and is left out, unless it is common in a set that has both labels.
 */
final class LinearTrainer {
    private static final double RATE = 0.1;
    private static final int ORDERS = 4;
    private static final int SEED = 20200927;

    /** A set with less than this share of either label has one label. */
    private static final double LEAST_SHARE = 0.05;

    /** In so many examples of a set a feature is common there. */
    private static final int COMMON = 5;

    /**
     * How to learn.
     *
     * @param epochs how often each example is seen
     * @param decay strength of the pull to zero per example seen
     * @param keep share of an example's features that are seen each time, so that none leans on the others
     * @param fewestSets in how many sets of news a feature must occur to be learned from
     */
    record Settings(int epochs, double decay, double keep, int fewestSets) {}

    private static final class Row {
        private final int[] buckets;
        private final float[] values;
        private final boolean label;
        private final double weight;

        Row(Features features, boolean label, double weight) {
            this.label = label;
            this.weight = weight;
            buckets = new int[features.size()];
            values = new float[features.size()];
            for (int i = 0; i < buckets.length; i++) {
                buckets[i] = features.bucket(i);
                values[i] = features.value(i);
            }
        }
    }

    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Seen> sets = new TreeMap<>();

    /** What was seen of one set: its attacks, its examples, and how many of these have each bucket. */
    private static final class Seen {
        private int attacks;
        private int examples;
        private final int[] having = new int[1 << Features.BITS];

        /** Only a set of both labels can say which of its words go with which. */
        boolean hasBothLabels() {
            return attacks > examples * LEAST_SHARE && examples - attacks > examples * LEAST_SHARE;
        }
    }

    /** The buckets to learn from. */
    private boolean[] telling(int fewestSets) {
        boolean[] telling = new boolean[1 << Features.BITS];
        for (int bucket = 0; bucket < telling.length; bucket++) {
            int in = 0;
            boolean common = false;
            for (Seen seen : sets.values()) {
                in += seen.having[bucket] > 0 ? 1 : 0;
                common |= seen.hasBothLabels() && seen.having[bucket] >= COMMON;
            }
            telling[bucket] = common || in >= Math.min(fewestSets, sets.size());
        }
        return telling;
    }

    /** Adds an example of that set. */
    void add(Features features, boolean label, double weight, String set) {
        Seen seen = sets.computeIfAbsent(set, s -> new Seen());
        seen.examples++;
        seen.attacks += label ? 1 : 0;
        for (int i = 0; i < features.size(); i++) {
            seen.having[features.bucket(i)]++;
        }
        rows.add(new Row(features, label, weight));
    }

    LinearModel train(String header, Settings settings) {
        double mean = rows.stream().mapToDouble(r -> r.weight).average().orElse(1);
        boolean[] telling = telling(settings.fewestSets());
        double[] weights = new double[1 << Features.BITS];
        double bias = 0;
        for (int order = 0; order < ORDERS; order++) {
            bias += addOrder(new Random(SEED + order), settings, mean, telling, weights) / ORDERS;
        }
        return LinearModel.of(header, bias, weights);
    }

    /** Adds the model's share of the weights to those and returns its bias. */
    private double addOrder(Random random, Settings settings, double mean, boolean[] telling, double[] weights) {
        State state = new State();
        double[] sum = new double[state.weights.length];
        double sumBias = 0;
        List<Row> order = new ArrayList<>(rows);
        for (int epoch = 0; epoch < settings.epochs(); epoch++) {
            Collections.shuffle(order, random);
            for (Row row : order) {
                step(row, row.weight / mean, settings, telling, random, state);
            }
            if (epoch > 0) {
                sumBias += state.bias / (settings.epochs() - 1);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += state.weights[i] * settings.keep() / (settings.epochs() - 1);
                }
            }
        }
        for (int i = 0; i < sum.length; i++) {
            weights[i] += sum[i] / ORDERS;
        }
        return sumBias;
    }

    private static final class State {
        private final double[] weights = new double[1 << Features.BITS];
        private final double[] squares = new double[1 << Features.BITS];
        private double bias;
        private double biasSquares;
    }

    private void step(Row row, double weight, Settings settings, boolean[] telling, Random random, State state) {
        int n = row.buckets.length;
        boolean[] kept = new boolean[n];
        double sum = state.bias;
        for (int i = 0; i < n; i++) {
            int bucket = row.buckets[i];
            kept[i] = telling[bucket] && random.nextFloat() < settings.keep();
            sum += kept[i] ? row.values[i] * state.weights[bucket] : 0;
        }
        double error = weight * ((row.label ? 1 : 0) - LinearModel.logistic(sum));
        state.biasSquares += error * error;
        state.bias += RATE * error / (1 + Math.sqrt(state.biasSquares));
        for (int i = 0; i < n; i++) {
            if (kept[i]) {
                int bucket = row.buckets[i];
                double g = error * row.values[i] - settings.decay() * state.weights[bucket];
                state.squares[bucket] += g * g;
                state.weights[bucket] += RATE * g / (0.1 + Math.sqrt(state.squares[bucket]));
            }
        }
    }
}
