package org.tocsin.coder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.coder.text.DataFile;

/**
 * Three hundred short texts that a reader understands at once ({@code plain-sentences.tsv}). Learned models may miss some; that
 * many must be read right, so that what is learned for long news does not cost the plain ones.
 */
class PlainSentencesTest {
    /** What is asked of a text, and the least share of right answers. */
    enum Question {
        ATTACK(1, .96),
        KILLED(2, .93),
        INJURED(3, .90),
        DAY(4, .93),
        COUNTRY(5, .93);

        private final int column;
        private final double leastRight;

        Question(int column, double leastRight) {
            this.column = column;
            this.leastRight = leastRight;
        }
    }

    private static final String NOT_ASKED = "-";
    private static final int TEXT = 6;

    private static final Map<Question, List<String>> WRONG = new EnumMap<>(Question.class);
    private static final Map<Question, Integer> ASKED = new EnumMap<>(Question.class);

    @BeforeAll
    static void readAll() {
        EventCoder coder = EventCoder.load();
        for (DataFile.Row row : DataFile.rows(PlainSentencesTest.class, "plain-sentences.tsv")) {
            Instant published = Instant.parse(row.text(0) + "T12:00:00Z");
            Verdict verdict = coder.code(new Article("a", null, null, null, row.text(TEXT), null, published, null));
            List<CodedIncident> incidents = verdict instanceof Verdict.Incidents found ? found.incidents() : List.of();
            boolean missed = incidents.isEmpty() && row.text(1).equals("yes");
            for (Question question : Question.values()) {
                String wanted = row.text(question.column);
                if (!wanted.equals(NOT_ASKED) && (question == Question.ATTACK || !missed)) {
                    ASKED.merge(question, 1, Integer::sum);
                    String answer = answer(question, incidents);
                    if (!answer.equals(wanted)) {
                        WRONG.computeIfAbsent(question, q -> new ArrayList<>())
                                .add(answer + " instead of " + wanted + ": " + row.text(TEXT));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldReadPlainSentencesRight(Question question) {
        List<String> wrong = WRONG.getOrDefault(question, List.of());
        double right = 1 - wrong.size() / (double) ASKED.getOrDefault(question, 0);
        assertThat(right).as(() -> String.join("\n", wrong)).isGreaterThanOrEqualTo(question.leastRight);
    }

    private static String answer(Question question, List<CodedIncident> incidents) {
        if (question == Question.ATTACK || incidents.isEmpty()) {
            return incidents.isEmpty() ? "no" : "yes";
        }
        CodedIncident first = incidents.get(0);
        return switch (question) {
            case ATTACK -> "yes";
            case KILLED -> least(first.killed());
            case INJURED -> least(first.injured());
            case DAY -> day(first.attackDate());
            case COUNTRY -> country(first.place());
        };
    }

    /** Of "up to 60" the 60. */
    private static String least(@Nullable CountRange toll) {
        return toll == null ? "open" : String.valueOf(toll.min() == null ? toll.max() : toll.min());
    }

    private static String country(@Nullable Place place) {
        return place == null || place.countryCode() == null ? "open" : place.countryCode();
    }

    private static String day(@Nullable DateRange days) {
        return days == null ? "open" : days.isOneDay() ? days.latest().toString() : days.toString();
    }
}
