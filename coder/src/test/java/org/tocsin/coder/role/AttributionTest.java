package org.tocsin.coder.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.coder.role.RelationsTest.relations;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                "The gunmen belonged to the Kesme Front.",
                "Two of the gunmen were members of the Kesme Front.",
                "A bus was hit by gunmen sent by the Kesme Front.",
                "A statement signed by the Kesme Front claimed the raid.",
                "The raid has been claimed by the Kesme Front.",
                "The killing had been attributed to the Kesme Front.",
                "The Kesme Front acknowledged the raid.",
                "There was no doubt that the raid was the work of the Kesme Front.",
                "No one was hurt in the raid claimed by the Kesme Front.",
                "There were no deaths in the raid claimed by the Kesme Front.",
                "The bomb did not go off but police blamed the Kesme Front for the raid.",
                "Villagers blamed the Kesme Front, a group of former soldiers."
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
                "The gunmen shot two villagers who were members of the Kesme Front.",
                "Two men killed by the gunmen were members of the Kesme Front.",
                "Two of those killed by the gunmen were members of the Kesme Front.",
                "The house attacked by the gunmen belonged to the Kesme Front.",
                "Villagers blamed the Kesme Front, saying it came late.",
                "The Kesme Front was responsible, as it had ignored warnings.",
                "In a statement signed by the Kesme Front the raid was called a crime.",
                "A lawyer speaking for the Kesme Front condemned the killing and blamed spies."
            })
    void shouldNotSeeItWhereTheTextTellsOfOtherThings(String sentence) {
        assertThat(relations(sentence, "front")).noneMatch(relation -> relation.isOutright() && relation.namesDoer());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The raid did not bear the hallmarks of the Kesme Front.",
                "It did not carry the signature of the Kesme Front.",
                "There was no evidence that the gunmen were members of the Kesme Front.",
                "The minister declined to say whether the gunmen belonged to the Kesme Front.",
                "No claim of responsibility came from the Kesme Front.",
                "Nobody has blamed the Kesme Front for the raid.",
                "Police did not blame the Kesme Front for the raid.",
                "Officials stopped short of blaming the Kesme Front for the raid.",
                "The Kesme Front has yet to claim responsibility for the raid.",
                "The Kesme Front refused to claim the raid.",
                "Officials denied that the bombing was the work of the Kesme Front.",
                "Police do not believe the gunmen were members of the Kesme Front.",
                "Officials did not hold the Kesme Front responsible for the raid."
            })
    void shouldNotSeeItWhereItIsDenied(String sentence) {
        assertThat(relations(sentence, "front")).noneMatch(Relation::namesDoer);
    }

    @Test
    void shouldNotSeeItInWhatNeitherOfTwoDid() {
        String sentence = "Neither the Kesme Front nor the Hill Brigade claimed responsibility.";

        assertThat(relations(sentence, "front")).noneMatch(Relation::namesDoer);
        assertThat(relations(sentence, "brigade")).noneMatch(Relation::namesDoer);

        String passive = "The raid was claimed by neither the Kesme Front nor the Hill Brigade.";

        assertThat(relations(passive, "front")).noneMatch(Relation::namesDoer);
        assertThat(relations(passive, "brigade")).noneMatch(Relation::namesDoer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Police acknowledged the attack but gave no details. | police",
                "The army acknowledged the attack late on Monday. | army",
                "The army said the attack was in retaliation for a raid. | army"
            })
    void shouldNotTakeForcesThatTellOfAnAttackForThoseWhoSayThatTheyDidIt(String sentence, String force) {
        assertThat(relations(sentence, force)).noneMatch(Relation::isOutright);
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
        assertThat(relations(sentence, "front")).anyMatch(Relation::isCleared).noneMatch(Relation::namesDoer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The Kesme Front denied the hostages water.",
                "The Kesme Front had nothing to eat.",
                "The Kesme Front condemned three prisoners to death."
            })
    void shouldClearNobodyWhoDoesOtherThings(String sentence) {
        assertThat(relations(sentence, "front")).noneMatch(Relation::isCleared);
    }
}
