package org.tocsin.coder.date;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/** Days that an article looks ahead to, and would else be read as past: "is due in court on June 9", written in May. */
final class DaysToCome {
    /** Before a weekday a word that looks ahead stands nearer. */
    private static final int BEFORE_WEEKDAY = 8;

    private final WordClasses cues;
    private final Clauses clauses;

    DaysToCome(WordClasses cues, Clauses clauses) {
        this.cues = cues;
        this.clauses = clauses;
    }

    /** A date whose day has not come this year, or a weekday without a word of attack, behind a word that looks ahead. */
    boolean isOne(Sentence sentence, Match match, @Nullable LocalDate published) {
        List<Token> tokens = sentence.tokens();
        if (match.meaning() instanceof Meaning.Weekday) {
            int begin = clauses.begin(tokens, match.first(), BEFORE_WEEKDAY);
            return looksAhead(tokens.subList(begin, match.first()))
                    && !clauses.tellsOfAttack(tokens, match.first(), match.last())
                    && !tellsWhich(tokens, match);
        }
        return published != null
                && match.meaning() instanceof Meaning.Calendar date
                && date.year() == null
                && isAfter(date, published)
                && looksAhead(tokens.subList(clauses.begin(tokens, match.first()), match.first()));
    }

    /** "Sunday's brawl", "the Sunday night violence". */
    private boolean tellsWhich(List<Token> tokens, Match match) {
        boolean owner = tokens.subList(match.first(), match.last() + 1).stream()
                .anyMatch(token -> token.lower().endsWith("'s"));
        return owner
                || (match.first() > 0
                        && cues.is("article", tokens.get(match.first() - 1).lower()));
    }

    /** By month and day alone; also for a day that its month does not have. */
    private static boolean isAfter(Meaning.Calendar date, LocalDate published) {
        return date.month() == published.getMonthValue()
                ? date.day() > published.getDayOfMonth()
                : date.month() > published.getMonthValue();
    }

    /** Not where a word of attack stands nearer: "is due in court charged with the murder of a woman on December 28". */
    private boolean looksAhead(List<Token> before) {
        for (int i = before.size() - 1; i >= 0; i--) {
            String word = before.get(i).lower();
            if (cues.is("attack", word)) {
                return false;
            }
            if (cues.is("coming", word)) {
                return true;
            }
        }
        return false;
    }
}
