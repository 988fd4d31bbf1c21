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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tocsin.coder.role.Candidate;
import org.tocsin.coder.role.Further;
import org.tocsin.coder.role.Role;
import org.tocsin.coder.role.RoleModel;

/**
 * Trains one logistic regression a role with liblinear's trust-region solver, which draws no random numbers, and sets each
 * threshold where F1 is greatest on parts of the training set that were left out in turn.
 */
final class RoleTraining {
    static final int FOLDS = 4;
    private static final int STEPS = 30;

    /** How much each invented report weighs. */
    private static final int INVENTED_TIMES = 2;

    /** Thresholds of less than a quarter suit only news in which most of those named had a part. */
    private static final int LEAST = 8;

    private final List<RoleDocument> documents;
    private final List<RoleDocument> invented;
    private final double cost;
    private final int buckets;

    /**
     * @param invented are trained on; thresholds are not measured on them
     * @param cost liblinear's C: small, so that single words weigh little beside their classes
     */
    RoleTraining(List<RoleDocument> documents, List<RoleDocument> invented, double cost, int buckets) {
        this.documents = documents;
        this.invented = invented;
        this.cost = cost;
        this.buckets = buckets;
        Linear.disableDebugOutput();
    }

    RoleModel train() {
        Map<Role, Double> thresholds = new EnumMap<>(Role.class);
        List<RoleModel> folds = folds();
        for (Role role : Role.values()) {
            double best = 0;
            for (int step = LEAST; step < STEPS; step++) {
                double threshold = (double) step / STEPS;
                double f1 = leftOut(role, folds, threshold).f1();
                if (f1 > best) {
                    best = f1;
                    thresholds.put(role, threshold);
                }
            }
            System.out.printf("%-12s left out: %s%n", role, leftOut(role, folds, thresholds.getOrDefault(role, 0.5)));
        }
        return RoleModel.of(weights(-1)).with(thresholds).with(further(folds, -1));
    }

    /** One model for each part of the documents and invented reports, the i-th trained without those whose index is i modulo their number. */
    List<RoleModel> folds() {
        List<RoleModel> alone = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            alone.add(RoleModel.of(weights(fold)));
        }
        List<RoleModel> folds = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            folds.add(alone.get(fold).with(further(alone, fold)));
        }
        return folds;
    }

    private Further further(List<RoleModel> folds, int withoutFold) {
        FurtherTraining training = new FurtherTraining();
        for (int i = 0; i < documents.size(); i++) {
            if (i % FOLDS != withoutFold) {
                training.add(documents.get(i), folds.get(i % FOLDS), 1);
            }
        }
        for (int i = 0; i < invented.size(); i++) {
            if (i % FOLDS != withoutFold) {
                training.add(invented.get(i), folds.get(i % FOLDS), INVENTED_TIMES);
            }
        }
        return training.train();
    }

    private Tally leftOut(Role role, List<RoleModel> folds, double threshold) {
        Tally tally = new Tally();
        for (int i = 0; i < documents.size(); i++) {
            RoleDocument document = documents.get(i);
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
        for (int i = 0; i < documents.size(); i++) {
            if (i % FOLDS != withoutFold) {
                addExamples(documents.get(i), role, rows, labels);
            }
        }
        for (int i = 0; i < invented.size(); i++) {
            for (int time = 0; time < INVENTED_TIMES && i % FOLDS != withoutFold; time++) {
                addExamples(invented.get(i), role, rows, labels);
            }
        }
        return regression(rows, labels, cost, buckets);
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

    private static void addExamples(RoleDocument document, Role role, List<Feature[]> rows, List<Double> labels) {
        GoldRoles gold = document.gold(role);
        List<Candidate> fitting =
                document.candidates().stream().filter(c -> c.fits(role)).toList();
        Set<Integer> named = new HashSet<>();
        fitting.forEach(candidate -> named.addAll(gold.namedBy(candidate.text())));
        for (Candidate candidate : fitting) {
            int hit = gold.find(candidate.text());
            if (document.isExact() || !isSilent(candidate, role, gold, hit)) {
                rows.add(Arrays.stream(candidate.features())
                        .mapToObj(feature -> new FeatureNode(feature + 1, 1))
                        .toArray(Feature[]::new));
                labels.add(isRight(candidate, gold, hit, named) ? 1.0 : 0.0);
            }
        }
    }

    /** What only shares a word with an entity that another candidate names in full ("Spain" of an ambassador) is wrong. */
    private static boolean isRight(Candidate candidate, GoldRoles gold, int hit, Set<Integer> named) {
        return hit >= 0
                && (!named.contains(hit) || gold.namedBy(candidate.text()).contains(hit));
    }

    /**
     * The keys say nothing of an entity that is optional in them, nor of soldiers and fighters who attack each other: they
     * were annotated for attacks on civilians only.
     */
    private static boolean isSilent(Candidate candidate, Role role, GoldRoles gold, int hit) {
        if (hit >= 0) {
            return gold.entities().get(hit).optional();
        }
        return candidate.isArmed()
                && switch (role) {
                    case TARGET -> candidate.isHarmed();
                    case PERPETRATOR -> candidate.isHarming();
                    case WEAPON -> false;
                };
    }
}
