package org.tocsin.coder.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tocsin.coder.text.TextReader;
import org.tocsin.coder.text.Token;

class GazetteerTest {
    private static final Gazetteer GAZETTEER = Gazetteer.load();

    @Test
    void shouldKnowTownsWithTheirDivisionAndCivilTime() {
        Toponym mosul = GAZETTEER.named("Mosul").get(0);

        assertThat(mosul.country()).isEqualTo("IQ");
        assertThat(mosul.zone()).isEqualTo(ZoneId.of("Asia/Baghdad"));
        assertThat(mosul.region()).isNotNull().extracting(Toponym::name).isEqualTo("Nineveh");
        assertThat(mosul.latitude()).isBetween(36.2f, 36.5f);
    }

    @Test
    void shouldMakeAPlaceOnceHoweverManyThreadsAskForIt() {
        Set<Toponym> made = Collections.newSetFromMap(new IdentityHashMap<>());
        IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> GAZETTEER.named("Tocantins").get(0))
                .sequential()
                .forEach(made::add);

        assertThat(made).hasSize(1);
    }

    @Test
    void shouldFoldTheSpellingsOfATown() {
        for (String spelling : List.of("Deir Ezzor", "Deir al-Zour", "DEIR EZ-ZOR", "Deir ez Zor's")) {
            assertThat(GAZETTEER.named(spelling))
                    .as(spelling)
                    .first()
                    .extracting(Toponym::name)
                    .isEqualTo("Deir ez-Zor");
        }
        assertThat(GAZETTEER.named("Kiev")).anyMatch(place -> place.name().equals("Kyiv"));
        assertThat(GAZETTEER.named("St Louis")).anyMatch(place -> place.name().equals("St. Louis"));
    }

    @Test
    void shouldTakeTheLongestName() {
        List<Token> tokens = TextReader.read(null, "in San Miguel de Allende today")
                .sentences()
                .get(0)
                .tokens();

        PlaceName found = GAZETTEER.longestAt(tokens, 1).orElseThrow();

        assertThat(found.end()).isEqualTo(5);
    }

    @Test
    void shouldReadAbbreviatedStates() {
        assertThat(GAZETTEER.abbreviated("Calif")).map(Toponym::name).hasValue("California");
        assertThat(GAZETTEER.abbreviated("TX")).map(Toponym::name).hasValue("Texas");
        assertThat(GAZETTEER.abbreviated("xx")).isEmpty();
        assertThat(GAZETTEER.abbreviated("CO")).map(Toponym::name).hasValue("Colorado");
        assertThat(GAZETTEER.abbreviated("Co")).isEmpty();
    }

    @Test
    void shouldCallDivisionsByTheirUsualNames() {
        Toponym tolima = GAZETTEER.named("Tolima Department").get(0);

        assertThat(GAZETTEER.usualName(tolima)).isEqualTo("Tolima");
    }
}
