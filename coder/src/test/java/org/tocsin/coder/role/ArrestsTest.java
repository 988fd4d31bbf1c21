package org.tocsin.coder.role;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrestsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Police have detained two men over the blast. | man",
                "Police in Halle detained a roofer aged 26 and a pupil aged 17. | pupil",
                "The gunman was captured by police after a chase. | gunman",
                "A farmer was detained hours later. | farmer",
                "A clerk is being held on suspicion of arson. | clerk",
                "Soldiers captured a former officer suspected of leading the raid. | officer",
                "Detectives are questioning a soldier about the shooting. | soldier",
                "Three students are in custody. | student"
            })
    void shouldNameTheArrestedAsTheOneWhoIsSuspected(String sentence, String suspect) {
        assertThat(RelationsTest.relations(sentence, suspect))
                .anyMatch(Relation::namesDoer)
                .noneMatch(Relation::harms);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Rebels captured a teacher near the border. | teacher",
                "A nurse was held for ransom. | nurse",
                "Gunmen detained 12 villagers and burned their huts. | villager",
                "The teacher was detained by rebels at the bridge. | teacher",
                "The bishop was seized at his home. | bishop"
            })
    void shouldLeaveAnAbductionOne(String sentence, String victim) {
        assertThat(RelationsTest.relations(sentence, victim))
                .anyMatch(Relation::harms)
                .noneMatch(Relation::namesDoer);
    }
}
