package org.tocsin.coder.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tocsin.coder.place.Actors;
import org.tocsin.coder.place.Nations;
import org.tocsin.coder.text.TextReader;

class RivalsTest {
    private static final RoleReader READER = RoleReader.forTraining(Actors.load(), Nations.load());
    private static final RoleModel ALONE = RoleModel.of(Map.of(
            Role.PERPETRATOR, new double[RoleModel.BUCKETS],
            Role.TARGET, new double[RoleModel.BUCKETS]));

    @Test
    void shouldLeaveProbabilitiesAsTheyAreUntilTrained() {
        List<Candidate> candidates = candidates("Rebels attacked soldiers.");
        Candidate rebels = find("Rebels", candidates);

        assertThat(Rivals.none().probabilities(candidates, ALONE).get(rebels))
                .isEqualTo(ALONE.probability(Role.PERPETRATOR, rebels), within(1e-3));
    }

    @Test
    void shouldHoldBackWhoHasASurerRival() {
        List<Candidate> candidates = candidates("Rebels attacked the town. Soldiers were killed.");
        Candidate rebels = find("Rebels", candidates);
        Candidate soldiers = find("Soldiers", candidates);
        RoleModel rebelsDidIt = RoleModel.of(
                Map.of(Role.PERPETRATOR, speakingFor(rebels, soldiers), Role.TARGET, new double[RoleModel.BUCKETS]));
        Map<Candidate, int[]> beside = Rivals.features(candidates, rebelsDidIt);
        double[] weights = new double[RoleModel.BUCKETS];
        Arrays.stream(beside.getOrDefault(soldiers, new int[0]))
                .filter(feature -> Arrays.binarySearch(beside.getOrDefault(rebels, new int[0]), feature) < 0)
                .forEach(feature -> weights[feature] = -1);

        Map<Candidate, Double> probabilities = Rivals.of(1, weights).probabilities(candidates, rebelsDidIt);

        assertThat(probabilities.get(soldiers)).isLessThan(rebelsDidIt.probability(Role.PERPETRATOR, soldiers) / 2);
        assertThat(probabilities.get(rebels))
                .isEqualTo(rebelsDidIt.probability(Role.PERPETRATOR, rebels), within(1e-3));
    }

    @Test
    void shouldPassOverWhoIsMostImprobableForHimself() {
        List<Candidate> candidates = candidates("Rebels attacked the town. Soldiers were killed.");
        Candidate soldiers = find("Soldiers", candidates);
        double[] against = speakingFor(soldiers, find("Rebels", candidates));
        RoleModel notThem = RoleModel.of(Map.of(
                Role.PERPETRATOR,
                Arrays.stream(against).map(w -> -w).toArray(),
                Role.TARGET,
                new double[RoleModel.BUCKETS]));

        assertThat(notThem.probability(Role.PERPETRATOR, soldiers)).isLessThan(Rivals.LEAST);
        assertThat(Rivals.none().probabilities(candidates, notThem)).doesNotContainKey(soldiers);
    }

    @Test
    void shouldTakeNoAttackForItsDoer() {
        Candidate raids = find("Syrian air raids", candidates("Syrian air raids killed ten farmers."));

        assertThat(raids.fits(Role.PERPETRATOR)).isFalse();
        assertThat(raids.fits(Role.TARGET)).isTrue();
    }

    private static List<Candidate> candidates(String text) {
        return READER.candidates(TextReader.read(null, text), List.of());
    }

    private static Candidate find(String phrase, List<Candidate> candidates) {
        return candidates.stream()
                .filter(candidate -> candidate.text().equals(phrase))
                .findFirst()
                .orElseThrow();
    }

    /** Weights of the features that only the first of the two has. */
    private static double[] speakingFor(Candidate one, Candidate other) {
        double[] weights = new double[RoleModel.BUCKETS];
        Arrays.stream(one.features())
                .filter(feature -> Arrays.binarySearch(other.features(), feature) < 0)
                .forEach(feature -> weights[feature] = 1);
        return weights;
    }
}
