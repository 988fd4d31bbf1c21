package org.tocsin.coder.casualty;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/**
 * Which numbers of people the text joins to one toll: "a farmer, his wife and two sons", "29 fighters along with
 * six". No number is joined to the parts that it is the sum of, to those who tell of it, or to others with a verb of
 * their own.
 */
final class Joins {
    /** Tokens between two numbers that are joined. */
    private static final int APART = 8;

    /** And when "along with" joins them: "29 fighters of the movement were killed along with six". */
    private static final int APART_WITH = 14;

    /** Tokens between "and" and the number behind it: "and at least another 12". */
    private static final int JOINT_WITHIN = 4;

    private final WordClasses words;
    private final List<CountMention> mentions;
    private final List<List<Token>> tokens;
    private final boolean[] toNext;
    private final boolean[] titles;
    private final Ages ages;

    /** @param said what the text says of each mention */
    Joins(WordClasses words, Document document, List<CountMention> mentions, List<@Nullable Statement> said) {
        this.words = words;
        this.mentions = mentions;
        this.ages = new Ages(words);
        this.titles = new boolean[document.sentences().size()];
        document.sentences().forEach(sentence -> titles[sentence.index()] = sentence.isTitle());
        this.tokens = mentions.stream()
                .map(mention -> document.sentences().get(mention.sentence()).tokens())
                .toList();
        this.toNext = new boolean[mentions.size()];
        for (int i = 0; i + 1 < toNext.length; i++) {
            toNext[i] = isJoined(i) && !isTold(said.get(i), said.get(i + 1)) && !differ(said.get(i), said.get(i + 1));
        }
        Statement ofLast = null;
        for (int i = toNext.length - 1; i >= 0; i--) {
            toNext[i] &= !isClause(i, said.get(i), ofLast);
            ofLast = toNext[i] ? ofLast : said.get(i);
        }
        for (int i = 0; i < toNext.length; i++) {
            toNext[i] &= !isTotal(i);
        }
    }

    /** Whether the text joins the i-th number and the one behind it; false where there is none. */
    boolean toNext(int i) {
        return i >= 0 && i < toNext.length && toNext[i];
    }

    /**
     * "Along with six", "alongside two", "together with [at least] four", "was killed with four others": whether that joins the i-th to those before
     * it.
     */
    boolean isWith(int i) {
        int first = mentions.get(i).first();
        for (int j = first - 1; j > Math.max(0, first - JOINT_WITHIN); j--) {
            String lower = tokens.get(i).get(j).lower();
            String before = tokens.get(i).get(j - 1).lower();
            if (lower.equals("alongside") || (lower.equals("with") && isBeforeWith(before))) {
                return true;
            }
            if (!words.is("more", lower)) {
                return false;
            }
        }
        return false;
    }

    /** "Along with", "together with", "was killed with"; not "was shot with". */
    private boolean isBeforeWith(String before) {
        String harm = words.value("outcome", before);
        return before.equals("along") || before.equals("together") || (harm != null && !harm.equals("shot"));
    }

    /** "15 people, eleven [of them] pupils". */
    static boolean isOfThose(List<Token> tokens, int i) {
        return i + 1 < tokens.size()
                && tokens.get(i).lower().equals("of")
                && (tokens.get(i + 1).lower().equals("them")
                        || tokens.get(i + 1).lower().equals("whom"));
    }

    private boolean isJoined(int i) {
        CountMention one = mentions.get(i);
        CountMention other = mentions.get(i + 1);
        boolean counted = one.sentence() == other.sentence() && one.number() > 0 && other.number() > 0;
        if (!counted) {
            return false;
        }
        boolean apart = other.form().equals(CountMention.AS_MANY)
                || isOfAll(tokens.get(i), one.first())
                || isOfThose(tokens.get(i), other.last() + 1)
                || isSpeaker(i + 1)
                || isSaidOf(i);
        if (apart) {
            return false;
        }
        int between = other.first() - one.last();
        if (isWith(i + 1)) {
            return between <= APART_WITH;
        }
        int joint = joint(i + 1);
        if (joint > one.last() && Insertion.isRelative(words, tokens.get(i), end(i), joint)) {
            return true;
        }
        return between <= APART && joint > one.last() && !isHarmBetween(i, joint);
    }

    private boolean isHarmBetween(int i, int joint) {
        CountMention one = mentions.get(i);
        for (int j = one.last() + 1; j < joint; j++) {
            String lower = tokens.get(i).get(j).lower();
            if ((words.is("kill", lower) && j != one.head())
                    || words.is("injure", lower)
                    || words.is("shot", lower)
                    || words.is("break", lower)
                    || lower.equals("including")) {
                return true;
            }
        }
        return false;
    }

    /** The "and" or comma before the i-th number; -1 when another word stands there: "and burning 60". */
    private int joint(int i) {
        int first = mentions.get(i).first();
        for (int j = first - 1; j >= Math.max(0, first - JOINT_WITHIN); j--) {
            String lower = tokens.get(i).get(j).lower();
            if (lower.equals(",") && isAgeOfOne(i)) {
                return -1;
            }
            if (lower.equals("and") || lower.equals(",")) {
                return j;
            }
            if (!words.is("more", lower) && !words.is("possessive", lower) && !words.is("beside", lower)) {
                return -1;
            }
        }
        return -1;
    }

