package org.tocsin.coder.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.TextReader;

/** What the word before a name says of it. */
class AreaWordsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rebels captured Xanadu on Monday.",
                "Rebels raided the town of Xanadu on Monday.",
                "Rebels tried to raid Xanadu on Monday.",
            })
    void shouldTellWhatIsAttacked(String body) {
        assertThat(isAttacked(null, body)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The raids Xanadu blames on its neighbour killed six people.",
                "The strikes Xanadu denies killed six people.",
            })
    void shouldTakeANounOfAttackForNoVerb(String body) {
        assertThat(isAttacked(null, body)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = "Rebels raid Xanadu")
    void shouldTakeItForAVerbInATitle(String title) {
        assertThat(isAttacked(title, "Six people were killed.")).isTrue();
    }

    private static boolean isAttacked(@Nullable String title, String body) {
        Sentence sentence = TextReader.read(title, body).sentences().get(0);
        int name = IntStream.range(0, sentence.tokens().size())
                .filter(i -> sentence.tokens().get(i).lower().equals("xanadu"))
                .findFirst()
                .orElseThrow();
        return AreaWords.isAttacked(sentence, name);
    }
}
