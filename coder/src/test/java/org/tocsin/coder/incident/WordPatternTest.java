package org.tocsin.coder.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.coder.text.TextReader;

class WordPatternTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*took/held ~~6 hostage | took the clerk and his son hostage | 0 | 7",
                "*took/held ~~6 hostage | held hostage | 0 | 2",
                "@captors *took ~4 @persons | gunmen took nine young farmers | 1 | 5",
                "carried off ~4 @persons | carried off a nurse and a doctor | 3 | 4"
            })
    void shouldFindThePhraseOverItsGaps(String pattern, String text, int head, int end) {
        assertThat(match(pattern, text)).isEqualTo(new WordPattern.Match(head, end));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*took/held ~~6 hostage | took the bank and freed a hostage",
                "*took/held ~~6 hostage | took the bank, hostage or no hostage",
                "@captors *took ~4 @persons | gunmen took the town from soldiers",
                "@captors *took ~4 @persons | gunmen took a town and nine soldiers",
                "@captors *took ~4 @persons | gunmen took"
            })
    void shouldNotReachOverMarksPrepositionsOrAnotherVerb(String pattern, String text) {
        assertThat(match(pattern, text)).isNull();
    }

    private static WordPattern.@Nullable Match match(String pattern, String text) {
        return WordPattern.of(pattern)
                .matchAt(TextReader.read(null, text).sentences().get(0).tokens(), 0);
    }
}
