package org.tocsin.coder.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.coder.Article;
import org.tocsin.coder.EventCoder;
import org.tocsin.coder.Perpetrator;
import org.tocsin.coder.Verdict;

/** Groups that no table knows are found by what the text says of them, and those who only stand beside are not. */
class WhoDidItTest {
    private static final EventCoder CODER = EventCoder.load();
    private static final List<String> GROUPS = List.of(
            "the Oromo Freedom Army", "the Black Dawn Front", "the Free Highland Commandos", "the Red October Cells");

    static Stream<String> told() {
        return Stream.of(
                        "%s claimed responsibility for the bombing.",
                        "%s said it carried out the bombing.",
                        "%s has claimed the attack.",
                        "No group has claimed the attack, but officials blamed %s.",
                        "The president accused %s of the attack.",
                        "Police suspect %s of the bombing.")
                .flatMap(sentence -> GROUPS.stream().map(group -> sentence.formatted(group)));
    }

    @ParameterizedTest
    @MethodSource("told")
    void shouldFindWhoClaimsItOrIsBlamed(String sentence) {
        assertThat(doers(sentence)).anyMatch(doer -> doer.contains(" ") && sentence.contains(doer));
    }

    @Test
    void shouldLeaveOutWhoCondemnsIt() {
        assertThat(GROUPS.stream().map(group -> doers(group + " condemned the bombing.")))
                .allSatisfy(doers -> assertThat(doers).isEmpty());
    }

    private static List<String> doers(String sentence) {
        String body =
                "A bomb exploded at a market in Kano on Tuesday, killing six people and wounding eleven, police said. "
                        + "The blast tore through a row of stalls at noon. "
                        + Character.toUpperCase(sentence.charAt(0))
                        + sentence.substring(1);
        Verdict verdict = CODER.code(new Article(
                "1", null, null, "Bomb kills six at market in Kano", body, "en", null, LocalDate.of(2024, 5, 8)));
        return ((Verdict.Incidents) verdict)
                .incidents().stream()
                        .flatMap(incident -> incident.perpetrators().stream())
                        .map(Perpetrator::text)
                        .toList();
    }
}
