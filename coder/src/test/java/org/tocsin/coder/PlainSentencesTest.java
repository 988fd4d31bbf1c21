package org.tocsin.coder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.coder.text.DataFile;

/**
 * Short texts that a reader understands at once. Learned models miss some; so many must be read right, so that what
 * is learned for long news does not cost the plain ones. The texts of the second file were written by somebody who
 * had not seen the coder.
 */
class PlainSentencesTest {
    private static final String NOT_ASKED = "-";
    private static final int TEXT = 6;

    private static final EventCoder CODER = EventCoder.load();

    /** What is asked of a text, by its column in the files. */
    enum Question {
        ATTACK(1),
        NO_ATTACK(1),
        KILLED(2),
        INJURED(3),
        DAY(4),
        COUNTRY(5);

        private final int column;

        Question(int column) {
            this.column = column;
        }

        /** The others are asked of the attacks that are found. */
        boolean isOfAttacks() {
            return this == ATTACK || this == NO_ATTACK;
        }
    }

    /** @param leastRight the least share of right answers */
    @ParameterizedTest
    @CsvSource({
        "plain-sentences.tsv, ATTACK, .98",
        "plain-sentences.tsv, NO_ATTACK, .88",
        "plain-sentences.tsv, KILLED, .93",
        "plain-sentences.tsv, INJURED, .90",
        "plain-sentences.tsv, DAY, .93",
        "plain-sentences.tsv, COUNTRY, .93",
        "plain-sentences-of-another.tsv, ATTACK, .96",
        "plain-sentences-of-another.tsv, NO_ATTACK, .72",
        "plain-sentences-of-another.tsv, KILLED, .74",
        "plain-sentences-of-another.tsv, INJURED, .78",
        "plain-sentences-of-another.tsv, DAY, .91",
        "plain-sentences-of-another.tsv, COUNTRY, .93",
    })
    void shouldReadPlainSentencesRight(String file, Question question, double leastRight) {
        int right = 0;
        List<String> wrong = new ArrayList<>();
        for (DataFile.Row row : DataFile.rows(PlainSentencesTest.class, file)) {
            if (isAsked(question, row)) {
                List<CodedIncident> incidents = incidents(row);
                String answer = answer(question, incidents);
                if (answer.equals(row.text(question.column))) {
                    right++;
                } else if (question.isOfAttacks() || !incidents.isEmpty()) {
                    wrong.add(answer + " instead of " + row.text(question.column) + ": " + row.text(TEXT));
                }
            }
        }
        int asked = right + wrong.size();
        System.out.printf("%s: %s right for %d of %d%n", file, question, right, asked);
        assertThat(right / (double) asked).as(() -> String.join("\n", wrong)).isGreaterThanOrEqualTo(leastRight);
    }

    private static boolean isAsked(Question question, DataFile.Row row) {
        boolean attack = row.text(1).equals("yes");
        return switch (question) {
            case ATTACK -> attack;
            case NO_ATTACK -> !attack;
            case KILLED, INJURED, DAY, COUNTRY -> !row.text(question.column).equals(NOT_ASKED);
        };
    }

    private static List<CodedIncident> incidents(DataFile.Row row) {
        Instant published = Instant.parse(row.text(0) + "T12:00:00Z");
        Verdict verdict = CODER.code(new Article("a", null, null, null, row.text(TEXT), null, published, null));
        return verdict instanceof Verdict.Incidents found ? found.incidents() : List.of();
    }

    private static String answer(Question question, List<CodedIncident> incidents) {
        if (question.isOfAttacks() || incidents.isEmpty()) {
            return incidents.isEmpty() ? "no" : "yes";
        }
        CodedIncident first = incidents.get(0);
        return switch (question) {
            case ATTACK, NO_ATTACK -> "yes";
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
