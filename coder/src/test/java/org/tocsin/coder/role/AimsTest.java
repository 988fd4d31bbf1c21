package org.tocsin.coder.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.coder.role.RelationsTest.relations;

import java.util.List;
import org.junit.jupiter.api.Test;

class AimsTest {
    @Test
    void shouldReadWhomAnAttackWasMeantFor() {
        for (String telling : List.of(
                "The bomb was meant for the mayor.",
                "The shots were intended for the mayor.",
                "The bomb was designed for the mayor.",
                "The attack was aimed at the mayor.",
                "The gunmen were after the mayor.",
                "The target was the mayor.",
                "The apparent target of the attack was the mayor.",
                "The mayor was the target of the blast.",
                "The mayor was believed to be the intended target.",
                "The attack targeted the mayor.",
                "The bullets missed the mayor.",
                "The mayor survived the attack.",
                "The mayor survived when gunmen fired at the car.",
                "The mayor escaped unhurt.",
                "The mayor narrowly escaped.",
                "It was the second attempt on the life of the mayor.")) {
            assertThat(relations(telling, "mayor"))
                    .as(telling)
                    .anyMatch(Relation::isOutright)
                    .anyMatch(relation ->
                            relation.aims(RelationsTest.LEXICON.words().idioms()));
        }
    }

    @Test
    void shouldTakeOtherAimsForNoAttack() {
        for (String telling : List.of(
                "The food was meant for the mayor.",
                "The target was not the mayor.",
                "The bullets did not miss the mayor.",
                "The tourists missed the mayor.",
                "The reporters were after the mayor.",
                "The mayor survived the winter.",
                "The mayor escaped through the garden.",
                "The mayor escaped injury.",
                "The writer spoke on the life of the mayor.")) {
            assertThat(relations(telling, "mayor"))
                    .as(telling)
                    .noneMatch(Relation::isOutright)
                    .noneMatch(Relation::harms);
        }
    }

    @Test
    void shouldTakeAttackersWhoGotAwayForNoTargets() {
        assertThat(relations("The gunmen escaped unhurt.", "gunman")).noneMatch(Relation::harms);
        assertThat(relations("The attackers narrowly escaped.", "attacker")).noneMatch(Relation::harms);
    }
}
