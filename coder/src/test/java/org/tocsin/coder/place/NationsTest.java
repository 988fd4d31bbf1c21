package org.tocsin.coder.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.coder.text.TextReader;
import org.tocsin.coder.text.Token;

class NationsTest {
    private final Nations nations = Nations.load();

    @Test
    void shouldKnowCountriesAdjectivesAndDemonyms() {
        assertThat(nations.code("Iraq")).hasValue("IQ");
        assertThat(nations.code("Iraqi")).hasValue("IQ");
        assertThat(nations.code("Iraqis")).hasValue("IQ");
        assertThat(nations.code("U.S.")).hasValue("US");
        assertThat(nations.code("americans")).hasValue("US");
        assertThat(nations.code("Côte d'Ivoire")).hasValue("CI");
        assertThat(nations.code("Sri Lankan")).hasValue("LK");
        assertThat(nations.code("table")).isEmpty();
        assertThat(nations.code("Moscow")).isEmpty();
    }

    @Test
    void shouldTakeTheLongestName() {
        var match = nations.at(tokens("South Korean troops fired"), 0, false).orElseThrow();

        assertThat(match.value()).isEqualTo(new Nations.Nation("KR", Nations.Kind.ADJECTIVE));
        assertThat(match.end()).isEqualTo(2);
    }

    @Test
    void shouldTellThePronounFromTheCountry() {
        assertThat(nations.at(tokens("They told us."), 2, false)).isEmpty();
        assertThat(nations.at(tokens("A US convoy"), 1, false)).isPresent();
        assertThat(nations.at(tokens("THEY TOLD US NOTHING"), 2, true)).isEmpty();
        assertThat(nations.at(tokens("A U.S. CONVOY"), 1, true)).isPresent();
    }

    @Test
    void shouldGiveTheNationalityOfANounPhrase() {
        List<Token> tokens = tokens("two Turkish army officers");

        assertThat(nations.nationality(tokens, 0, tokens.size(), false)).hasValue("TR");
    }

    private static List<Token> tokens(String sentence) {
        return TextReader.read(null, sentence).sentences().get(0).tokens();
    }
}
