package org.tocsin.coder.casualty;

import static org.tocsin.coder.casualty.Tokens.lower;

import java.util.List;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/**
 * Tells those who are injured by what came of it: "were taken to hospital", "are in hospital", "have gunshot wounds", "were cut
 * by flying glass", "were treated for smoke"; not "were taken hostage", "were in hospital for a check" of nobody harmed elsewhere.
 */
final class Wounds {
    /** How far behind "taken" or "suffered" the hospital or the wound may stand. */
    private static final int CARE_WITHIN = 6;

    /** How far behind "have" the wound may stand. */
    private static final int WOUND_WITHIN = 3;

    private Wounds() {}

    /** Whether the text goes on so at that token about those before it. */
    static boolean areToldAt(WordClasses words, List<Token> tokens, int i) {
        String lower = tokens.get(i).lower();
        String next = lower(tokens, i + 1);
        boolean told = (words.is("carried", lower) && isAny("care", words, tokens, i, CARE_WITHIN))
                || (words.is("lying", lower) && next.equals("in") && words.is("care", lower(tokens, i + 2)))
                || (words.is("having", lower) && isAny("wounds", words, tokens, i, WOUND_WITHIN))
                || (words.is("cut", lower) && next.equals("by"))
                || (lower.equals("treated") && next.equals("for"));
        return told && !HarmText.isDenied(words, tokens, i);
    }

    private static boolean isAny(String wordClass, WordClasses words, List<Token> tokens, int from, int within) {
        for (int i = from + 1; i < Math.min(tokens.size(), from + 1 + within); i++) {
            String lower = tokens.get(i).lower();
            if (words.is(wordClass, lower)) {
                return true;
            }
            if (words.is("break", lower) || words.is("kill", lower)) {
                return false;
            }
        }
        return false;
    }
}
