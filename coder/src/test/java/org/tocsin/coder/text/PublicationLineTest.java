package org.tocsin.coder.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationLineTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Published Sunday",
                "Date of publication: Sunday",
                "Last updated at 9:30 a.m. on Sunday",
                "A mill burned down (Posted Sunday"
            })
    void shouldEndWithADay(String text) {
        assertThat(endsWithItsLastWord(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Sunday", "On Sunday", "Last Sunday", "Date of attack: Sunday", "He said it was posted Sunday"})
    void shouldBeginTheSentenceOrABracketAndSayThatItTellsOfPublication(String text) {
        assertThat(endsWithItsLastWord(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Last updated Sunday, Sept. 27, 2020, 9:30 a.m. EDT.",
                "(Updated Sunday at 9:30 p.m.) Guards said"
            })
    void shouldEndWithTheRestOfTheDayAndTheTime(String text) {
        assertThat(endsWithSunday(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Update: On Sunday, a bomb killed two guards",
                "UPDATE 2: 10 p.m. Sunday - a bomb killed two guards",
                "(Updated) Sunday's bomb killed two guards"
            })
    void shouldNotGoOnIntoTheReport(String text) {
        assertThat(endsWithSunday(text)).isFalse();
    }

    private static boolean endsWithSunday(String text) {
        List<Token> tokens = TextReader.read(null, text).sentences().get(0).tokens();
        int at = 0;
        while (!tokens.get(at).lower().startsWith("sunday")) {
            at++;
        }
        return PublicationLine.endsWithDayAt(tokens, at);
    }

    private static boolean endsWithItsLastWord(String text) {
        List<Token> tokens = TextReader.read(null, text).sentences().get(0).tokens();
        return PublicationLine.endsWithDayAt(tokens, tokens.size() - 1);
    }
}
