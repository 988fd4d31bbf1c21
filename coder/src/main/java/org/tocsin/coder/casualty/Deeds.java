package org.tocsin.coder.casualty;

import static org.tocsin.coder.casualty.Tokens.lower;

import java.util.List;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/** Whether a word of harm behind people tells what they did, and to whom, or which of them it killed. */
final class Deeds {
    /** Words of whom it was done to: "a 34-year-old off-duty guard". */
    private static final int BETWEEN = 4;

    private Deeds() {}

    /** "A man [shot] and killed his guard", "shot dead a guard"; not "two killed a day later", "two killed 12 injured". */
    static boolean areDone(WordClasses words, List<Token> tokens, int harm) {
        int whom = whomBehind(words, tokens, harm);
        if (words.is("single", lower(tokens, whom)) || words.is("relative", lower(tokens, whom))) {
            return !words.is("saying", lower(tokens, whom + 1)) && !words.is("outcome", lower(tokens, whom + 1));
        }
        if (!Statement.counts(words, tokens, whom) && !lower(tokens, whom).equals("the")) {
            return false;
        }
        for (int i = whom + 1; i < Math.min(tokens.size(), whom + 1 + BETWEEN); i++) {
            String lower = lower(tokens, i);
            if (endsObject(words, tokens, i)) {
                return false;
            }
            if (words.is("person", lower) || words.is("relative", lower) || lower.endsWith("-old")) {
                return !words.is("deed", lower(tokens, i + 1));
            }
        }
        return false;
    }

    /** "Killed an hour [after] a man", "killed 12 [injured]"; not "shot 12 [victims]". */
    private static boolean endsObject(WordClasses words, List<Token> tokens, int i) {
        String lower = lower(tokens, i);
        return !tokens.get(i).isWord()
                || words.is("where", lower)
                || words.is("passive", lower)
                || words.is("break", lower)
                || words.is("article", lower)
                || (words.is("outcome", lower) && !words.is("those harmed", lower));
    }

    /** Where the object of "shot", "shot dead", "shot and [critically] injured" begins. */
    static int whomBehind(WordClasses words, List<Token> tokens, int harm) {
        if (lower(tokens, harm + 1).equals("dead")) {
            return harm + 2;
        }
        int second = lower(tokens, harm + 2).endsWith("ly") ? harm + 3 : harm + 2;
        boolean linked = lower(tokens, harm + 1).equals("and") && words.is("deed", lower(tokens, second));
        return linked ? second + 1 : harm + 1;
    }

    /** "Five were shot, two of them [fatally]", "one [fatally]"; not "two fatally shot a guard", "two fatal shots". */
    static boolean isFatalPart(WordClasses words, List<Token> tokens, int end, int fatal) {
        boolean whose = fatal == end + 1 || (Joins.isOfThose(tokens, end + 1) && fatal == end + 3);
        boolean ends = fatal + 1 >= tokens.size()
                || !tokens.get(fatal + 1).isWord()
                || words.is("where", lower(tokens, fatal + 1))
                || words.is("break", lower(tokens, fatal + 1));
        return whose && ends && lower(tokens, fatal).endsWith("ly");
    }
}
