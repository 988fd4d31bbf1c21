package org.tocsin.bench.pipeline;

import java.util.List;

/** Order statistics of what was measured. */
final class Medians {
    private Medians() {}

    static double of(List<Double> values) {
        return percentile(values, 0.5);
    }

    /** The smallest value that at least this share of the values does not exceed. */
    static double percentile(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }
}
