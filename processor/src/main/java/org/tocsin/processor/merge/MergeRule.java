package org.tocsin.processor.merge;

import java.util.EnumMap;
import java.util.Map;
import org.tocsin.coder.text.DataFile;

/**
 * Whether a report tells of a known incident: the probability by a logistic model over {@link Feature}s of the report
 * against the whole incident. The weights are data; the file's header says how they are learned.
 */
@SuppressWarnings("EnumOrdinal") // Arrays and bit sets by ordinal live in memory only.
public final class MergeRule {
    private static final String BIAS = "BIAS";
    private static final String JOIN = "JOIN";
    private static final String BRIDGE = "BRIDGE";

    private static final double LEAST_IN_COMMON = 0.05;
    /** 100 km, as {@link Feature#DISTANCE} counts. Neighbouring towns are confused in news, towns farther apart are not. */
    private static final double FAR_APART = 1;

    /** 60 days, as {@link Feature#DAYS_APART} counts. */
    private static final double LONG_AFTER = Math.log(60);

    private static final double MUCH_IN_COMMON = 0.35;

    /** This share of the probability to join: an incident with wrong reports looks less like what it is. */
    private static final double POSSIBLE = 0.25;

    private final double[] weights;
    private final double bias;
    private final double join;
    private final double bridge;

    /**
     * @param weights by feature; one that is missing weighs nothing
     * @param join least probability, 0..1, at which a report joins an incident
     * @param bridge least probability, 0..1, at which two incidents become one
     */
    public MergeRule(Map<Feature, Double> weights, double bias, double join, double bridge) {
        this.weights = new double[Feature.values().length];
        weights.forEach((feature, weight) -> this.weights[feature.ordinal()] = weight);
        this.bias = bias;
        this.join = join;
        this.bridge = bridge;
    }

    /** Reads the weights beside this class. */
    public static MergeRule load() {
        Map<Feature, Double> weights = new EnumMap<>(Feature.class);
        double bias = 0;
        double join = 1;
        double bridge = 1;
        for (DataFile.Row row : DataFile.rows(MergeRule.class, "merge-rule.tsv")) {
            switch (row.text(0)) {
                case BIAS -> bias = row.number(1);
                case JOIN -> join = row.number(1);
                case BRIDGE -> bridge = row.number(1);
                default -> weights.put(Feature.valueOf(row.text(0)), row.number(1));
            }
        }
        return new MergeRule(weights, bias, join, bridge);
    }

    /** What each feature says of the two, in log-odds; those that say nothing are left out. */
    public Map<Feature, Double> evidence(Profile report, Profile incident) {
        Map<Feature, Double> evidence = new EnumMap<>(Feature.class);
        double[] values = Comparison.of(report, incident);
        for (Feature feature : Feature.values()) {
            double said = weights[feature.ordinal()] * values[feature.ordinal()];
            if (said != 0) {
                evidence.put(feature, said);
            }
        }
        return evidence;
    }

    /** That both tell of one attack, 0..1. */
    public double probability(Profile report, Profile incident) {
        double[] values = Comparison.of(report, incident);
        if (!isSupported(values) || isElsewhere(values) || isAnotherTime(values)) {
            return 0;
        }
        double sum = bias;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * values[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** Without words or names in common, one town, one day and one toll are coincidence, however large the toll. */
    private static boolean isSupported(double[] values) {
        return values[Feature.WORDS.ordinal()] >= LEAST_IN_COMMON || values[Feature.NAMES.ordinal()] >= LEAST_IN_COMMON;
    }

    /** Towns far apart, and neither text names the other's: two attacks, though an agency tells them in the same words. */
    private static boolean isElsewhere(double[] values) {
        return values[Feature.DISTANCE.ordinal()] > FAR_APART && values[Feature.TOWN_NAMED.ordinal()] == 0;
    }

    /**
     * Days more than two months apart, and the deed is another one or told in other words: two attacks. What repeats the deed
     * and the words is mostly a follow-up that is dated wrongly.
     */
    private static boolean isAnotherTime(double[] values) {
        return values[Feature.DAYS_APART.ordinal()] > LONG_AFTER
                && (values[Feature.OTHER_TYPE.ordinal()] > 0 || values[Feature.WORDS.ordinal()] < MUCH_IN_COMMON);
    }

    /** Not to be ruled out: worth looking at the incident's reports one by one. */
    boolean isPossible(double probability) {
        return probability >= POSSIBLE * join;
    }

    boolean joins(double probability) {
        return probability >= join;
    }

    boolean bridges(double probability) {
        return probability >= bridge;
    }
}
