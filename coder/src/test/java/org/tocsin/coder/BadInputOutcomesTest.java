package org.tocsin.coder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each kind of bad input has an outcome of its own name, and none an exception. */
class BadInputOutcomesTest {
    private static final EventCoder CODER = EventCoder.load();
    private static final String ATTACK =
            "Gunmen opened fire on a police checkpoint in Baghdad on Monday and killed five officers, police said. ";
    private static final LocalDate PUBLISHED = LocalDate.parse("2020-09-28");

    private enum Outcome {
        EMPTY,
        LANGUAGE,
        NO_PROSE,
        TOO_LONG,
        /** Read like any article; the attack in it is found. */
        INCIDENT
    }

    private enum Input {
        NOTHING("", Outcome.EMPTY),
        WHITE_SPACE(" \n\t\r\n ", Outcome.EMPTY),
        ONLY_HTML("<html><body><div><img src='a.png'><br/></div><script>bomb()</script></body></html>", Outcome.EMPTY),
        ONE_WORD("Bombing", Outcome.NO_PROSE),
        A_MEBIBYTE_OF_ONE_LETTER("x".repeat(1 << 20), Outcome.NO_PROSE),
        A_MEBIBYTE_WITHOUT_A_SPACE("QmFnaGRhZCBib21i".repeat((1 << 20) / 16), Outcome.NO_PROSE),
        A_MEBIBYTE_OF_DOTTED_LETTERS("u.".repeat(1 << 19), Outcome.NO_PROSE),
        A_MEBIBYTE_OF_DOTTED_LETTERS_BEHIND_A_HYPHEN("x-" + "u.".repeat((1 << 19) - 1), Outcome.NO_PROSE),
        MORE_THAN_A_MEBIBYTE("a ".repeat(1 << 20), Outcome.TOO_LONG),
        THREE_HUNDRED_HEADLINES("Blast kills five in the north\n".repeat(300), Outcome.NO_PROSE),
        A_TABLE("| Town | Killed | Wounded |\n| Baghdad | 5 | 3 |\n| Basra | 2 | 9 |\n".repeat(40), Outcome.NO_PROSE),
        ANOTHER_LANGUAGE(
                "La polic\u00eda dijo que los hombres mataron a un soldado en la ciudad el lunes por la noche.",
                Outcome.LANGUAGE),
        ANOTHER_SCRIPT(
                "\u0642\u062a\u0644 \u062e\u0645\u0633\u0629 \u062c\u0646\u0648\u062f ".repeat(20), Outcome.LANGUAGE),
        UNPAIRED_SURROGATES(ATTACK + "\uD83D and \uDE00. " + ATTACK, Outcome.INCIDENT),
        CONTROL_CHARACTERS("\u0001\u0002" + ATTACK + "\u0000\u0007\u001b[31m", Outcome.INCIDENT),
        RIGHT_TO_LEFT_MARKS("\u200F\u202E" + ATTACK + "\u202C\u200E", Outcome.INCIDENT),
        MIXED_SCRIPTS(
                ATTACK + "\u0628\u063a\u062f\u0627\u062f \u0411\u0430\u0433\u0434\u0430\u0434 \u5df4\u683c\u8fbe. "
                        + ATTACK,
                Outcome.INCIDENT),
        TABLE_BELOW_PROSE(ATTACK + "\n| Killed | 5 |\n| Wounded | 3 |\n", Outcome.INCIDENT);

        private final String body;
        private final Outcome outcome;

        Input(String body, Outcome outcome) {
            this.body = body;
            this.outcome = outcome;
        }
    }

    /** Of a mebibyte, too, in time: what reads a word again for each of its letters takes minutes. */
    @ParameterizedTest
    @EnumSource
    @Timeout(30)
    void shouldNameTheOutcomeOf(Input input) {
        assertThat(outcome(code(input.body, PUBLISHED))).isEqualTo(input.outcome.name());
    }

    @Test
    void shouldCodeWhatIsDatedACenturyAheadWithNoDateAfterThat() {
        LocalDate published = LocalDate.parse("2120-09-28");

        Verdict verdict = code(ATTACK, published);

        assertThat(outcome(verdict)).isEqualTo("INCIDENT");
        assertThat(((Verdict.Incidents) verdict).incidents().get(0).attackDate())
                .isNotNull()
                .matches(date -> date.latest() == null || !date.latest().isAfter(published));
    }

    @Test
    void shouldCodeWhatHasNoDateAndGiveTheAttackNoDay() {
        Verdict verdict = code(ATTACK, null);

        assertThat(outcome(verdict)).isEqualTo("INCIDENT");
        assertThat(((Verdict.Incidents) verdict).incidents().get(0).attackDate())
                .isNull();
    }

    private static Verdict code(String body, @Nullable LocalDate published) {
        return CODER.code(new Article("a", null, null, null, body, null, null, published));
    }

    private static String outcome(Verdict verdict) {
        if (verdict instanceof Verdict.Rejected rejected) {
            return rejected.reason().name();
        }
        return verdict instanceof Verdict.Incidents ? Outcome.INCIDENT.name() : "NOT_AN_ATTACK";
    }
}
