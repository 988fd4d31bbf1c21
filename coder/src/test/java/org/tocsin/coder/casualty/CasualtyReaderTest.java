package org.tocsin.coder.casualty;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.coder.CountRange;
import org.tocsin.coder.incident.AttackFinder;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.TextReader;

/** How many were killed and injured, told in the ways that news tells it. */
class CasualtyReaderTest {
    private static final CasualtyReader CASUALTIES = CasualtyReader.load();
    private static final AttackFinder ATTACKS = AttackFinder.load();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A car bomb exploded near the market, killing 12 people and wounding 30, police said. | 12 | 30",
                "Twelve soldiers were killed and thirty others were wounded when rebels attacked the base. | 12 | 30",
                "Gunmen attacked a bus on Monday, leaving nine passengers dead and four injured. | 9 | 4",
                "A 34-year-old man was shot and killed outside a bar. He was pronounced dead at the scene. | 1 | 0",
                "A bomb killed nine people and wounded 14 others in a market, police said. | 9 | 14",
                "A gunman fired several shots at a car late Friday. The driver wasn't hit. | 0 | 0",
            })
    void shouldReadNumbersOfDeadAndInjured(String body, int killed, int injured) {
        Casualties casualties = read(body);
        assertThat(casualties.killed()).isEqualTo(CountRange.exactly(killed));
        assertThat(casualties.injured()).isEqualTo(CountRange.exactly(injured));
    }

    @Test
    void shouldKeepTheLowerBoundOfAtLeast() {
        Casualties casualties = read("An air strike on the village killed at least 15 civilians, rescuers said.");
        assertThat(casualties.killed()).isEqualTo(new CountRange(15, null));
    }

    @Test
    void shouldAddUpPeopleJoinedByAnd() {
        Casualties casualties = read("Two policemen and their driver were killed when gunmen ambushed the patrol.");
        assertThat(casualties.killed()).isEqualTo(CountRange.exactly(3));
    }

    @Test
    void shouldTakeNoPartForTheWhole() {
        Casualties casualties =
                read("At least 30 people including 24 civilians were killed by air strikes on the town.");
        assertThat(casualties.killed()).isEqualTo(new CountRange(30, null));
        assertThat(read("Four people, including a three-month-old baby, were killed when a shell hit a house.")
                        .killed())
                .isEqualTo(CountRange.exactly(4));
    }

    @ParameterizedTest
    @CsvSource({"No casualties were reported., 0", "Nobody was hurt., 0", "There was no word on casualties.,"})
    void shouldTellADenialFromSilence(String behind, @Nullable Integer killed) {
        CountRange toll = read("A bomb went off outside a bank in Athens on Monday. " + behind)
                .killed();
        assertThat(toll == null ? null : toll.min()).isEqualTo(killed);
    }

    @Test
    void shouldAddWhoDiedWithThemAndNoSpeaker() {
        assertThat(read("Five constables were killed along with three villagers in a raid on a market on Monday.")
                        .killed())
                .isEqualTo(CountRange.exactly(8));
        assertThat(read("Gunmen killed nine farmers near the town on Monday, an official said.")
                        .killed())
                .isEqualTo(CountRange.exactly(9));
    }

    @Test
    void shouldLeaveTheTollOfTheWarAside() {
        Casualties casualties = read("A rocket hit a house in the town on Friday, killing five people. "
                + "More than 200,000 people have been killed in the country since the war began in 2011.");
        assertThat(casualties.killed()).isEqualTo(CountRange.exactly(5));
    }

    @Test
    void shouldAddUpTheObjectsOfKilledAndGuessNoInjured() {
        Casualties casualties =
                read("Officials condemned the attack, which killed four Yemeni children and three men from one village "
                        + "after a missile aimed at the port hit their house.");
        assertThat(casualties.killed()).isEqualTo(CountRange.exactly(7));
        assertThat(casualties.injured()).isEqualTo(CountRange.exactly(0));
    }

    private static Casualties read(String body) {
        Document document = TextReader.read(null, body);
        return CASUALTIES.read(document).of(ATTACKS.find(document).get(0));
    }
}
