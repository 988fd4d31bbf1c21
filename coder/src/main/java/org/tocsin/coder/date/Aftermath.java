package org.tocsin.coder.date;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.coder.DateRange;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/** Which days of an article are those of what followed an attack: a statement, an arrest, a hearing, a briefing. */
final class Aftermath {
    /** A day so few words behind a word of saying is that of the statement. */
    private static final int SAID_WITHIN = 4;

    /** A word that governs a day stands at most so many tokens before it, with no mark between. */
    private static final int GOVERNED_WITHIN = 6;

    /** An earlier day that many days before may be the attack's. */
    private static final int DAYS = 7;

    private final WordClasses cues;

    Aftermath(WordClasses cues) {
        this.cues = cues;
    }

    /** "Said on Wednesday", "told reporters late on Monday", "was indicted on Friday": no day of an attack. */
    boolean isOf(Document document, DateExpression expression) {
        return tokens(document, expression)
                        .subList(Math.max(0, expression.first() - SAID_WITHIN), expression.first())
                        .stream()
                        .anyMatch(token -> cues.is("say", token.lower()))
                || governs(document, expression);
    }

    /** "Was released from hospital on Friday", and not "charged over a Saturday night shooting". */
    private boolean governs(Document document, DateExpression expression) {
        List<Token> tokens = tokens(document, expression);
        int next = expression.last() + 1;
        while (next < tokens.size() && cues.is("hour", tokens.get(next).lower())) {
            next++;
        }
        if (next < tokens.size() && cues.is("attack", tokens.get(next).lower())) {
            return false;
        }
        int from = Math.max(0, expression.first() - GOVERNED_WITHIN);
        for (int i = expression.first() - 1; i >= from && tokens.get(i).isWord(); i--) {
            String word = tokens.get(i).lower();
            if (cues.is("attack", word) || cues.is("happen", word)) {
                return false;
            }
            if (cues.is("arrest", word) || cues.is("court", word) || cues.is("aftermath", word)) {
                return true;
            }
        }
        return false;
    }

    /** Days that may be an attack's: no word of what followed governs them. */
    private Set<LocalDate> days(Document document, List<DateExpression> expressions) {
        Set<LocalDate> days = new HashSet<>();
        for (DateExpression expression : expressions) {
            if (isOneDay(expression) && !isOf(document, expression)) {
                days.add(expression.readings().get(0).latest());
            }
        }
        return days;
    }

    /** What each of these days is beside the others: of what followed, with or without a day of the attack shortly before. */
    List<String> relations(Document document, List<DateExpression> expressions) {
        Set<LocalDate> days = days(document, expressions);
        return expressions.stream()
                .map(expression -> !isOneDay(expression)
                        ? "no day"
                        : !governs(document, expression)
                                ? "free"
                                : follows(expression.readings().get(0), days) ? "governed, another before" : "governed")
                .toList();
    }

    private static boolean follows(DateRange day, Set<LocalDate> days) {
        for (int before = 1; before <= DAYS; before++) {
            if (days.contains(day.latest().minusDays(before))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOneDay(DateExpression expression) {
        return !expression.readings().isEmpty() && expression.readings().get(0).isOneDay();
    }

    private static List<Token> tokens(Document document, DateExpression expression) {
        return document.sentences().get(expression.sentence()).tokens();
    }
}
