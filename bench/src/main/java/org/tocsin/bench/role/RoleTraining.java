package org.tocsin.bench.role;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.tocsin.coder.role.LogOddsModel;
import org.tocsin.coder.role.Role;
import org.tocsin.coder.role.RoleModel;

/**
 * Trains one logistic regression a role with liblinear's trust-region solver, which draws no random numbers, and sets each
 * threshold where F1 is greatest on parts of the training news that were left out in turn, all kinds counting the same, and
 * those beside it counting too: the best single one is a matter of luck and moves from one training to the next.
 */
final class RoleTraining {
    static final int FOLDS = 4;
    private static final int STEPS = 30;

    /** Steps to either side whose F1 counts for a threshold, too. */
    private static final int BESIDE = 2;

    /** Thresholds of less than this share of {@link #STEPS} suit only news in which most of those named had a part. */
    private static final int LEAST = 8;

    /**
     * Articles of one kind of news.
     *
     * @param times how much each weighs
     */
    record Kind(String name, List<RoleDocument> documents, int times) {}

    private final List<Kind> kinds;
    private final double cost;
    private final int buckets;

    /** @param cost liblinear's C: small, so that single words weigh little beside their classes */
    RoleTraining(List<Kind> kinds, double cost, int buckets) {
        this.kinds = kinds;
        this.cost = cost;
        this.buckets = buckets;
        Linear.disableDebugOutput();
    }

    RoleModel train() {
        Map<Role, Double> thresholds = new EnumMap<>(Role.class);
        List<RoleModel> alone = alone();
        List<RoleModel> folds = folds(alone);
        for (Role role : Role.values()) {
            double least = threshold(role, folds);
            thresholds.put(role, least);
            System.out.printf("%-12s from %.2f on%n", role, least);
            kinds.forEach(kind ->
                    System.out.printf("%-12s %s left out: %s%n", role, kind.name(), leftOut(kind, role, folds, least)));
        }
        return complete(RoleModel.of(weights(-1)), alone, -1).with(thresholds);
    }

    private double threshold(Role role, List<RoleModel> folds) {
        double[] f1 = new double[STEPS];
        for (int step = LEAST - BESIDE; step < STEPS; step++) {
            double threshold = (double) step / STEPS;
            f1[step] = kinds.stream()
                    .mapToDouble(kind -> leftOut(kind, role, folds, threshold).f1())
                    .sum();
        }
        int best = LEAST;
        double most = 0;
        for (int step = LEAST; step < STEPS - BESIDE; step++) {
            double around = Arrays.stream(f1, step - BESIDE, step + BESIDE + 1).sum();
            if (around > most) {
                most = around;
                best = step;
            }
        }
        return (double) best / STEPS;
    }

    /** One model for each part of the articles, the i-th trained without those whose index is i modulo their number. */
    List<RoleModel> folds() {
        return folds(alone());
    }

    private List<RoleModel> folds(List<RoleModel> alone) {
        List<RoleModel> folds = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            folds.add(complete(alone.get(fold), alone, fold));
        }
        return folds;
    }

    /** Of the same parts, judging each candidate for himself. */
    private List<RoleModel> alone() {
        List<RoleModel> alone = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            alone.add(RoleModel.of(weights(fold)));
        }
        return alone;
    }

    /** With the models that judge candidates beside others, learned from what models say that did not see the article. */
    private RoleModel complete(RoleModel model, List<RoleModel> folds, int withoutFold) {
        FurtherTraining further = new FurtherTraining();
        RivalsTraining rivals = new RivalsTraining();
        for (Kind kind : kinds) {
            forEach(kind, withoutFold, i -> {
                RoleDocument document = kind.documents().get(i);
                further.add(document, folds.get(i % FOLDS), kind.times());
                rivals.add(document, folds.get(i % FOLDS), kind.times());
            });
        }
        return model.with(further.train()).with(rivals.train());
    }

    private static void forEach(Kind kind, int withoutFold, IntConsumer document) {
        IntStream.range(0, kind.documents().size())
                .filter(i -> i % FOLDS != withoutFold)
                .forEach(document);
    }

    private static Tally leftOut(Kind kind, Role role, List<RoleModel> folds, double threshold) {
        Tally tally = new Tally();
        for (int i = 0; i < kind.documents().size(); i++) {
            RoleDocument document = kind.documents().get(i);
            tally.add(document.gold(role), document.chosen(role, folds.get(i % FOLDS), threshold));
        }
        return tally;
    }

    private Map<Role, double[]> weights(int withoutFold) {
        Map<Role, double[]> weights = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            weights.put(role, weights(role, withoutFold));
        }
        return weights;
    }

    private double[] weights(Role role, int withoutFold) {
        List<Feature[]> rows = new ArrayList<>();
        List<Double> labels = new ArrayList<>();
        for (Kind kind : kinds) {
            forEach(
                    kind,
                    withoutFold,
                    i -> RoleLabels.of(kind.documents().get(i), role, (candidate, right) -> {
                        Feature[] row = Arrays.stream(candidate.features())
                                .mapToObj(feature -> new FeatureNode(feature + 1, 1))
                                .toArray(Feature[]::new);
                        for (int time = 0; time < kind.times(); time++) {
                            rows.add(row);
                            labels.add(right ? 1.0 : 0.0);
                        }
                    }));
        }
        return regression(rows, labels, cost, buckets);
    }

    /** The hashed features and, behind them, the candidate's own log-odds. */
    static Feature[] row(int[] features, double probability) {
        Feature[] row = new Feature[features.length + 1];
        for (int i = 0; i < features.length; i++) {
            row[i] = new FeatureNode(features[i] + 1, 1);
        }
        row[features.length] = new FeatureNode(RoleModel.BUCKETS + 1, LogOddsModel.logOdds(probability));
        return row;
    }

    /** The weights of a logistic regression without a bias of its own; labels are 1 and 0. */
    static double[] regression(List<Feature[]> rows, List<Double> labels, double cost, int features) {
        Problem problem = new Problem();
        problem.l = rows.size();
        problem.n = features;
        problem.x = rows.toArray(Feature[][]::new);
        problem.y = labels.stream().mapToDouble(Double::doubleValue).toArray();
        Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR, cost, 0.01));
        double[] trained = Arrays.copyOf(model.getFeatureWeights(), features);
        // liblinear's first label is the one that its weights speak for.
        return model.getLabels()[0] == 1
                ? trained
                : Arrays.stream(trained).map(w -> -w).toArray();
    }
}
