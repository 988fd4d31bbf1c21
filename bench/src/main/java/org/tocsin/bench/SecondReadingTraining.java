package org.tocsin.bench;

import java.util.List;
import org.tocsin.coder.gate.SecondReading;
import org.tocsin.coder.model.LinearModel;
import org.tocsin.coder.role.RoleEvidence;

/**
 * Fits the second reading to articles each scored by a gate trained without their kind of news, every kind counting the
 * same whatever its size. No weight may be negative: a surer gate and surer roles never speak against an attack, though they
 * may seem to on a few kinds.
 */
final class SecondReadingTraining {
    /** What a gate and a role model that had not seen the article say of it, and the truth. */
    record Row(double logOdds, RoleEvidence evidence, boolean attack) {}

    private static final int STEPS = 20_000;
    private static final double RATE = 0.2;

    /** Strength of the pull to zero. */
    private static final double DECAY = 1e-3;

    private SecondReadingTraining() {}

    /** The best fit by projected gradient descent, plain since there are only four numbers to find. */
    static SecondReading fit(List<List<Row>> kinds) {
        // What has no word of attack is decided before the gate is asked.
        List<List<Row>> full = kinds.stream()
                .map(kind -> kind.stream()
                        .filter(row -> !Double.isInfinite(row.logOdds()))
                        .toList())
                .filter(kind -> !kind.isEmpty())
                .toList();
        double[] weights = {0, 1, 0, 0};
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = new double[weights.length];
            for (List<Row> kind : full) {
                for (Row row : kind) {
                    double[] values = values(row);
                    double sum = 0;
                    for (int i = 0; i < values.length; i++) {
                        sum += weights[i] * values[i];
                    }
                    double error = (row.attack() ? 1 : 0) - LinearModel.logistic(sum);
                    for (int i = 0; i < values.length; i++) {
                        gradient[i] += error * values[i] / kind.size() / full.size();
                    }
                }
            }
            weights[0] += RATE * gradient[0];
            for (int i = 1; i < weights.length; i++) {
                weights[i] = Math.max(0, weights[i] + RATE * (gradient[i] - DECAY * weights[i]));
            }
        }
        return new SecondReading(weights[0], weights[1], weights[2], weights[3]);
    }

    private static double[] values(Row row) {
        return new double[] {
            1, row.logOdds(), row.evidence().target(), row.evidence().weapon()
        };
    }
}
