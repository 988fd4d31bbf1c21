package org.tocsin.coder.date;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/** Days that an article looks ahead to, and would else be read as past: "is due in court on June 9", written in May. */
final class DaysToCome {
    /** A clause is followed for so many tokens to either side. */
    private static final int CLAUSE = 40;

    /** Before a weekday a word that looks ahead stands nearer. */
    private static final int BEFORE_WEEKDAY = 8;

    private final WordClasses cues;

    DaysToCome(WordClasses cues) {
        this.cues = cues;
    }

    /** A date whose day has not come this year, or a weekday without a word of attack, behind a word that looks ahead. */
    boolean isOne(Sentence sentence, Match match, @Nullable LocalDate published) {
        List<Token> tokens = sentence.tokens();
        if (match.meaning() instanceof Meaning.Weekday) {
            return looksAhead(tokens, match, BEFORE_WEEKDAY) && !isOfAttack(tokens, match);
        }
        return published != null
                && match.meaning() instanceof Meaning.Calendar date
                && date.year() == null
                && isAfter(date, published)
                && looksAhead(tokens, match, CLAUSE);
    }

    /** By month and day alone; also for a day that its month does not have. */
    private static boolean isAfter(Meaning.Calendar date, LocalDate published) {
        return date.month() == published.getMonthValue()
                ? date.day() > published.getDayOfMonth()
                : date.month() > published.getMonthValue();
    }

    private boolean looksAhead(List<Token> tokens, Match match, int within) {
        for (int i = match.first() - 1; i >= Math.max(0, match.first() - within) && !breaks(tokens.get(i)); i--) {
            if (cues.is("coming", tokens.get(i).lower())) {
                return true;
            }
        }
        return false;
    }

    /** A word of attack or of what happened stands in its clause. */
    private boolean isOfAttack(List<Token> tokens, Match match) {
        return isOfAttack(tokens, match.first() - 1, -1) || isOfAttack(tokens, match.last() + 1, 1);
    }

    private boolean isOfAttack(List<Token> tokens, int from, int step) {
        for (int i = from; i >= 0 && i < tokens.size() && Math.abs(i - from) < CLAUSE; i += step) {
            if (breaks(tokens.get(i))) {
                return false;
            }
            if (cues.is("attack", tokens.get(i).lower())
                    || cues.is("happen", tokens.get(i).lower())) {
                return true;
            }
        }
        return false;
    }

    private boolean breaks(Token token) {
        return !token.isWord() || cues.is("break", token.lower());
    }
}
