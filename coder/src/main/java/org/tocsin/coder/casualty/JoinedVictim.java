package org.tocsin.coder.casualty;

import static org.tocsin.coder.casualty.Tokens.lower;

import java.util.List;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/** A victim called by a pronoun or a name, who counts only with those whom "and" joins to him. */
final class JoinedVictim {
    /** Words of a name with its titles. */
    private static final int LONGEST_NAME = 8;

    /** Words of those joined to a name: "and two of his aides". */
    private static final int PHRASE = 6;

    private JoinedVictim() {}

    /** Last token of the one who begins there; negative where none does. */
    static int last(WordClasses words, List<Token> tokens, int i) {
        if (isObject(words, tokens, i)) {
            return i;
        }
        int object = lastOfName(words, tokens, i);
        return object < 0 ? lastOfSubject(words, tokens, i) : object;
    }

    /** "Killing him and three guards". */
    private static boolean isObject(WordClasses words, List<Token> tokens, int i) {
        String word = tokens.get(i).lower();
        return (word.equals("him") || word.equals("her"))
                && i > 0
                && words.is("deed", tokens.get(i - 1).lower())
                && i + 1 < tokens.size()
                && tokens.get(i + 1).lower().equals("and");
    }

    /** Last token of the name in "killed Colonel Ahmed Salem and two aides"; negative where no such name begins. */
    private static int lastOfName(WordClasses words, List<Token> tokens, int i) {
        String deed = i == 0 ? null : words.value("deed", tokens.get(i - 1).lower());
        boolean harmed = deed != null
                && !deed.equals("shot")
                && tokens.get(i).isCapitalized()
                && !words.is("number", tokens.get(i).lower());
        int last = i;
        int end = Math.min(tokens.size(), i + LONGEST_NAME);
        while (harmed && last + 1 < end && tokens.get(last + 1).isCapitalized()) {
            last++;
        }
        boolean joined = harmed
                && last + 1 < tokens.size()
                && (last > i || words.is("possessive", lower(tokens, last + 2)))
                && tokens.get(last + 1).lower().equals("and")
                && !(words.is("person", tokens.get(last).lower())
                        && PersonNouns.isPlural(tokens.get(last).lower()));
        return joined ? last : -1;
    }

    /**
     * Last token of the name that begins a clause in "Colonel Ahmed Salem and two aides were killed", "Ahmed Salem was killed
     * with two aides"; not so in "Ahmed Salem and two aides saw it".
     */
    private static int lastOfSubject(WordClasses words, List<Token> tokens, int i) {
        boolean begins = i == 0
                || !tokens.get(i - 1).isWord()
                || lower(tokens, i - 1).equals("that")
                || words.is("saying", lower(tokens, i - 1));
        if (!begins || !tokens.get(i).isCapitalized() || words.is("unnamed", lower(tokens, i))) {
            return -1;
        }
        int last = i;
        int end = Math.min(tokens.size(), i + LONGEST_NAME);
        while (last + 1 < end && tokens.get(last + 1).isCapitalized()) {
            last++;
        }
        boolean several = words.is("person", lower(tokens, last)) && PersonNouns.isPlural(lower(tokens, last));
        int behind = behindApposition(words, tokens, last);
        boolean joined = isJoined(words, tokens, i, behind) || isKilledWith(words, tokens, last);
        return !several && joined ? behind : -1;
    }

    /** The second comma of "Ahmed Salem, a member of parliament, and two guards were killed", else the name's last token. */
    private static int behindApposition(WordClasses words, List<Token> tokens, int last) {
        if (!lower(tokens, last + 1).equals(",") || !words.is("article", lower(tokens, last + 2))) {
            return last;
        }
        for (int i = last + 3; i < Math.min(tokens.size(), last + 3 + LONGEST_NAME); i++) {
            if (!tokens.get(i).isWord()) {
                return lower(tokens, i).equals(",") && lower(tokens, i + 1).equals("and") ? i : last;
            }
        }
        return last;
    }

    /** "[Ahmed Salem] and two aides were killed", in a title "and two aides killed"; of one word only before "his" or "her". */
    private static boolean isJoined(WordClasses words, List<Token> tokens, int first, int last) {
        String next = lower(tokens, last + 2);
        boolean counted = words.is("article", next)
                || words.is("number", next)
                || (last + 2 < tokens.size() && tokens.get(last + 2).isNumber());
        boolean named = last > first || words.is("possessive", next);
        if (!lower(tokens, last + 1).equals("and") || !counted || !named) {
            return false;
        }
        for (int i = last + 3; i < Math.min(tokens.size(), last + 3 + PHRASE); i++) {
            if (Statement.BEING.contains(lower(tokens, i))) {
                return words.is("outcome", lower(tokens, i + 1));
            }
            if (words.is("own death", lower(tokens, i))) {
                return true;
            }
            if (words.is("outcome", lower(tokens, i))) {
                return !Deeds.areDone(words, tokens, i);
            }
        }
        return false;
    }

    /** "[Ahmed Salem] was killed with", "was killed along with". */
    private static boolean isKilledWith(WordClasses words, List<Token> tokens, int last) {
        int with = lower(tokens, last + 3).equals("along")
                        || lower(tokens, last + 3).equals("together")
                ? 4
                : 3;
        return lower(tokens, last + 1).equals("was")
                && words.is("outcome", lower(tokens, last + 2))
                && lower(tokens, last + with).equals("with");
    }
}
