package org.tocsin.coder.date;

import java.util.List;
import java.util.stream.IntStream;
import org.tocsin.coder.incident.Attack;
import org.tocsin.coder.incident.Trigger;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/**
 * Whether an expression says when the attack was, in the attack's own clause: "a bomb exploded in Xanadu, Iraq, last week", and
 * not "the worst bombing since last week" nor "a bomb killed soldiers who came last week". News that says so is not of today.
 */
final class OwnDay {
    /** An attack and its day stand at most so many tokens apart. */
    private static final int WITHIN = 40;

    private final WordClasses cues;
    private final Aftermath aftermath;

    OwnDay(WordClasses cues, Aftermath aftermath) {
        this.cues = cues;
        this.aftermath = aftermath;
    }

    /** Of an expression of the sentence that tells of the attack surest, and that can be resolved. */
    boolean is(Document document, Attack attack, DateExpression expression) {
        if (expression.readings().isEmpty()
                || isVague(expression.meaning())
                || !isTold(document, attack, expression.sentence())
                || aftermath.isOf(document, expression)) {
            return false;
        }
        List<Token> tokens = document.sentences().get(expression.sentence()).tokens();
        return !isComparedOrDescribing(tokens, expression)
                && attack.triggers().stream()
                        .filter(trigger -> trigger.sentence() == expression.sentence())
                        .anyMatch(trigger -> isOneClause(tokens, expression, trigger));
    }

    /** "In recent years"; "a Halloween party". */
    private static boolean isVague(Meaning meaning) {
        return meaning instanceof Meaning.Past || meaning instanceof Meaning.Holiday;
    }

    /** The sentence that tells of the attack surest, or first below the title: those behind give the background. */
    private static boolean isTold(Document document, Attack attack, int sentence) {
        return sentence == attack.main().sentence()
                || attack.triggers().stream()
                        .map(Trigger::sentence)
                        .filter(told -> !document.sentences().get(told).isTitle())
                        .findFirst()
                        .filter(told -> told == sentence)
                        .isPresent();
    }

    /**
     * Of expressions of which these are the attack's own days: one counts back from the day of what followed it, as in "arrested on
     * Tuesday, two days after a bomb killed six", and not from another day of the attack.
     */
    static boolean isCountedBack(List<DateExpression> expressions, List<Boolean> owned) {
        List<Meaning> own = IntStream.range(0, expressions.size())
                .filter(owned::get)
                .mapToObj(i -> expressions.get(i).meaning())
                .toList();
        return own.stream().anyMatch(Meaning.Before.class::isInstance)
                || (!own.isEmpty() && own.stream().allMatch(OwnDay::isBack));
    }

    private static boolean isBack(Meaning meaning) {
        return meaning instanceof Meaning.Before || (meaning instanceof Meaning.Shift shift && shift.count() < 0);
    }

    /** "Since last week", "of last month", "elected last year". */
    private boolean isComparedOrDescribing(List<Token> tokens, DateExpression expression) {
        int before = expression.first() - 1;
        while (before >= 0
                && (cues.is("on the day", tokens.get(before).lower())
                        || cues.is("article", tokens.get(before).lower()))) {
            before--;
        }
        String word = before < 0 ? "" : tokens.get(before).lower();
        return cues.is("other day", word)
                || (word.endsWith("ed") && !cues.is("attack", word) && !cues.is("happen", word));
    }

    /** No word between them begins another clause, no mark but the commas round a place or the expression, and nothing is ranked. */
    private boolean isOneClause(List<Token> tokens, DateExpression expression, Trigger trigger) {
        int from = Math.min(trigger.token(), expression.last()) + 1;
        int to = Math.max(trigger.token(), expression.first());
        if (to - from > WITHIN) {
            return false;
        }
        for (int i = from; i < to; i++) {
            Token token = tokens.get(i);
            boolean mark = !token.isWord() && !token.isNumber();
            if (cues.is("break", token.lower()) || (mark && !isComma(tokens, i, expression))) {
                return false;
            }
        }
        return tokens.subList(Math.max(0, from - 6), to).stream().noneMatch(token -> cues.is("ranked", token.lower()));
    }

    /** Before a name, as in "Xanadu, Iraq", or beside the expression. */
    private boolean isComma(List<Token> tokens, int i, DateExpression expression) {
        boolean beside = i == expression.last() + 1 || i + 1 == expression.first();
        boolean name = i + 1 < tokens.size() && tokens.get(i + 1).isCapitalized();
        return tokens.get(i).text().equals(",")
                && (beside || name || cues.is("on the day", tokens.get(i + 1).lower()));
    }
}
