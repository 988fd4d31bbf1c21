package org.tocsin.coder.date;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tocsin.coder.DateRange;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Sentence;

/** The day that an article says it was written: "SAN SALVADOR, 3 JAN 90 --", or a full date that heads the body. */
final class Dateline {
    /** A dateline stands among the first words; the longest seen name a town, a country and two agencies. */
    private static final int FIRST_WORDS = 24;

    private Dateline() {}

    /** The day, when a date with its year heads the body. */
    static Optional<LocalDate> day(Document document, List<List<Match>> matches) {
        for (Sentence sentence : document.sentences()) {
            if (sentence.paragraph() > 2) {
                break;
            }
            for (Match match : matches.get(sentence.index())) {
                if (heads(sentence, match)) {
                    List<DateRange> days = DateResolver.resolve(match.meaning(), null, null);
                    if (!days.isEmpty() && days.get(0).isOneDay()) {
                        return Optional.of(days.get(0).latest());
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
