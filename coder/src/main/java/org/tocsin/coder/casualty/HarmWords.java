package org.tocsin.coder.casualty;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/** The harm that a word tells of where it stands: as what came to those before it, or was done to those behind it. */
final class HarmWords {
    private HarmWords() {}

    /** What the word says came to those before it; "shot dead", "hacked to death" and "shot and killed" are deaths. */
    static @Nullable String outcome(WordClasses words, List<Token> tokens, int i) {
        if (i >= tokens.size()) {
            return null;
        }
        String lower = tokens.get(i).lower();
        if (lower.equals("death") && tokens.get(i - 1).lower().equals("to")) {
            return "kill";
        }
        String harm = words.value("outcome", lower);
        if (!"shot".equals(harm)) {
            return harm;
        }
        String next = i + 1 < tokens.size() ? tokens.get(i + 1).lower() : "";
        String second = i + 2 < tokens.size() ? tokens.get(i + 2).lower() : "";
        boolean fatal = next.equals("dead")
                || (next.equals("to") && second.equals("death"))
                || (next.equals("and") && "kill".equals(words.value("outcome", second)));
        return fatal ? "kill" : harm;
    }

    /** Whether the word tells of harm that is done or suffered. */
    static boolean isHarm(WordClasses words, String lower) {
        return words.is("deed", lower) || words.is("outcome", lower);
    }

    /** What the word says was done to those behind it: "killed", "shot dead", "hacked to death", "the bodies of". */
    static @Nullable String deed(WordClasses words, List<Token> tokens, int i) {
        String lower = tokens.get(i).lower();
        boolean shotDead = lower.equals("dead") && words.is("deed", lowerBefore(tokens, i));
        boolean loss = words.is("loss", lower)
                && i + 1 < tokens.size()
                && tokens.get(i + 1).lower().equals("of");
        boolean toDeath = lower.equals("death")
                && lowerBefore(tokens, i).equals("to")
                && !words.is("court", lowerBefore(tokens, i - 1));
        return shotDead || loss || toDeath ? "kill" : words.value("deed", lower);
    }

    static String lowerBefore(List<Token> tokens, int i) {
        return i <= 0 ? "" : tokens.get(i - 1).lower();
    }
}
