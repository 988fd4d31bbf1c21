package org.tocsin.coder.casualty;

import static org.tocsin.coder.casualty.Tokens.lower;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/** The harm that a word tells of where it stands: as what came to those before it, or was done to those behind it. */
final class HarmWords {
    /** How far behind "taken" to hospital the death there may be told. */
    private static final int DIES_WITHIN = 14;

    private HarmWords() {}

    /** What the word says came to those before it; "shot dead", "burned alive", "fatally shot" and "shot and killed" are. */
    static @Nullable String outcome(WordClasses words, List<Token> tokens, int i) {
        if (i >= tokens.size()) {
            return null;
        }
        String lower = tokens.get(i).lower();
        String before = lower(tokens, i - 1);
        boolean inTwoWords =
                (lower.equals("death") && before.equals("to")) || (lower.equals("away") && before.equals("passed"));
        String harm = inTwoWords ? CasualtyReader.KILL : words.value("outcome", lower);
        if (harm != null && words.is("fatal", before)) {
            return CasualtyReader.KILL;
        }
        if ((lower.equals("deceased") && words.is("long ago", before)) || isOfOthers(words, tokens, i)) {
            return null;
        }
        String next = lower(tokens, i + 1);
        String second = lower(tokens, i + 2);
        boolean toDeath = next.equals("alive") || (next.equals("to") && second.equals("death"));
        if (!"shot".equals(harm)) {
            return harm != null && toDeath ? CasualtyReader.KILL : harm;
        }
        boolean fatal = toDeath
                || next.equals("dead")
                || next.equals("fatally")
                || (next.equals("and") && CasualtyReader.KILL.equals(words.value("outcome", second)));
        return fatal ? CasualtyReader.KILL : harm;
    }

    /** "Was near the victims", "was carrying bodies": harm to others; not "were among the victims", "two of the casualties". */
    private static boolean isOfOthers(WordClasses words, List<Token> tokens, int i) {
        if (!words.is("those harmed", tokens.get(i).lower())) {
            return false;
        }
        int before = i - 1;
        while (before > 0 && words.is("others", tokens.get(before).lower())) {
            before--;
        }
        String lower = lower(tokens, before);
        boolean some = lower.equals("of")
                && (words.is("number", lower(tokens, before - 1))
                        || tokens.get(Math.max(0, before - 1)).isNumber())
                && !words.is("where", lower(tokens, before - 2));
        boolean among = lower.equals("among") || some;
        return !among
                && (before < i - 1
                        || words.is("where", lower)
                        || words.is("beside others", lower)
                        || lower.endsWith("ing"));
    }

    /** Whether the word tells of harm that is done or suffered. */
    static boolean isHarm(WordClasses words, String lower) {
        return words.is("deed", lower) || words.is("outcome", lower);
    }

    /** What the word says was done to those behind it: "killed", "shot dead", "hacked to death", "the bodies of", "the fatal shooting of". */
    static @Nullable String deed(WordClasses words, List<Token> tokens, int i) {
        String lower = tokens.get(i).lower();
        boolean shotDead = lower.equals("dead") && words.is("deed", lower(tokens, i - 1));
        boolean loss = words.is("loss", lower)
                && i + 1 < tokens.size()
                && tokens.get(i + 1).lower().equals("of");
        boolean toDeath =
                lower.equals("death") && lower(tokens, i - 1).equals("to") && !words.is("court", lower(tokens, i - 2));
        String harm = words.value("deed", lower);
        boolean fatal = harm != null && words.is("fatal", lower(tokens, i - 1));
        return shotDead || loss || toDeath || fatal ? CasualtyReader.KILL : harm;
    }

    /** "Were rushed to hospital [but later died]", "[where she was pronounced dead]"; not "where one died", "but killed him". */
    static boolean diesLater(WordClasses words, List<Token> tokens, int carried) {
        for (int i = carried + 1; i < Math.min(tokens.size(), carried + 1 + DIES_WITHIN); i++) {
            String lower = tokens.get(i).lower();
            boolean own = words.is("own death", lower);
            if (own || CasualtyReader.KILL.equals(words.value("outcome", lower))) {
                if (!own && !Statement.BEING.contains(lower(tokens, i - 1))) {
                    return false;
                }
                int clause = i - 1;
                while (clause > carried && words.is("dying", tokens.get(clause).lower())) {
                    clause--;
                }
                return words.is("later clause", tokens.get(clause).lower());
            }
        }
        return false;
    }
}
