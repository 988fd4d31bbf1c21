package org.tocsin.coder.date;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.DateRange;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Sentence;

/** The day that an article says it was written: "SAN SALVADOR, 3 JAN 90 --", or a full date that heads the body. */
final class Dateline {
    /** A dateline stands among the first words; the longest seen name a town, a country and two agencies. */
    private static final int FIRST_WORDS = 24;

    private Dateline() {}

    /** How long before its publication an article is written at most. */
    private static final int WRITTEN_WITHIN_DAYS = 3;

    /**
     * The day that "today" is in the text, when a date heads the body: shortly before publication, where that is known, else any
     * day with its year.
     */
    static Optional<LocalDate> day(Document document, List<List<Match>> matches, @Nullable LocalDate published) {
        for (Sentence sentence : document.sentences()) {
            if (sentence.paragraph() > 2) {
                break;
            }
            for (Match match : matches.get(sentence.index())) {
                if (heads(sentence, match)) {
                    List<DateRange> days = DateResolver.resolve(match.meaning(), published, null);
                    if (!days.isEmpty() && days.get(0).isOneDay()) {
                        LocalDate day = days.get(0).latest();
                        boolean fits = published == null || !day.isBefore(published.minusDays(WRITTEN_WITHIN_DAYS));
                        return fits ? Optional.of(day) : Optional.empty();
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Whether the date begins its sentence, or ends a dateline: "--" or ":" or a bracket follows it. */
    static boolean heads(Sentence sentence, Match match) {
        boolean dated = match.form().startsWith("calendar");
        if (!dated || sentence.isTitle() || match.first() > FIRST_WORDS) {
            return false;
        }
        if (match.first() == 0) {
            return true;
        }
        int next = match.last() + 1;
        return next < sentence.tokens().size()
                && switch (sentence.tokens().get(next).text()) {
                    case "-", "--", "\u2013", "\u2014", ":", ")", "(", "[" -> true;
                    default -> false;
                };
    }
}
