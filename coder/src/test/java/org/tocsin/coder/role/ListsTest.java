package org.tocsin.coder.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.coder.role.RelationsTest.relations;

import java.util.List;
import org.junit.jupiter.api.Test;

class ListsTest {
    private static final Relation ONE_MORE = new Relation("kill", "kill", "&object");

    @Test
    void shouldReadTheMembersOfAList() {
        String text = "Gunmen killed a clerk, a baker, a guard and a cook.";

        for (String member : List.of("baker", "guard", "cook")) {
            assertThat(relations(text, member)).as(member).containsExactly(ONE_MORE);
        }
        assertThat(relations("Gunmen killed a clerk, a baker, and a cook in the north.", "baker"))
                .containsExactly(ONE_MORE);
        assertThat(relations("Gunmen killed a clerk in a suburb of the town on Monday, then a baker.", "baker"))
                .containsExactly(ONE_MORE);
        assertThat(relations("Gunmen killed a clerk in Arlon and a baker in Virton.", "baker"))
                .containsExactly(ONE_MORE);
    }

    @Test
    void shouldReadAListThatAColonOpens() {
        String text = "The blast killed three people in the north: a clerk, a baker and a cook.";

        for (String member : List.of("clerk", "baker", "cook")) {
            assertThat(relations(text, member)).as(member).containsExactly(ONE_MORE);
        }
        assertThat(relations("Three people were killed by the blast: a clerk, a baker and a cook.", "baker"))
                .containsExactly(ONE_MORE);
    }

    @Test
    void shouldNotTakeWhoIsDescribedOrSpeaksForOneMore() {
        assertThat(relations("Gunmen killed Odile Marchetti, a baker and mother of two.", "baker"))
                .doesNotContain(ONE_MORE);
        assertThat(relations("Gunmen killed the mayor, a baker, and his driver.", "baker"))
                .doesNotContain(ONE_MORE);
        assertThat(relations("Gunmen killed a clerk, a baker and a cook said.", "baker"))
                .noneMatch(Relation::harms);
        assertThat(relations("Gunmen killed three people: police", "police")).noneMatch(Relation::harms);
        assertThat(relations("Gunmen killed three people: a baker said so.", "baker"))
                .noneMatch(Relation::harms);
    }

    @Test
    void shouldReadSomeOfThoseWhoWereCounted() {
        Relation part = new Relation("kill", "kill", "incl-object");

        assertThat(relations("The blast killed six people, among them two bakers.", "baker"))
                .containsExactly(part);
        assertThat(relations("The blast killed six people in the north, including two bakers.", "baker"))
                .containsExactly(part);
        assertThat(relations("The men spoke, among them two bakers.", "baker")).noneMatch(Relation::harms);
    }
}
