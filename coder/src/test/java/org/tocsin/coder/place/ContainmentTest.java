package org.tocsin.coder.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.coder.text.TextReader;
import org.tocsin.coder.text.Token;

class ContainmentTest {
    private static final Gazetteer GAZETTEER = Gazetteer.load();
    private static final Containment CONTAINMENT = new Containment(GAZETTEER, Nations.load());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Gunmen opened fire at Xanadu, in Niger's Tillabéri region, at dawn.  | Tillabéri Region | NE
            A mine blew up near Xanadu in the eastern Syrian province of Raqqa.  | Raqqa            | SY
            A mine blew up in Xanadu district of Chhattisgarh on Monday.         | Chhattisgarh     | IN
            A man was shot in Xanadu, Ill., on Monday.                           | Illinois         | US
            A man was shot in Xanadu in Georgia on Monday.                       | Georgia          | US
            A bomb went off in the Syrian town of Xanadu on Monday.              |                  | SY
            A bomb went off in Pakistan's restive Xanadu on Monday.              |                  | PK
            A bomb went off in Xanadu, Gaza, on Monday.                          | Gaza Strip       | PS
            A bomb went off in Xanadu, a small farming village in Syria.         |                  | SY
            A bomb went off in Xanadu in northern Mozambique on Monday.          |                  | MZ
            """)
    void shouldReadInWhichAreaAPlaceLies(String text, @Nullable String division, String country) {
        Toponym area = areaOfXanadu(text).orElseThrow();

        assertThat(area.country()).isEqualTo(country);
        assertThat(Optional.ofNullable(area.firstLevel()).map(Toponym::name)).isEqualTo(Optional.ofNullable(division));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Two men were hurt near Xanadu, the Israeli army said.",
                "Two men were hurt in Xanadu on Monday, officials said.",
                "An officer was shot in Xanadu, Co Tyrone, on Monday.",
                "The Syrian army entered Xanadu on Monday."
            })
    void shouldSayNothingWhereTheTextDoesNot(String text) {
        assertThat(areaOfXanadu(text)).isEmpty();
    }

    private static Optional<Toponym> areaOfXanadu(String text) {
        List<Token> tokens = TextReader.read(null, text).sentences().get(0).tokens();
        int at = IntStream.range(0, tokens.size())
                .filter(i -> tokens.get(i).text().equals("Xanadu"))
                .findFirst()
                .orElseThrow();
        return Optional.ofNullable(CONTAINMENT.of(tokens, at, at + 1));
    }
}
