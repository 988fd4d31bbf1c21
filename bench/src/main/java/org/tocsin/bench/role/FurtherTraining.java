package org.tocsin.bench.role;

import de.bwaldvogel.liblinear.Feature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.coder.role.Candidate;
import org.tocsin.coder.role.Further;
import org.tocsin.coder.role.Role;
import org.tocsin.coder.role.RoleModel;

/**
 * Trains the model of further targets. The targets of each attack are chosen one by one, surest first, by probabilities of
 * models that did not see the article; each is right when it hits a gold entity that none before it hit.
 */
final class FurtherTraining {
    /** liblinear's C; between .01 and .05 it hardly matters. */
    private static final double COST = 0.02;

    /** Who is at least so probable is taken for chosen when those after it are judged. */
    private static final double CHOSEN = 0.37;

    private record Scored(Candidate candidate, double probability) {}

    private final List<Feature[]> rows = new ArrayList<>();
    private final List<Double> labels = new ArrayList<>();

    /** Adds the targets of an article, with the probabilities of a model that did not see it. */
    void add(RoleDocument document, RoleModel unseen, int times) {
        for (List<Candidate> attack : document.attacks()) {
            for (int time = 0; time < times; time++) {
                addAttack(document.gold(Role.TARGET), attack, unseen);
            }
        }
    }

    private void addAttack(GoldRoles gold, List<Candidate> candidates, RoleModel unseen) {
        List<Candidate> chosen = new ArrayList<>();
        List<Further.Look> looks = new ArrayList<>();
        Set<Integer> hits = new HashSet<>();
        candidates.stream()
                .filter(candidate -> candidate.fits(Role.TARGET))
                .map(candidate -> new Scored(candidate, unseen.probability(Role.TARGET, candidate)))
                .filter(scored -> scored.probability() >= Further.LEAST)
                .sorted(Comparator.comparingDouble(Scored::probability).reversed())
                .forEach(scored -> {
                    Candidate candidate = scored.candidate();
                    Further.Look look = new Further.Look(candidate);
                    int hit = gold.find(candidate.text());
                    boolean silent = hit >= 0 && gold.entities().get(hit).optional();
                    if (!silent && !isSameAsAny(candidate, chosen)) {
                        rows.add(RoleTraining.row(Further.features(look, looks), scored.probability()));
                        labels.add(hit >= 0 && !hits.contains(hit) ? 1.0 : 0.0);
                    }
                    if (scored.probability() >= CHOSEN) {
                        chosen.add(candidate);
                        looks.add(look);
                        hits.add(hit);
                    }
                });
    }

    /** Measuring counts one phrase and another that holds its head word once, so neither says anything of the other. */
    private static boolean isSameAsAny(Candidate candidate, List<Candidate> chosen) {
        return chosen.stream()
                .anyMatch(earlier -> EntityMatch.same(List.of(earlier.text()), List.of(candidate.text())));
    }

    Further train() {
        double[] weights = RoleTraining.regression(rows, labels, COST, RoleModel.BUCKETS + 1);
        return Further.of(weights[RoleModel.BUCKETS], weights);
    }
}
