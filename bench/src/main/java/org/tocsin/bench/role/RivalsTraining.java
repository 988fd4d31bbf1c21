package org.tocsin.bench.role;

import de.bwaldvogel.liblinear.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tocsin.coder.role.Candidate;
import org.tocsin.coder.role.Rivals;
import org.tocsin.coder.role.Role;
import org.tocsin.coder.role.RoleModel;

/** Trains the model of rival perpetrators on probabilities of models that did not see the article. */
final class RivalsTraining {
    /** liblinear's C. */
    private static final double COST = 0.02;

    private final List<Feature[]> rows = new ArrayList<>();
    private final List<Double> labels = new ArrayList<>();

    /** Adds the candidates of an article, with the probabilities of a model that did not see it. */
    void add(RoleDocument document, RoleModel unseen, int times) {
        Map<Candidate, int[]> features = Rivals.features(document.candidates(), unseen);
        RoleLabels.of(document, Role.PERPETRATOR, (candidate, right) -> {
            int[] own = features.get(candidate);
            for (int time = 0; time < times && own != null; time++) {
                rows.add(RoleTraining.row(own, unseen.probability(Role.PERPETRATOR, candidate)));
                labels.add(right ? 1.0 : 0.0);
            }
        });
    }

    Rivals train() {
        double[] weights = RoleTraining.regression(rows, labels, COST, RoleModel.BUCKETS + 1);
        return Rivals.of(weights[RoleModel.BUCKETS], weights);
    }
}
