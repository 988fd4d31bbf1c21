package org.tocsin.coder.casualty;

import static org.tocsin.coder.casualty.Tokens.lower;

import java.util.List;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/** "A suspect was fatally shot by police": an attacker whom the police stopped is no victim of his attack. */
final class StoppedAttacker {
    /** Words between the attacker and what came to him, and the doer behind it. */
    private static final int BEHIND = 7;

    /** Words between the doer and the attacker: "officers shot and killed a suspect". */
    private static final int BEFORE = 6;

    private StoppedAttacker() {}

    static boolean is(WordClasses words, List<Token> tokens, int first, int head) {
        return words.is("suspect", lower(tokens, head))
                && (isStoppedBehind(words, tokens, head) || isStoppedBefore(words, tokens, first));
    }

    private static boolean isStoppedBehind(WordClasses words, List<Token> tokens, int head) {
        for (int i = head + 1; i < Math.min(tokens.size(), head + 1 + BEHIND); i++) {
            if (lower(tokens, i).equals(",")) {
                return false;
            }
            if (lower(tokens, i).equals("by")) {
                return words.is("police", lower(tokens, i + 1)) || words.is("police", lower(tokens, i + 2));
            }
        }
        return false;
    }

    /** "Officers shot and killed"; not "an officer shot and", whom others follow. */
    private static boolean isStoppedBefore(WordClasses words, List<Token> tokens, int first) {
        for (int i = first - 1; i >= Math.max(0, first - BEFORE); i--) {
            if (words.is("police", lower(tokens, i))) {
                return true;
            }
            boolean between = lower(tokens, i).equals("and") && i < first - 1;
            if (!between && !isVerb(words, lower(tokens, i))) {
                return false;
            }
        }
        return false;
    }

    private static boolean isVerb(WordClasses words, String lower) {
        return HarmWords.isHarm(words, lower) || words.is("fatal", lower);
    }
}
