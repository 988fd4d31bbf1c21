package org.tocsin.coder.casualty;

import java.util.List;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/** A victim called by a pronoun or a name, who counts only with those whom "and" joins to him. */
final class JoinedVictim {
    /** Words of a name with its titles. */
    private static final int LONGEST_NAME = 8;

    private JoinedVictim() {}

    /** Last token of the one who begins there; negative where none does. */
    static int last(WordClasses words, List<Token> tokens, int i) {
        return isObject(words, tokens, i) ? i : lastOfName(words, tokens, i);
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
                && last > i
                && last + 1 < tokens.size()
                && tokens.get(last + 1).lower().equals("and")
                && !(words.is("person", tokens.get(last).lower())
                        && PersonNouns.isPlural(tokens.get(last).lower()));
        return joined ? last : -1;
    }
}
