package org.tocsin.coder.casualty;

import static org.tocsin.coder.casualty.Tokens.lower;

import java.util.List;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/**
 * Where a sentence says that nobody was harmed, in words that count nobody: "nobody was killed or injured", "everyone escaped
 * unhurt", "no reports of casualties", "without hurting anyone", "no one else was hurt".
 */
final class Denials {
    /** Words between a denial and the harm that it denies: "without causing any serious injuries". */
    private static final int WITHIN = 6;

    /** Words between "everyone" and "unhurt": "all the people in the bus escaped unhurt". */
    private static final int UNHURT_WITHIN = 8;

    private final WordClasses words;

    Denials(WordClasses words) {
        this.words = words;
    }

    /** Whether nobody was harmed so, or nobody but those told of. */
    boolean of(List<Token> tokens, String harm) {
        for (int i = 0; i < tokens.size(); i++) {
            if (isNobody(tokens, i) ? denies(tokens, i, harm) : isAllUnhurt(tokens, i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether nobody was harmed beyond those told of: "no one else was hurt", "there were no other casualties". */
    boolean ofOthers(List<Token> tokens, String harm) {
        for (int i = 0; i < tokens.size(); i++) {
            boolean others = isNobody(tokens, i)
                    && (words.is("besides", lower(tokens, i + 1))
                            || (lower(tokens, i + 1).equals("one") && words.is("besides", lower(tokens, i + 2))));
            if (others && denies(tokens, i, harm)) {
                return true;
            }
        }
        return false;
    }

    /** "No", "nobody", "without"; not the "no" of "no fewer than 60". */
    private boolean isNobody(List<Token> tokens, int i) {
        String lower = lower(tokens, i);
        boolean none = words.is("none", lower) || lower.equals("without");
        return none && !Bounds.isOfComparison(words, tokens, i);
    }

    /**
     * "No [one was] killed or injured", "no [reports of] casualties"; not "no word on casualties", "no one claimed the attack
     * that killed six", "no one was seriously hurt", "no further injuries".
     */
    private boolean denies(List<Token> tokens, int none, String harm) {
        for (int i = none + 1; i < Math.min(tokens.size(), none + 1 + WITHIN); i++) {
            String lower = lower(tokens, i);
            if (isOf(lower, harm)) {
                return true;
            }
            boolean otherHarm = isHarm(lower) || lower.equals("or") || lower.equals("and") || lower.equals("nor");
            if (!otherHarm && !words.is("of a denial", lower)) {
                return false;
            }
        }
        return false;
    }

    private boolean isHarm(String lower) {
        return isOf(lower, CasualtyReader.KILL) || isOf(lower, CasualtyReader.INJURE);
    }

    /** "Casualties" are dead and injured alike; whom nothing hurt nothing killed. */
    private boolean isOf(String lower, String harm) {
        boolean injure = words.is("injure", lower) || words.is("any harm", lower);
        return injure || (harm.equals(CasualtyReader.KILL) && words.is("kill", lower));
    }

    /** "Everyone escaped unhurt", "all on board were unharmed"; not "the driver escaped unhurt". */
    private boolean isAllUnhurt(List<Token> tokens, int i) {
        if (!words.is("everyone", lower(tokens, i))) {
            return false;
        }
        for (int j = i + 1; j < Math.min(tokens.size(), i + 1 + UNHURT_WITHIN); j++) {
            String lower = lower(tokens, j);
            if (words.is("unhurt", lower)) {
                return true;
            }
            if (!tokens.get(j).isWord() || words.is("break", lower) || HarmWords.isHarm(words, lower)) {
                return false;
            }
        }
        return false;
    }
}
