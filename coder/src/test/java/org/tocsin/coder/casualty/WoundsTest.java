package org.tocsin.coder.casualty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.coder.text.TextReader;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

class WoundsTest {
    private static final WordClasses WORDS = WordClasses.load(CasualtyReader.class, "words.tsv");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Twelve others were taken to hospital with burns.",
                "Twenty-one other policemen are in hospital.",
                "Five more have gunshot wounds.",
                "Five people in a nearby cafe were cut by flying glass.",
                "Four residents were treated for smoke."
            })
    void shouldTellTheInjuredByWhatCameOfIt(String sentence) {
        assertThat(told(sentence)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Twelve others were taken hostage.",
                "Twelve villagers have fled when the shots fell.",
                "Five wires were cut before dawn.",
                "Nine people died."
            })
    void shouldTellOfNoInjuredOtherwise(String sentence) {
        assertThat(told(sentence)).isFalse();
    }

    private static boolean told(String sentence) {
        List<Token> tokens = TextReader.read(null, sentence).sentences().get(0).tokens();
        for (int i = 0; i < tokens.size(); i++) {
            if (Wounds.areToldAt(WORDS, tokens, i)) {
                return true;
            }
        }
        return false;
    }
}
