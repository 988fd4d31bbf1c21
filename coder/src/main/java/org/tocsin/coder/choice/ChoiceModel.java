package org.tocsin.coder.choice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tocsin.coder.text.DataFile;

/**
 * A log-linear model over candidates: each has the probability exp(sum of its weights) over the same of all, and a
 * value has the sum over the candidates that speak for it. Immutable and thread-safe.
 */
public final class ChoiceModel {
    private final float[] weights;

    /** A model of these weights, {@link Features#SLOTS} of them. */
    public ChoiceModel(float[] weights) {
        if (weights.length != Features.SLOTS) {
            throw new IllegalArgumentException("need " + Features.SLOTS + " weights, got " + weights.length);
        }
        this.weights = weights.clone();
    }

    /** A value and its probability among those that could be chosen. */
    public record Choice<V>(V value, double probability) {}

    /** Reads the data file beside that class: columns slot, in base 36, and weight in thousandths. */
    public static ChoiceModel load(Class<?> beside, String name) {
        float[] weights = new float[Features.SLOTS];
        for (DataFile.Row row : DataFile.rows(beside, name)) {
            weights[Integer.parseInt(row.text(0), 36)] = Integer.parseInt(row.text(1)) / 1000f;
        }
        return new ChoiceModel(weights);
    }

    /** The value with the most probability, the first of equals; empty when there is no candidate. */
    public <V> Optional<Choice<V>> choose(List<Candidate<V>> candidates) {
        Choice<V> best = null;
        for (Map.Entry<V, Double> entry : probabilities(candidates).entrySet()) {
            if (best == null || entry.getValue() > best.probability()) {
                best = new Choice<>(entry.getKey(), entry.getValue());
            }
        }
        return Optional.ofNullable(best);
    }

    /** The probability of each value, in the order of the candidates. */
    public <V> Map<V, Double> probabilities(List<Candidate<V>> candidates) {
        double[] scores = new double[candidates.size()];
        double top = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = score(candidates.get(i).features());
            top = Math.max(top, scores[i]);
        }
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = StrictMath.exp(scores[i] - top);
            sum += scores[i];
        }
        Map<V, Double> values = new LinkedHashMap<>();
        for (int i = 0; i < scores.length; i++) {
            values.merge(candidates.get(i).value(), scores[i] / sum, Double::sum);
        }
        return values;
    }

    private double score(Features features) {
        double score = 0;
        for (int i = 0; i < features.size(); i++) {
            score += weights[features.slot(i)];
        }
        return score;
    }
}
