package org.tocsin.coder.casualty;

import static org.tocsin.coder.casualty.Tokens.lower;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/** Nouns for people, and where they stand for somebody without an article. */
final class PersonNouns {
    private final WordClasses words;

    PersonNouns(WordClasses words) {
        this.words = words;
    }

    boolean is(String lower) {
        return words.is("person", lower) || words.is("relative", lower);
    }

    /** "Police" in "a police officer": the noun behind it says who; not so in "a man police believe", "12 people dead". */
    boolean isBeforeAnother(List<Token> tokens, int i) {
        String next = lower(tokens, i + 1);
        return is(tokens.get(i).lower())
                && is(next)
                && !words.is("outcome", next)
                && (isPlural(tokens.get(i).lower()) || !isPlural(next));
    }

    /** Of a noun for people. */
    static boolean isPlural(String noun) {
        return noun.equals("people")
                || noun.equals("children")
                || noun.equals("police")
                || noun.endsWith("men")
                || (noun.endsWith("s") && !noun.endsWith("ss"));
    }

    /** Whether a title leaves out the article there: "[Teen] boy, 3 women shot", "man held after [clerk], [guard] stabbed". */
    boolean opensInTitle(List<Token> tokens, int i) {
        return i == 0 || lower(tokens, i - 1).equals(",") || words.is("headline opening", lower(tokens, i - 1));
    }

    /** "A teacher and [pupil] were stabbed": one article for two people, each of whom a noun of its own calls. */
    boolean isSecondOfTwo(List<Token> tokens, int i) {
        boolean joined = i > 2 && lower(tokens, i - 1).equals("and") && is(lower(tokens, i - 2));
        return joined
                && isOneOf(lower(tokens, i))
                && isOneOf(lower(tokens, i - 2))
                && isArticleNear(tokens, i - 3)
                && endsClause(tokens, i + 1);
    }

    /** Whether the noun counts one person and no more. */
    boolean isOneOf(String lower) {
        return words.is("single", lower) || (words.is("relative", lower) && !isPlural(lower));
    }

    /** The noun when it tells one person from others, as "clerk" or "officer" does; null for "victim" or "man". */
    @Nullable
    String role(String lower) {
        boolean role = words.is("single", lower)
                && !words.is("anybody", lower)
                && !words.is("attacker", lower)
                && !words.is("male", lower)
                && !words.is("female", lower);
        return role ? lower : null;
    }

    private boolean isArticleNear(List<Token> tokens, int i) {
        return words.is("article", lower(tokens, i)) || (i > 0 && words.is("article", lower(tokens, i - 1)));
    }

    private boolean endsClause(List<Token> tokens, int i) {
        String lower = lower(tokens, i);
        return i >= tokens.size()
                || !tokens.get(i).isWord()
                || words.is("passive", lower)
                || words.is("outcome", lower)
                || words.is("break", lower)
                || words.is("where", lower);
    }
}
