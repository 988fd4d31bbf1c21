package org.tocsin.coder.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/**
 * Tells attacks that happen again and again, which are no attack of any day: "The group often attacks convoys", "Bombings
 * are common here", "an almost daily routine"; not "Gunmen attacked a market that is often crowded" nor "stabbed him
 * repeatedly". {@code habits.tsv} has the words.
 */
final class Habit {
    /** Tokens from "often" to the attack: "often carries out deadly attacks". */
    private static final int AFTER_OFTEN = 4;

    /** Tokens from the attacks to what they are: "Such attacks have become an almost daily occurrence". */
    private static final int TO_COMMON = 8;

    /** Tokens from the attack to "every week", "on a daily basis". */
    private static final int TO_EVERY = 12;

    private final WordClasses words = WordClasses.load(Habit.class, "habits.tsv");

    /** Those triggers that tell of an attack of its own, in order. */
    List<Trigger> without(Document document, List<Trigger> triggers) {
        List<Trigger> single = new ArrayList<>();
        for (List<Trigger> own : Trigger.bySentence(triggers)) {
            single.addAll(
                    singleIn(document.sentences().get(own.get(0).sentence()).tokens(), own));
        }
        return single;
    }

    /**
     * Without those that are habits, and what hangs on them: "[bomb] attacks are common, and rebels [kill] people", unless the
     * sentence tells of one attack there. What was done well before it was: "gunmen
     * [killed] a farmer where attacks are common", and not "[carry] out daily ambushes".
     */
    private List<Trigger> singleIn(List<Token> tokens, List<Trigger> triggers) {
        Optional<Trigger> habit =
                triggers.stream().filter(t -> isHabit(tokens, t.token())).findFirst();
        if (habit.isEmpty()) {
            return triggers;
        }
        boolean alone = tokens.stream().noneMatch(this::isOfOneAttack);
        return triggers.stream()
                .filter(t -> t.token() < habit.get().token()
                        ? t.kind() != Trigger.Kind.WEAPON
                                && t.token() < habit.get().token() - AFTER_OFTEN
                        : !alone && !isHabit(tokens, t.token()))
                .toList();
    }

    private boolean isHabit(List<Token> tokens, int attack) {
        return isDoneOften(tokens, attack)
                || isFrequent(tokens, attack)
                || areCommon(tokens, attack)
                || isEvery(tokens, attack);
    }

    /** "Friday", "killed 12", "killed two", "a market that". */
    private boolean isOfOneAttack(Token token) {
        return token.isNumber() || is("ONE", token);
    }

    /** "Often carries out attacks", "have repeatedly attacked", "are often attacked"; not "often crowded market was hit". */
    private boolean isDoneOften(List<Token> tokens, int attack) {
        for (int i = attack - 1; i >= Math.max(0, attack - AFTER_OFTEN); i--) {
            Token token = tokens.get(i);
            if (is("OFTEN", token) || isAgain(tokens, i)) {
                return true;
            }
            if (isStop(token) || isOtherPredicate(tokens, i)) {
                return false;
            }
        }
        return attack + 1 < tokens.size() && is("OFTEN", tokens.get(attack + 1));
    }

    /** "Have repeatedly"; a man can be stabbed repeatedly. */
    private boolean isAgain(List<Token> tokens, int i) {
        return is("AGAIN", tokens.get(i)) && i > 0 && is("HAVE", tokens.get(i - 1));
    }

    /** "Was" in "an often crowded market was hit", and not in "have often been hit". */
    private boolean isOtherPredicate(List<Token> tokens, int i) {
        return is("BE", tokens.get(i)) && i > 0 && !is("OFTEN", tokens.get(i - 1)) && !isAgain(tokens, i - 1);
    }

    /** "Frequent shelling", "near-daily rocket attacks"; not "the weekly market attack". */
    private boolean isFrequent(List<Token> tokens, int attack) {
        String lower = tokens.get(attack).lower();
        if (!lower.endsWith("s") && !words.is("MASS", lower)) {
            return false;
        }
        for (int i = attack - 1; i >= Math.max(0, attack - 2); i--) {
            if (is("FREQUENT", tokens.get(i)) || isStop(tokens.get(i))) {
                return is("FREQUENT", tokens.get(i));
            }
        }
        return false;
    }

    /** "Bombings are common", "such attacks have become an almost daily routine", "clashes between them erupt regularly". */
    private boolean areCommon(List<Token> tokens, int attack) {
        if (!tokens.get(attack).lower().endsWith("s")) {
            return false;
        }
        boolean be = false;
        for (int i = attack + 1; i < Math.min(tokens.size(), attack + TO_COMMON) && !isStop(tokens.get(i)); i++) {
            Token token = tokens.get(i);
            be |= is("BE", token);
            if (is("OFTEN", token) || (be && (is("COMMON", token) || is("FREQUENT", token)))) {
                return true;
            }
        }
        return false;
    }

    /** "Attack villages every few days", "almost every night drones hit"; not "exploded at a market held every week". */
    private boolean isEvery(List<Token> tokens, int attack) {
        if (isPast(tokens, attack)) {
            return false;
        }
        int from = attack;
        while (from > Math.max(0, attack - TO_EVERY) && !isStop(tokens.get(from - 1))) {
            from--;
        }
        for (int i = from; i < Math.min(tokens.size(), attack + TO_EVERY); i++) {
            if (i > attack && (isClause(tokens.get(i)) || is("HELD", tokens.get(i)))) {
                return false;
            }
            if (isPeriodAt(tokens, i)) {
                return true;
            }
        }
        return false;
    }

    /** "Exploded", "attacked", and not "have attacked". */
    private boolean isPast(List<Token> tokens, int attack) {
        String lower = tokens.get(attack).lower();
        boolean perfect = attack > 0 && (is("HAVE", tokens.get(attack - 1)) || is("BE", tokens.get(attack - 1)));
        return !perfect && (lower.endsWith("ed") || words.is("PAST", lower));
    }

    /** "Every week", "every few days", "on a daily basis". */
    private boolean isPeriodAt(List<Token> tokens, int i) {
        if (is("FREQUENT", tokens.get(i))) {
            return i + 1 < tokens.size() && tokens.get(i + 1).lower().equals("basis");
        }
        if (!is("EVERY", tokens.get(i)) || i + 1 == tokens.size()) {
            return false;
        }
        int unit = is("FEW", tokens.get(i + 1)) ? i + 2 : i + 1;
        return unit < tokens.size() && is("UNIT", tokens.get(unit));
    }

    private boolean isStop(Token token) {
        return !(token.isWord() || token.isNumber()) || isClause(token);
    }

    private boolean isClause(Token token) {
        return is("CLAUSE", token);
    }

    private boolean is(String wordClass, Token token) {
        return words.is(wordClass, token.lower());
    }
}
