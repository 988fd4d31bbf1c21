package org.tocsin.coder.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.coder.text.TextReader;

class TriggerLexiconTest {
    private static final TriggerReader LEXICON = TriggerReader.untrained();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SHELLING | The fuel tank caught fire.",
                "SHELLING | The lithium batteries caught fire.",
                "SHELLING | Police fired water cannon; water cannon fired at the crowd.",
                "SHELLING | An oil tank fire was put out.",
                "AIR_STRIKE | The aircraft caught fire on landing.",
                "AIR_STRIKE | Helicopters dropped water on the forest.",
                "MOB | Ten villagers hacked to death in Beni.",
                "MOB | Two residents burned to death.",
                "BOMBING | An earthquake struck a gold mine.",
                "BOMBING | A rocket hit the coal mine.",
                "KIDNAPPING | Officers bundled him into a police van.",
                "CHEMICAL | At the plant toxic gas was released.",
                "ASSAULT | An elephant attacked a farmer.",
                "ASSAULT | A farmer was attacked by a wild boar."
            })
    void shouldNotFindAnEventOfThatActionInWhatOnlySoundsLikeIt(Action action, String text) {
        assertThat(events(text)).doesNotContain(action);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SHELLING | Tank fire killed two.",
                "SHELLING | The tanks opened fire.",
                "SHELLING | A tank fired at the farm.",
                "AIR_STRIKE | Jets fire rockets at a village.",
                "AIR_STRIKE | A helicopter later dropped barrels.",
                "MOB | Villagers beat to death a thief.",
                "MOB | Residents stoned a suspected thief to death.",
                "BOMBING | The bus hit a mine.",
                "BOMBING | The patrol struck an anti-tank mine.",
                "KIDNAPPING | They bundled him into a white van.",
                "ASSAULT | Tigers attacked a patrol."
            })
    void shouldFindTheEvent(Action action, String text) {
        assertThat(events(text)).contains(action);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.6 | The clerk was taken hostage.",
                "0.65 | They took the clerk hostage.",
                "0.6 | Tank fire rang out."
            })
    void shouldPreferThePhraseWithoutGapOfThoseOfEquallyManyWords(double weight, String text) {
        assertThat(triggers(text)).extracting(Trigger::weight).containsExactly(weight);
    }

    private static Stream<Action> events(String text) {
        return triggers(text).filter(t -> t.kind() == Trigger.Kind.EVENT).map(Trigger::action);
    }

    private static Stream<Trigger> triggers(String text) {
        return LEXICON.candidates(TextReader.read(null, text)).stream().map(TriggerReader.Candidate::trigger);
    }
}
