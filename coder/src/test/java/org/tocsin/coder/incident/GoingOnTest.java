package org.tocsin.coder.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.TextReader;

class GoingOnTest {
    private static final TriggerReader TRIGGERS = TriggerReader.untrained();
    private final GoingOn goingOn = new GoingOn(Cues.load());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Gunmen fired at his car.",
                "The driver was shot.",
                "A bomb exploded under his car.",
                "The bomber detonated his vest.",
                "A guard was wounded."
            })
    void shouldGoOnWithWhomItSpeaksOfAsKnown(String text) {
        assertThat(goesOn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A suicide bomber detonated his vest at a checkpoint.",
                "A gunman emptied his rifle into a mosque.",
                "A judge was shot in his car."
            })
    void shouldNotTakeANewAttackerForOneKnown(String text) {
        assertThat(goesOn(text)).isFalse();
    }

    private boolean goesOn(String text) {
        Document document = TextReader.read(null, text);
        return goingOn.isSoOf(document.sentences().get(0).tokens(), TRIGGERS.read(document));
    }
}
