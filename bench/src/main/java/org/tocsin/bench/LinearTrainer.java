package org.tocsin.bench;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tocsin.coder.model.Features;
import org.tocsin.coder.model.LinearModel;

/**
 * Trains logistic regressions with liblinear's trust-region solver, which draws no random numbers: the same examples in
 * the same order give the same model.
 */
final class LinearTrainer {
    /** The bias is one more feature, always 1. */
    private static final int BIAS = (1 << Features.BITS) + 1;

    private final List<Feature[]> rows = new ArrayList<>();
    private final List<Double> labels = new ArrayList<>();

    /** Adds an example that weighs as much as {@code copies} of it; liblinear knows no weights. */
    void add(Features features, boolean label, int copies) {
        Map<Integer, Double> sums = new TreeMap<>();
        for (int i = 0; i < features.size(); i++) {
            sums.merge(features.bucket(i) + 1, (double) features.value(i), Double::sum);
        }
        sums.put(BIAS, 1.0);
        Feature[] row = new Feature[sums.size()];
        int n = 0;
        for (Map.Entry<Integer, Double> sum : sums.entrySet()) {
            row[n++] = new FeatureNode(sum.getKey(), sum.getValue());
        }
        for (int i = 0; i < copies; i++) {
            rows.add(row);
            labels.add(label ? 1.0 : 0.0);
        }
    }

    /** @param cost liblinear's C: the greater, the closer the model follows the examples */
    LinearModel train(String header, double cost) {
        Problem problem = new Problem();
        problem.l = rows.size();
        problem.n = BIAS;
        problem.x = rows.toArray(Feature[][]::new);
        problem.y = labels.stream().mapToDouble(Double::doubleValue).toArray();
        Linear.disableDebugOutput();
        Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR, cost, 0.001));
        // liblinear's first label is the one that its weights speak for.
        double sign = model.getLabels()[0] == 1 ? 1 : -1;
        double[] weights = new double[1 << Features.BITS];
        double[] trained = model.getFeatureWeights();
        for (int i = 0; i < weights.length; i++) {
            weights[i] = sign * trained[i];
        }
        return LinearModel.of(header, sign * trained[BIAS - 1], weights);
    }
}