    /** "A guard, a father of two, was shot": who stands between the commas is the i-th once more. */
    private boolean isSaidOf(int i) {
        int next = mentions.get(i + 1).first();
        return Insertion.end(words, tokens.get(i), end(i)) > next && !isListed(i);
    }

    /**
     * "Two soldiers, a civilian, were killed", "five soldiers, [three] guards and a driver": others stand between the
     * commas; not "two people, a couple, were".
     */
    private boolean isListed(int i) {
        CountMention one = mentions.get(i);
        CountMention next = mentions.get(i + 1);
        return (one.number() > 1 || next.number() > 1)
                && isOfItsOwnKind(i)
                && isOfItsOwnKind(i + 1)
                && tokens.get(i).get(next.first() - 1).lower().equals(",")
                && (isBehind(i + 1, ",") || isNextBehindAnd(i + 1));
    }

    private boolean isNextBehindAnd(int i) {
        return i + 1 < mentions.size()
                && mentions.get(i + 1).sentence() == mentions.get(i).sentence()
                && joint(i + 1) == end(i) + 1;
    }

    private boolean isBehind(int i, String word) {
        return Tokens.lower(tokens.get(i), end(i) + 1).equals(word);
    }

    private int end(int i) {
        return Math.max(mentions.get(i).last(), mentions.get(i).head());
    }

    /** Counted by a noun that does not hold all the others, as "people" does. */
    private boolean isOfItsOwnKind(int i) {
        CountMention people = mentions.get(i);
        return people.head() > people.last() && !words.is("anybody", noun(i)) && !words.is("all kinds", noun(i));
    }

    private String noun(int i) {
        return tokens.get(i).get(mentions.get(i).head()).lower();
    }

    /** "Her cousin, 40-year-old Ali Sani": one person; titles leave out articles, and tell of two so. */
    private boolean isAgeOfOne(int i) {
        CountMention person = mentions.get(i);
        return !titles[person.sentence()] && ages.at(tokens.get(i), person.first()) != null;
    }

    /** "..., an official said", who is none of them. */
    private boolean isSpeaker(int i) {
        return words.is("saying", Tokens.lower(tokens.get(i), end(i) + 1));
    }

    /** "Of the 13 soldiers on board, four were killed". */
    private static boolean isOfAll(List<Token> tokens, int first) {
        return first > 1
                && tokens.get(first - 1).lower().equals("the")
                && tokens.get(first - 2).lower().equals("of");
    }

    /** "Killed three soldiers, and 14 militants died": the second has a verb of its own. */
    private static boolean isTold(@Nullable Statement one, @Nullable Statement other) {
        return one != null
                && other != null
                && one.form().equals("active")
                && other.form().equals("passive");
    }

    /**
     * "They killed a clerk, and a cook and a guard were wounded", "killed a clerk and a guard was praised": behind the i-th others
     * begin with a verb of their own; not so "killed a clerk and a guard".
     */
    private boolean isClause(int i, @Nullable Statement one, @Nullable Statement ofLast) {
        if (!toNext[i] || one == null || !one.form().equals("active")) {
            return false;
        }
        int joint = joint(i + 1);
        boolean and = joint >= 0 && tokens.get(i).get(joint).lower().equals("and");
        boolean praised = ofLast == null && Statement.BEING.contains(Tokens.lower(tokens.get(i + 1), end(i + 1) + 1));
        return and && (praised || isTold(one, ofLast));
    }

    /** "Two dead, a boy hurt": some died and others did not. */
    private static boolean differ(@Nullable Statement one, @Nullable Statement other) {
        return one != null && other != null && one.isDeath() != other.isDeath();
    }

    /** "18 people, five women and 13 men": the i-th is the sum of those joined behind it. */
    private boolean isTotal(int i) {
        int rest = mentions.get(i).number();
        int last = i;
        while (rest > 0 && toNext[last]) {
            last++;
            rest -= mentions.get(last).number();
        }
        return rest == 0 && toNext[i] && mentions.get(i).number() > 1 && mayHold(i, last);
    }

    /**
     * Whether those that follow can be the i-th once more: "18 villagers, five women and 13 men", "two women, a nurse and a
     * guard", "four children, two boys and two girls"; not "two nurses and two guards", "three women, two men and a boy", "two
     * soldiers, a guard and a child".
     */
    private boolean mayHold(int i, int last) {
        int joint = joint(i + 1);
        boolean behindComma = joint >= 0 && tokens.get(i).get(joint).lower().equals(",");
        if (!behindComma || !isOfItsOwnKind(i)) {
            return behindComma;
        }
        boolean inserted = isBehind(last, ",") && !titles[mentions.get(i).sentence()];
        boolean bySexOrAge = !"sex".equals(words.value("sex or age", noun(i)));
        boolean byTrade = words.is("sex or age", noun(i));
        for (int j = i + 1; j <= last; j++) {
            bySexOrAge &= !isOfItsOwnKind(j) || words.is("sex or age", noun(j));
            byTrade &= mentions.get(j).isPerson() && isOfItsOwnKind(j) && !words.is("sex or age", noun(j));
        }
        return last > i + 1 && (inserted || bySexOrAge || byTrade);
    }
}
