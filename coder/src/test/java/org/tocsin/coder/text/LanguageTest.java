package org.tocsin.coder.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
    private final Language language = new Language();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            es | Al menos cinco personas murieron el lunes tras la explosi\u00f3n de un coche bomba, seg\u00fan la polic\u00eda.
            fr | Au moins cinq personnes ont \u00e9t\u00e9 tu\u00e9es lundi dans un attentat dans le centre de la ville.
            de | Bei einem Anschlag in der Stadt sind am Montag f\u00fcnf Menschen get\u00f6tet worden, wie die Polizei sagt.
            id | Sedikitnya lima orang tewas dalam ledakan bom mobil di pusat kota pada hari Senin, kata polisi.
            tr | Kentin merkezinde bir arac\u0131n patlamas\u0131 sonucu en az be\u015f ki\u015fi \u00f6ld\u00fc ve \u00e7ok say\u0131da ki\u015fi yaraland\u0131.
            ar | \u0642\u062a\u0644 \u062e\u0645\u0633\u0629 \u0623\u0634\u062e\u0627\u0635 \u0641\u064a \u0627\u0646\u0641\u062c\u0627\u0631
            ru | \u041f\u044f\u0442\u044c \u0447\u0435\u043b\u043e\u0432\u0435\u043a \u043f\u043e\u0433\u0438\u0431\u043b\u0438
            """)
    void shouldNameTheLanguageOfWhatIsNotEnglish(String code, String text) {
        assertThat(language.otherThanEnglish(TextReader.read(null, text))).contains(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Five people died when a car bomb exploded in Mogadishu on Monday.",
                "THE MAYOR OF SAN JOSE DE LAS FLORES, JUAN DE LA CRUZ DEL RIO, WAS KILLED IN LA LIBERTAD.",
                "Blast kills five",
                "Al Shabaab attack near Bosaso: four dead"
            })
    void shouldLetEnglishThroughHoweverShortOrFullOfNames(String text) {
        assertThat(language.otherThanEnglish(TextReader.read(null, text))).isEmpty();
    }

    @Test
    void shouldSayThatItDoesNotKnowALanguageItHasNoWordsOf() {
        String unknown = "zor bak lum tir pes gan hul vec rom dap ".repeat(10);

        assertThat(language.otherThanEnglish(TextReader.read(null, unknown))).contains("und");
    }
}
