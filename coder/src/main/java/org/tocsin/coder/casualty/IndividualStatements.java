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
        for (int k = 0; k + 1 < found.size(); k++) {
            leaveToOne(tokens, found, k);
        }
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
        boolean ofOther = said != null
                && (isSaidBehind(said)
                        ? isDoer(tokens, person.last()) || isSpeaker(tokens, person.last())
                        : acts(tokens, person.last()));
        return ofOther ? null : said;
    }

    private static boolean isSaidBehind(Statement said) {
        return said.form().equals("passive") || said.form().equals("far");
    }

    /** "A man [fatally] shot a woman": no "was" before the word of harm, and somebody else behind it. */
    private boolean isDoer(List<Token> tokens, int last) {
        for (int i = last + 1; i < tokens.size() && i < last + 4; i++) {
            String lower = tokens.get(i).lower();
            if (words.is("deed", lower)) {
                return isWhom(tokens, Deeds.whomBehind(words, tokens, i));
            }
            boolean perfect = words.is("having", lower) && !lower(tokens, i + 1).equals("been");
            if (words.is("passive", lower) && !words.is("manner", lower) && !perfect) {
                return false;
            }
        }
        return false;
    }

    /** Whether a verb's object begins there: "a guard", "him", "Sani Bello", "two", "12 guards"; not "12 times". */
    private boolean isWhom(List<Token> tokens, int i) {
        String lower = lower(tokens, i);
        return words.is("article", lower)
                || words.is("number", lower)
                || words.is("self", lower)
                || lower.equals("the")
                || words.is("object", lower)
                || words.is("relative", lower)
                || (i < tokens.size() && tokens.get(i).isCapitalized())
                || (i < tokens.size() && tokens.get(i).isNumber() && !words.is("measure", lower(tokens, i + 1)));
    }

    /** "The coroner confirmed one person was killed"; not "a guard reported killed". */
    private boolean isSpeaker(List<Token> tokens, int last) {
        return words.is("saying", lower(tokens, last + 1)) && !HarmWords.isHarm(words, lower(tokens, last + 2));
    }

    /**
     * Of two that are one person, and of one whom the text looks past, nothing is said: "[his brother], Omar Bello, was killed",
     * "[the man] killed was Omar Bello", "Omar Bello, [a guard], was killed", "[a guard] saw a man shot".
     */
    private void leaveToOne(List<Token> tokens, List<Individual> found, int k) {
        Individual one = found.get(k);
        Individual other = found.get(k + 1);
        if (one.name() == null && other.name() != null && isNamed(tokens, one, other)) {
            found.set(k + 1, other.said() == null ? other.saying(one.said()) : other);
            found.set(k, one.saying(null));
        } else if (other.name() == null && isInserted(tokens, one, other)) {
            found.set(k, one.said() == null ? one.saying(other.said()) : one);
            found.set(k + 1, other.saying(null));
        } else if (one.said() != null && isSaidBehind(one.said()) && isLookedPast(tokens, one, other)) {
            found.set(k, one.saying(null));
        }
    }

    /** "His brother, Omar Bello", "the man killed was Omar Bello", "a guard was identified as Omar Bello". */
    private boolean isNamed(List<Token> tokens, Individual one, Individual other) {
        if (other.first() == one.last() + 2 && lower(tokens, one.last() + 1).equals(",")) {
            return !lower(tokens, other.last() + 1).equals("and");
        }
        boolean called = false;
        for (int i = one.last() + 1; i < other.first(); i++) {
            String lower = lower(tokens, i);
            called |= words.is("naming", lower);
            if (!words.is("naming", lower) && !HarmWords.isHarm(words, lower)) {
                return false;
            }
        }
        return called && words.is("naming", lower(tokens, other.first() - 1));
    }

    /** "Omar Bello, a guard, was", "a girl, his sister, in"; not "a guard, a clerk, and", "a guard, a clerk, a cook". */
    private boolean isInserted(List<Token> tokens, Individual one, Individual other) {
        int behind = other.last() + 2;
        boolean list = lower(tokens, behind).equals("and") || words.is("article", lower(tokens, behind));
        return (one.name() != null || !list)
                && other.first() == one.last() + 2
                && lower(tokens, one.last() + 1).equals(",")
                && lower(tokens, other.last() + 1).equals(",");
    }

    private boolean isLookedPast(List<Token> tokens, Individual one, Individual other) {
        for (int i = one.last() + 1; i < other.first(); i++) {
            String lower = lower(tokens, i);
            if (!tokens.get(i).isWord()
                    || lower.equals("and")
                    || words.is("passive", lower)
                    || words.is("break", lower)
                    || HarmWords.isHarm(words, lower)) {
                return false;
            }
        }
        return other.said() != null
                && isSaidBehind(other.said())
                && tokens.get(one.last()).isWord();
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
            if (found.get(k).said() == null
                    && before
                    && !hasOwnVerb(tokens, found.get(k).last())
                    && isJoined(tokens, found.get(k - 1), found.get(k))) {
                found.set(k, found.get(k).saying(earlier));
            }
        }
    }

    /** "They killed a clerk and a guard [was praised]", "and a guard [shot] a man"; not "and a guard in a bar". */
    private boolean hasOwnVerb(List<Token> tokens, int last) {
        String next = lower(tokens, last + 1);
        return Statement.BEING.contains(next) || words.is("having", next) || acts(tokens, last);
    }

    /** "A guard [shot] a man"; not "they killed a guard [and wounded] a man", which others did. */
    private boolean acts(List<Token> tokens, int last) {
        for (int i = last + 1; i < Math.min(tokens.size(), last + 4); i++) {
            if (words.is("deed", lower(tokens, i))) {
                return isDoer(tokens, last);
            }
            if (!tokens.get(i).isWord() || lower(tokens, i).equals("and")) {
                return false;
            }
        }
        return false;
    }

    /** "A widow [told how] a herder died"; not "a man [called Omar] and a herder died". */
    private boolean isTelling(List<Token> tokens, int i) {
        boolean named = i + 1 < tokens.size() && tokens.get(i + 1).isCapitalized();
        return words.is("saying", tokens.get(i).lower()) && !named;
    }

    /** Whether the two stand in one list: "Omar Bello, 23, and Ana Prado"; not "the mother and sister of a boy", "a man, Omar Bello said". */
    boolean isJoined(List<Token> tokens, Individual one, Individual other) {
        if (words.is("where", lower(tokens, other.first() - 1)) || isSpeaker(tokens, other.last())) {
            return false;
        }
        boolean and = tokens.get(one.last()).lower().equals(",");
        for (int i = one.last() + 1; i < other.first(); i++) {
            String lower = tokens.get(i).lower();
            if (words.is("kill", lower)
                    || words.is("injure", lower)
                    || words.is("shot", lower)
                    || words.is("passive", lower)
                    || words.is("break", lower)
                    || isTelling(tokens, i)) {
                return false;
            }
            and |= lower.equals("and") || lower.equals(",");
        }
        return and && other.first() - one.last() <= APART;
    }
}
