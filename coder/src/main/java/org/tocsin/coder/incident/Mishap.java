package org.tocsin.coder.incident;

import java.util.List;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/**
 * What looks like an attack until the article says that it was none: "An explosion killed two workers. Police ruled out
 * sabotage." Only where all its words are such as tell of accidents, too: who was shot was, whatever was ruled out.
 */
final class Mishap {
    /** Triggers as sure as this must all be such words. */
    private static final double SURE = 0.3;

    /** Tokens from what says so to the attack: "ruled out the possibility of a terrorist attack". */
    private static final int REACH = 10;

    /** Tokens in which an accident is called so: "was a tragic accident". */
    private static final int NEAR = 4;

    /** Tokens of a sentence that are looked at; what is longer is a list or no sentence. */
    private static final int LONGEST = 120;

    /** Sentences behind the report in which it is said. */
    private static final int BEHIND = 40;

    private final WordClasses words;

    Mishap(WordClasses words) {
        this.words = words;
    }

    boolean isWhatWas(Document document, Attack attack) {
        int first = attack.sentences().get(0);
        int end = Math.min(document.sentences().size(), first + BEHIND);
        for (int i = first; i < end; i++) {
            if (isSaidSo(document.sentences().get(i).tokens())) {
                return attack.triggers().stream().allMatch(t -> mayBeAccident(document, t));
            }
        }
        return false;
    }

    private boolean mayBeAccident(Document document, Trigger trigger) {
        Sentence sentence = document.sentences().get(trigger.sentence());
        return trigger.weight() < SURE
                || words.is("MISHAP", sentence.tokens().get(trigger.token()).lower())
                || isSaidSo(sentence.tokens());
    }

    /** "Ruled out sabotage", "no sign of an attack", "was an accident". */
    private boolean isSaidSo(List<Token> tokens) {
        for (int i = 0; i + 1 < Math.min(LONGEST, tokens.size()); i++) {
            boolean ruledOut = words.is("EXCLUDED", tokens.get(i).lower())
                    || (words.is("ROUT", tokens.get(i).lower())
                            && tokens.get(i + 1).lower().equals("out"));
            boolean noSign = words.is("NONE", tokens.get(i).lower())
                    && words.is("NOSIGN", tokens.get(i + 1).lower());
            if ((ruledOut && !isTakenBack(tokens, i) && isOfAttack(tokens, i))
                    || (noSign && isOfAttackBehind(tokens, i + 1))
                    || isAccident(tokens, i)) {
                return true;
            }
        }
        return false;
    }

    /** "Have not ruled out", "refused to rule out". */
    private boolean isTakenBack(List<Token> tokens, int at) {
        for (int i = Math.max(0, at - NEAR); i < at; i++) {
            String word = tokens.get(i).lower();
            if (words.is("MAYBE", word)
                    || words.is("NOT", word)
                    || word.equals("to")
                    || word.equals("cannot")
                    || word.endsWith("n't")) {
                return true;
            }
        }
        return false;
    }

    /** "Ruled out sabotage" or "sabotage was ruled out". */
    private boolean isOfAttack(List<Token> tokens, int at) {
        return isOfAttackBehind(tokens, at) || names(tokens, at - NEAR, at);
    }

    private boolean isOfAttackBehind(List<Token> tokens, int at) {
        return names(tokens, at + 1, at + 1 + REACH);
    }

    private boolean names(List<Token> tokens, int from, int to) {
        for (int i = Math.max(0, from); i < Math.min(tokens.size(), to); i++) {
            if (words.is("ATTACK", tokens.get(i).lower())) {
                return true;
            }
        }
        return false;
    }

    /** "It was an accident, police said"; not "was no accident", "first thought to be an accident". */
    private boolean isAccident(List<Token> tokens, int at) {
        if (!words.is("ACCIDENT", tokens.get(at).lower())
                || at == 0
                || !words.is("WAS", tokens.get(at - 1).lower())) {
            return false;
        }
        boolean was = false;
        for (int i = Math.max(0, at - NEAR); i < at; i++) {
            was |= tokens.get(i).lower().equals("was") || tokens.get(i).lower().equals("were");
        }
        for (int i = 0; i < at; i++) {
            was &= !words.is("MAYBE", tokens.get(i).lower())
                    && !tokens.get(i).lower().endsWith("n't");
        }
        return was;
    }
}
