package org.tocsin.coder.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.coder.place.Actors;
import org.tocsin.coder.place.Nations;
import org.tocsin.coder.text.TextReader;

class CoreferenceTest {
    private static final RoleReader READER = RoleReader.forTraining(Actors.load(), Nations.load());

    @Test
    void shouldTakeTheArmyOfAnArmyAttackForTheArmyThatIsNamed() {
        assertThat(phrases("The army attacked a village. The army attack killed ten farmers."))
                .filteredOn(phrase -> phrase.equals("army"))
                .hasSize(1);
    }

    @Test
    void shouldTakeTheRebelsOfARebelAttackForTheRebelsThatAreNamed() {
        assertThat(phrases("A rebel attack killed ten farmers. Moderate rebels burned the village."))
                .contains("Moderate rebels")
                .doesNotContain("rebel");
    }

    @Test
    void shouldTakeTheUnitsOfAnArmyForTheArmy() {
        assertThat(phrases("Army units shelled the village. The army denied it."))
                .contains("Army units")
                .doesNotContain("army");
    }

    @Test
    void shouldKeepTheUnitsOfTwoForcesApart() {
        assertThat(phrases("Army units shelled the village. Police units guarded it."))
                .contains("Army units", "Police units");
    }

    @Test
    void shouldTakeAGroupForTheOneThatItsNameIsSaidToBe() {
        assertThat(phrases("The Kesme Front, a militia in the hills, shot the mayor."))
                .contains("Kesme Front")
                .doesNotContain("militia");
        assertThat(phrases("The mayor accused the Kesme Front, the militia and the army."))
                .contains("Kesme Front", "militia");
    }

    @Test
    void shouldTakeNoOtherGroupForTheOneThatIsNone() {
        assertThat(phrases("No group has claimed the blast. A group guards the bridge."))
                .filteredOn(phrase -> phrase.endsWith("group"))
                .hasSize(2);
        assertThat(phrases("Police did not blame any group. The group at the bridge fled."))
                .filteredOn(phrase -> phrase.endsWith("group"))
                .hasSize(2);
    }

    @Test
    void shouldTakeASoldierForTheOneWhoseNameStandsBesideHim() {
        assertThat(phrases("Carlos Pena, a soldier, was shot.")).hasSize(1);
        assertThat(phrases("Carlos Pena, a police officer, was shot.")).hasSize(1);
        assertThat(phrases("Carlos Pena, also a teacher, was shot.")).hasSize(1);
    }

    @Test
    void shouldTakeWhomAListGoesOnToForAnother() {
        for (String next : List.of("then", "later", "also")) {
            assertThat(phrases("Rebels shot a soldier, " + next + " Carlos Pena, a trader, in Sorvo."))
                    .as(next)
                    .contains("soldier", "Carlos Pena");
        }
        assertThat(phrases("Rebels shot Carlos Pena, then a soldier.")).contains("Carlos Pena", "soldier");
        assertThat(phrases("A soldier, Carlos Pena, was shot.")).hasSize(1);
        assertThat(phrases("A soldier, named Carlos Pena, was shot.")).hasSize(1);
    }

    @Test
    void shouldKeepAPatrolAndOthersOfAListApartFromANameBesideThem() {
        assertThat(phrases("Rebels shot Carlos Pena, a patrol said.")).contains("Carlos Pena", "patrol");
        assertThat(phrases("Rebels shot Carlos Pena, a soldier and a nurse."))
                .contains("Carlos Pena", "soldier", "nurse");
    }

    private static List<String> phrases(String text) {
        return READER.candidates(TextReader.read(null, text), List.of()).stream()
                .map(Candidate::text)
                .toList();
    }
}
