package org.tocsin.coder.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.coder.Article;
import org.tocsin.coder.EventCoder;
import org.tocsin.coder.Verdict;
import org.tocsin.coder.text.DataFile;

/**
 * What sounds like an attack and is none, five sentences a kind, and ten attacks. One sentence tells a model far less
 * than an article does, so not all are right: each kind is held to the number that is.
 */
class ScenariosTest {
    private static final EventCoder CODER = EventCoder.load();
    private static final List<DataFile.Row> ROWS = DataFile.rows(ScenariosTest.class, "scenarios.tsv");

    @ParameterizedTest
    @CsvSource({
        "threat, 5",
        "plan, 5",
        "drill, 4",
        "court, 5",
        "history, 5",
        "anniversary, 5",
        "film, 5",
        "game, 4",
        "sport, 5",
        "metaphor, 5",
        "generic, 5",
        "denial, 5",
        "accident, 3"
    })
    void shouldFindNoIncidentInWhatIsNone(String kind, int right) {
        assertThat(ofKind(kind).stream().filter(t -> !isIncident(t))).hasSizeGreaterThanOrEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource({"attack, 9"})
    void shouldFindTheIncidentInWhatIsOne(String kind, int right) {
        assertThat(ofKind(kind).stream().filter(ScenariosTest::isIncident)).hasSizeGreaterThanOrEqualTo(right);
    }

    private static List<String> ofKind(String kind) {
        return ROWS.stream()
                .filter(row -> row.text(0).equals(kind))
                .map(row -> row.text(1))
                .toList();
    }

    private static boolean isIncident(String text) {
        return CODER.code(new Article("a", null, null, null, text, null, null, null)) instanceof Verdict.Incidents;
    }
}
