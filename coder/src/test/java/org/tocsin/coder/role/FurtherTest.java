package org.tocsin.coder.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.coder.place.Actors;
import org.tocsin.coder.place.Nations;
import org.tocsin.coder.role.Further.Look;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.TextReader;

class FurtherTest {
    private static final RoleReader READER = RoleReader.forTraining(Actors.load(), Nations.load());

    @Test
    void shouldLeaveProbabilitiesAsTheyAreUntilTrained() {
        Look mayor = look("the mayor", "Gunmen killed the mayor.");

        assertThat(Further.none().probability(0.7, mayor, List.of())).isEqualTo(0.7, within(1e-9));
    }

    @Test
    void shouldHoldBackWhomTrainingFoundToBeARepetition() {
        String text = "Gunmen killed a judge and two clerks. The lawyer died at once. A bridge was blown up.";
        Look judge = look("a judge", text);
        Look lawyer = look("The lawyer", text);
        Look bridge = look("A bridge", text);
        double[] weights = new double[RoleModel.BUCKETS];
        int[] alone = Further.features(lawyer, List.of());
        Arrays.stream(Further.features(lawyer, List.of(judge)))
                .filter(feature -> Arrays.binarySearch(alone, feature) < 0)
                .filter(feature -> Arrays.binarySearch(Further.features(bridge, List.of(judge)), feature) < 0)
                .forEach(feature -> weights[feature] = -1);
        Further further = Further.of(1, weights);

        assertThat(further.probability(0.7, lawyer, List.of())).isEqualTo(0.7, within(1e-9));
        assertThat(further.probability(0.7, lawyer, List.of(judge))).isLessThan(0.5);
        assertThat(further.probability(0.7, bridge, List.of(judge))).isEqualTo(0.7, within(1e-9));
    }

    /** Of the candidate whose phrase is that one, whatever its article. */
    private static Look look(String phrase, String text) {
        Document document = TextReader.read(null, text);
        String bare = phrase.substring(phrase.indexOf(' ') + 1);
        return READER.candidates(document, List.of()).stream()
                .filter(candidate -> candidate.text().equals(bare))
                .map(Look::new)
                .findFirst()
                .orElseThrow();
    }
}
