package org.tocsin.coder.casualty;

import static org.tocsin.coder.casualty.Tokens.lower;

import java.util.List;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/** What commas insert between people and what came to them: "four people, including three children, were". */
final class Insertion {
    /** Words between the people and the comma: "members [of a family],". */
    private static final int BEFORE = 4;

    /** Words of "including an 11-year-old girl", "a 30-year-old father of two". */
    static final int LONGEST = 10;

    /** Tokens of ", 34,". */
    private static final int AGE = 2;

    private Insertion() {}

    /**
     * Where the sentence goes on after "four people[, including three children,] were", "members of a family[, seven of them
     * children,] were", "a man[, 34,] was", "another guard[, a father of two,] was", "one of them[, a woman of 30,] died": the comma, else where it was.
     */
    static int end(WordClasses words, List<Token> tokens, int end) {
        int open = end + 1;
        while (open < Math.min(tokens.size(), end + 2 + BEFORE) && isInPhrase(words, tokens.get(open))) {
            open++;
        }
        if (open + 1 >= tokens.size() || !lower(tokens, open).equals(",")) {
            return end;
        }
        boolean those = words.is("inclusion", lower(tokens, open + 1)) || Joins.isOfThose(tokens, open + 2);
        for (int i = open + 2; i < Math.min(tokens.size(), open + 1 + LONGEST); i++) {
            if (lower(tokens, i).equals(",")) {
                boolean age = i == open + AGE
                        && open == end + 1
                        && tokens.get(open + 1).isNumber();
                boolean near = open == end + 1 || (open == end + 3 && Joins.isOfThose(tokens, end + 1));
                boolean goesOn = age || those || (near && isApposition(words, tokens, open + 1, i + 1));
                return goesOn ? i : end;
            }
        }
        return end;
    }

    /** "Another guard, a father of two, was", "the teacher, Ana Prado, also died": the verb stands behind the comma. */
    private static boolean isApposition(WordClasses words, List<Token> tokens, int first, int behind) {
        boolean opens = words.is("article", lower(tokens, first))
                || tokens.get(first).isCapitalized()
                || tokens.get(first).isNumber()
                || words.is("number", lower(tokens, first))
                || lower(tokens, first).endsWith("-old");
        int verb = lower(tokens, behind).equals("also") ? behind + 1 : behind;
        return opens && (words.is("passive", lower(tokens, verb)) || words.is("outcome", lower(tokens, verb)));
    }

    private static boolean isInPhrase(WordClasses words, Token token) {
        return token.isWord() && !words.is("passive", token.lower()) && !words.is("outcome", token.lower());
    }

    /** "A woman[, who was on her way home,] and three men": nothing of harm between the commas, the second of which is before the joint. */
    static boolean isRelative(WordClasses words, List<Token> tokens, int end, int joint) {
        boolean opens =
                lower(tokens, end + 1).equals(",") && lower(tokens, end + 2).equals("who");
        if (!opens || joint - end > LONGEST + 2 || !lower(tokens, joint - 1).equals(",")) {
            return false;
        }
        return tokens.subList(end + 3, joint - 1).stream()
                .noneMatch(token -> !token.isWord() || HarmWords.isHarm(words, token.lower()));
    }
}
