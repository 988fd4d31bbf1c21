package org.tocsin.coder.role;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.coder.text.DataFile;

class SetPhrasesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "clame; @ claim DEED; -; clame",
                "claim; claim DEED; -; one @",
                "claim; @ and @; -; one @",
                "claim; @ claim|own|claim DEED; -; twice",
                "claim; speak for @; CLAIMS; no CLAIMS"
            })
    void shouldNameTheRowThatCouldMatchNothing(String group, String phrase, String beside, String wrong) {
        DataFile.Row row = new DataFile.Row("set-phrases.tsv", 7, List.of(group, phrase, beside));

        assertThatThrownBy(() -> SetPhrases.phrase(row, Set.of("CLAIM")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("set-phrases.tsv line 7")
                .hasMessageContaining(wrong);
    }
}
