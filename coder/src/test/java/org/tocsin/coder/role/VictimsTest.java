package org.tocsin.coder.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.coder.role.RelationsTest.relations;

import java.util.List;
import org.junit.jupiter.api.Test;

class VictimsTest {
    @Test
    void shouldReadWhoTheDeadAndWoundedWere() {
        for (String telling : List.of(
                "The dead were two bakers.",
                "The victims were bakers.",
                "All six of the dead were bakers.",
                "Most of the victims of the blast were bakers.",
                "Those killed were bakers.",
                "Police said the dead were bakers.",
                "The dead included bakers.",
                "Among the dead were two bakers.",
                "Among the victims of the blast was a baker.",
                "Killed in the blast were two bakers.",
                "The dead man was a baker.",
                "The dead were a clerk and a baker.")) {
            assertThat(relations(telling, "baker"))
                    .as(telling)
                    .anyMatch(Relation::harms)
                    .anyMatch(Relation::isOutright);
        }
        assertThat(relations("The wounded were bakers.", "baker"))
                .contains(Relation.outright("wound", "wound", "object"));
    }

    @Test
    void shouldReadWhoWasAmongThem() {
        for (String telling : List.of(
                "A baker was among the dead.",
                "A baker was among those killed.",
                "A baker was one of the victims.",
                "Two bakers are dead.",
                "A baker was among the victims of the blast.")) {
            assertThat(relations(telling, "baker")).as(telling).anyMatch(Relation::isOutright);
        }
    }

    @Test
    void shouldReadByWhatNameTheVictimIsKnown() {
        assertThat(relations("The victim was named as Odile Marchetti.", "marchetti"))
                .anyMatch(Relation::isOutright);
        assertThat(relations("The victim of the blast was identified as Odile Marchetti.", "marchetti"))
                .anyMatch(Relation::isOutright);
        assertThat(relations("Police named the victim as Odile Marchetti.", "marchetti"))
                .anyMatch(Relation::isOutright);
        assertThat(relations("Police named the suspect as Odile Marchetti.", "marchetti"))
                .noneMatch(Relation::harms);
        assertThat(relations("The victim was seen as a rival.", "rival")).noneMatch(Relation::harms);
    }

    @Test
    void shouldTakeOthersThanTheDeadForNoVictims() {
        for (String telling : List.of(
                "The brother of the victim was a baker.",
                "The dead were not bakers.",
                "None of the dead were bakers.",
                "Among the mourners were two bakers.",
                "The victims were treated by a baker.",
                "The victims were in the shop of a baker.",
                "The baker is dead tired of the noise.",
                "The witness was a baker.",
                "In the exercise the \"dead\" were bakers.")) {
            assertThat(relations(telling, "baker")).as(telling).noneMatch(Relation::harms);
        }
    }

    @Test
    void shouldTakeTheAttackerWhoDiedForNoVictim() {
        assertThat(relations("The gunman was among the dead.", "gunman")).noneMatch(Relation::harms);
        assertThat(relations("The gunman is dead.", "gunman")).noneMatch(Relation::harms);
        assertThat(relations("The dead included the bomber.", "bomber")).noneMatch(Relation::isOutright);
    }

    @Test
    void shouldTakeAgeAndSexOfThoseCountedForNoVictimsOfTheirOwn() {
        assertThat(relations("Most of the dead were women.", "woman")).noneMatch(Relation::isOutright);
        assertThat(relations("The dead were two local women.", "woman")).anyMatch(Relation::isOutright);
    }
}
