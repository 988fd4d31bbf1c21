package org.tocsin.coder.casualty;

import static org.tocsin.coder.casualty.Tokens.lower;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.casualty.CountMention.Bound;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/** What a sentence says of single people: also of each in "X, 23, and Y, 19, were shot". */
final class IndividualStatements {
    /** Tokens between two people of one list. */
    private static final int APART = 6;

    private final WordClasses words;

    IndividualStatements(WordClasses words) {
        this.words = words;
    }

    /** Of people in a list each is said what is said of the last before a verb, or of the first behind one. */
    void share(List<Token> tokens, List<Individual> found) {
        shareWithEarlier(tokens, found);
        shareWithLater(tokens, found);
    }

    /** What is said of that person alone. */
    @Nullable
    Statement of(List<Token> tokens, Individual person) {
        String own = words.value("outcome", tokens.get(person.last()).lower());
        if (own != null && !own.equals("shot") && !isDoer(tokens, person.last() - 1)) {
            return new Statement(own, "noun");
        }
        CountMention one = new CountMention(
                person.sentence(), person.first(), person.last(), person.last(), 1, Bound.EXACT, CountMention.PERSON);
        Statement said = Statement.of(words, tokens, one);
        boolean deed = said != null && said.form().equals("passive") && isDoer(tokens, person.last());
        return deed ? null : said;
    }

    /** "A man shot a woman": no "was" before the word of harm, and somebody else behind it. */
    private boolean isDoer(List<Token> tokens, int last) {
        for (int i = last + 1; i < tokens.size() && i < last + 4; i++) {
            String lower = tokens.get(i).lower();
            if (words.is("deed", lower)) {
                String next = lower(tokens, i + 1);
                boolean linked = next.equals("and") && words.is("deed", lower(tokens, i + 2));
                int object = linked ? i + 3 : i + 1;
                String whom = lower(tokens, object);
                return words.is("article", whom)
                        || words.is("number", whom)
                        || words.is("self", whom)
                        || whom.equals("the")
                        || words.is("object", whom)
                        || (object < tokens.size() && tokens.get(object).isCapitalized());
            }
            if (words.is("passive", lower)) {
                return false;
            }
        }
        return false;
    }

    private void shareWithEarlier(List<Token> tokens, List<Individual> found) {
        for (int k = found.size() - 2; k >= 0; k--) {
            Statement later = found.get(k + 1).said();
            boolean behind = later != null
                    && !later.form().equals("active")
                    && !later.form().equals("noun");
            if (found.get(k).said() == null && behind && isJoined(tokens, found.get(k), found.get(k + 1))) {
                found.set(k, found.get(k).saying(later));
            }
        }
    }

    private void shareWithLater(List<Token> tokens, List<Individual> found) {
        for (int k = 1; k < found.size(); k++) {
            Statement earlier = found.get(k - 1).said();
            boolean before = earlier != null
                    && !earlier.form().equals("passive")
                    && !earlier.form().equals("far");
            if (found.get(k).said() == null && before && isJoined(tokens, found.get(k - 1), found.get(k))) {
                found.set(k, found.get(k).saying(earlier));
            }
        }
    }

    private boolean isJoined(List<Token> tokens, Individual one, Individual other) {
        boolean and = tokens.get(one.last()).lower().equals(",");
        for (int i = one.last() + 1; i < other.first(); i++) {
            String lower = tokens.get(i).lower();
            if (words.is("kill", lower)
                    || words.is("injure", lower)
                    || words.is("shot", lower)
                    || words.is("passive", lower)
                    || words.is("break", lower)) {
                return false;
            }
            and |= lower.equals("and") || lower.equals(",");
        }
        return and && other.first() - one.last() <= APART;
    }
}
