package org.tocsin.bench;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.coder.model.LinearModel;

/**
 * The monotone map from a gate's log odds to those that hold on news of a kind that it never saw (Platt 1999): fitted
 * on articles each scored by a gate trained without their set, every set counting the same whatever its size.
 */
record Calibration(double slope, double offset) {
    static final Calibration NONE = new Calibration(1, 0);

    /** What a gate that had not seen the set says of an article: log odds or probability, and the truth. */
    record Scored(double value, boolean attack) {}

    private static final int STEPS = 2000;
    private static final double RATE = 0.05;

    /** The map that fits the sets best; plain gradient descent, since there are only two numbers to find. */
    static Calibration fit(List<List<Scored>> sets) {
        double slope = 1;
        double offset = 0;
        List<List<Scored>> full = new ArrayList<>(sets);
        full.removeIf(List::isEmpty);
        for (int step = 0; step < STEPS; step++) {
            double bySlope = 0;
            double byOffset = 0;
            for (List<Scored> set : full) {
                for (Scored scored : set) {
                    double error = (scored.attack() ? 1 : 0) - LinearModel.logistic(slope * scored.value() + offset);
                    bySlope += error * scored.value() / set.size();
                    byOffset += error / set.size();
                }
            }
            slope += RATE * bySlope / full.size();
            offset += RATE * byOffset / full.size();
        }
        return new Calibration(slope, offset);
    }

    double probability(double logOdds) {
        return LinearModel.logistic(slope * logOdds + offset);
    }
}
