package org.tocsin.coder.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.coder.role.RelationsTest.relations;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "The Kesme Front owned up to the bombing.",
                "The Kesme Front has put its name to the raid.",
                "The Kesme Front adopted the ambush.",
                "The Kesme Front said the raid was revenge for its dead.",
                "The Kesme Front said it had avenged its dead.",
                "The Kesme Front said on its website that it had bombed the depot.",
                "The Kesme Front issued a claim of responsibility.",
                "The Kesme Front was responsible, the minister said.",
                "The Kesme Front is believed to be behind the shooting.",
                "The raid was claimed by the Kesme Front.",
                "The raid, claimed by the Kesme Front, was the worst in a year.",
                "A leaflet signed by the Kesme Front was found.",
                "A caller claimed the raid in the name of the Kesme Front.",
                "A claim of responsibility came from the Kesme Front.",
                "The raid bore the hallmarks of the Kesme Front.",
                "The raid was the work of the Kesme Front.",
                "The governor laid the raid at the door of the Kesme Front.",
                "The finger was pointed at the Kesme Front.",
                "Suspicion fell on the Kesme Front.",
                "The killing was attributed to the Kesme Front.",
                "Officials blamed the Kesme Front for the killing.",
                "The bombers were members of the Kesme Front.",
                "The gunmen belonged to the Kesme Front."
            })
    void shouldSeeWhomTheTextNamesOutright(String sentence) {
        assertThat(relations(sentence, "front")).anyMatch(relation -> relation.isOutright() && relation.namesDoer());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The Kesme Front owned up to mistakes.",
                "The Kesme Front adopted a new charter.",
                "The Kesme Front claimed the raid killed ten soldiers.",
                "The Kesme Front has not claimed the raid.",
                "The Kesme Front said the raid was a lie.",
                "A treaty signed by the Kesme Front ended the war.",
                "A lawyer spoke in the name of the Kesme Front.",
                "A letter in the name of the Kesme Front denied the claim.",
                "The flag was the pride of the Kesme Front.",
                "Officials blamed the Kesme Front for the high price of bread.",
                "The gunmen shot two villagers who were members of the Kesme Front."
            })
    void shouldNotSeeItWhereTheTextTellsOfOtherThings(String sentence) {
        assertThat(relations(sentence, "front")).noneMatch(relation -> relation.isOutright() && relation.namesDoer());
    }

    @Test
    void shouldNotTakeOfficialsWhoSignForThoseWhoClaim() {
        assertThat(relations("A statement signed by Archbishop Tomas Arden told of the raid.", "arden"))
                .noneMatch(Relation::namesDoer);
        assertThat(relations("A statement signed by the government told of the raid.", "government"))
                .noneMatch(Relation::namesDoer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The Kesme Front denied the bombing.",
                "The Kesme Front denied any involvement in the bombing.",
                "The Kesme Front denied that it was behind the bombing.",
                "Police said the Kesme Front had nothing to do with the bombing.",
                "The Kesme Front was not involved.",
                "The Kesme Front condemned the bombing."
            })
    void shouldSeeWhoIsCleared(String sentence) {
        assertThat(relations(sentence, "front"))
                .anyMatch(relation -> relation.link().equals(SetPhrases.CLEARED))
                .noneMatch(Relation::namesDoer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The Kesme Front denied the hostages water.",
                "The Kesme Front had nothing to eat.",
                "The Kesme Front condemned three prisoners to death."
            })
    void shouldClearNobodyWhoDoesOtherThings(String sentence) {
        assertThat(relations(sentence, "front"))
                .noneMatch(relation -> relation.link().equals(SetPhrases.CLEARED));
    }
}
