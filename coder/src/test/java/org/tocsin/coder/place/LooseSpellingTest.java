package org.tocsin.coder.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LooseSpellingTest {
    @ParameterizedTest
    @CsvSource({
        "al qameshli, Al Qāmishlī",
        "efrin, ‘Afrīn",
        "tabaqah, Tabbaqa",
        "sheikh maqsoud, ash-Shaykh Maqsud",
        "latamneh, Al Laţāminah",
        "zaporizhia, Zaporizhzhya"
    })
    void shouldGiveSpellingsOfOneNameAKeyInCommon(String one, String other) {
        assertThat(LooseSpelling.keys(Folding.fold(one)))
                .containsAnyElementsOf(LooseSpelling.keys(Folding.fold(other)));
    }

    @ParameterizedTest
    @CsvSource({"Mosul, Masila", "Kunduz, Kandahar"})
    void shouldKeepNamesApartThatShareTooLittle(String one, String other) {
        assertThat(LooseSpelling.keys("homs")).isEmpty();
        assertThat(LooseSpelling.keys(Folding.fold(one)))
                .doesNotContainAnyElementsOf(LooseSpelling.keys(Folding.fold(other)));
    }
}
