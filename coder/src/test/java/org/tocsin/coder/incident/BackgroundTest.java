package org.tocsin.coder.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.TextReader;

class BackgroundTest {
    private static final AttackFinder FINDER = AttackFinder.load();
    private static final Background BACKGROUND = new Background();

    private static final String NEWS =
            "Three soldiers were killed when a bomb hit their vehicle near Baidoa on Sunday. ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A French instructor was killed by a roadside bomb in the same park last year.",
                "Sixteen people were killed by explosive devices in the park in 2022.",
                "Two judges have left the country and in January a candidate was shot dead.",
                "Two weeks ago gunmen killed a clerk on the road to Garowe.",
                "Tens of thousands have died since President Ndadaye was assassinated in October last year.",
                "Previous attacks on the road killed nine people.",
                "Gunmen shot dead a clerk three months earlier."
            })
    void shouldRecallAnOlderAttack(String older) {
        Document document = TextReader.read(null, NEWS + older);

        assertThat(FINDER.find(document)).singleElement().satisfies(attack -> assertThat(attack.recalled())
                .containsExactly(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The gunmen, who attacked the same post last year, shot dead a nurse.",
                "A second bomb killed two people on Monday, police said.",
                "The bomb wounded nine others, said the mayor, who took office in January.",
                "A bomb killed five people in the town last week.",
                "The gunmen shot dead two tellers with a rifle bought last month.",
                "The blast killed five people at a mosque built last year.",
                "The gunmen abducted 12 workers hired in April by a Canadian firm.",
                "The mayor was shot dead by gunmen months before the vote.",
                "The bombing took place on 6 May 2024 near Gao and killed 12 people."
            })
    void shouldKeepWhatMayBeNews(String news) {
        assertThat(kept(NEWS + news)).anyMatch(trigger -> trigger.sentence() == 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A court on Monday sentenced a man for a mosque shooting. He killed six people in January last year.",
                "A man was arrested on Sunday over the bombing of a mall. The bomb killed nine people in 2019.",
                "Gunmen attacked a mosque in Ngozi in May. Two weeks ago they killed a clerk, residents say."
            })
    void shouldKeepAllWhereTheNewsMayBeAboutAnOldAttack(String text) {
        Document document = TextReader.read(null, text);

        assertThat(kept(text)).isEqualTo(FINDER.triggers(document));
    }

    private static List<Trigger> kept(String text) {
        Document document = TextReader.read(null, text);
        return BACKGROUND.without(document, FINDER.triggers(document));
    }
}
