package org.tocsin.coder.role;

/** A logistic model of a candidate's own log-odds and of hashed features that say how it stands to others. Immutable. */
public final class LogOddsModel {
    private final double slope;
    private final short[] weights;

    /** @param weights in thousandths, one a bucket */
    LogOddsModel(double slope, short[] weights) {
        this.slope = slope;
        this.weights = weights;
    }

    /** Of these weights, rounded. */
    static LogOddsModel of(double slope, double[] weights) {
        return new LogOddsModel(slope, RoleModel.rounded(weights));
    }

    /** Leaves probabilities as they are. */
    static LogOddsModel none() {
        return new LogOddsModel(1, new short[FeatureSet.SIZE]);
    }

    double slope() {
        return slope;
    }

    short[] weights() {
        return weights;
    }

    /** What a probability becomes when these features are known. */
    double probability(double own, int[] features) {
        double sum = slope * logOdds(own);
        for (int feature : features) {
            sum += weights[feature] / RoleModel.STEPS;
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** Of a probability; as if it were a little off when it is 0 or 1. */
    public static double logOdds(double probability) {
        double inside = Math.min(Math.max(probability, 1e-4), 1 - 1e-4);
        return Math.log(inside / (1 - inside));
    }
}
