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
                "The man, aged 40, was held over the killing. | man",
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
                "The bishop was seized at his home. | bishop",
                "Militants captured three men over a debt. | man",
                "Twelve farmers were seized by gunmen in police uniforms. | farmer",
                "Two engineers were captured by rebels at a police checkpoint. | engineer",
                "Militants stormed a police post and seized three soldiers. | soldier"
            })
    void shouldLeaveAnAbductionOne(String sentence, String victim) {
        assertThat(RelationsTest.relations(sentence, victim))
                .anyMatch(Relation::harms)
                .noneMatch(Relation::namesDoer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Gunmen shot dead a farmer, a woman of 30 and a boy in Kano. | woman",
                "Gunmen shot dead a farmer, a woman aged 30 and a boy in Kano. | woman",
                "Gunmen shot dead a man of 40, a girl of 8 and a clerk. | clerk"
            })
    void shouldReadAgesInAList(String sentence, String victim) {
        assertThat(RelationsTest.relations(sentence, victim)).anyMatch(Relation::harms);
    }
}
