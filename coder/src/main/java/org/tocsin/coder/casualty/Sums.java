package org.tocsin.coder.casualty;

import java.util.List;
import org.tocsin.coder.choice.Candidate;
import org.tocsin.coder.choice.Features;
import org.tocsin.coder.incident.Attack;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/** "Two policemen and their driver": numbers of people joined by commas and "and", and the sums that they make. */
final class Sums {
    /** Numbers that one sum is made of. */
    private static final int MOST_PARTS = 5;

    /** Tokens between two numbers of one sum. */
    private static final int APART = 8;

    /** And when "along with" joins them: "29 fighters of the movement were killed along with six". */
    private static final int APART_WITH = 14;

    private final WordClasses words;
    private final MentionFeatures features;

    Sums(WordClasses words, MentionFeatures features) {
        this.words = words;
        this.features = features;
    }

    /** Adds the sums of those whom the text joins, from the first of them on. */
    void from(int from, List<CountMention> mentions, Sentence sentence, Attack attack, List<Candidate<Integer>> into) {
        CountMention first = mentions.get(from);
        boolean later = from > 0 && isJoined(sentence.tokens(), mentions.get(from - 1), first);
        if (later || isTotal(from, mentions, sentence)) {
            return;
        }
        int sum = first.number();
        boolean with = false;
        CountMention last = first;
        for (int i = from + 1; i < mentions.size() && i < from + MOST_PARTS; i++) {
            CountMention next = mentions.get(i);
            if (next.sentence() != first.sentence() || !joined(sentence.tokens(), last, next)) {
                return;
            }
            sum += next.number();
            last = next;
            Features seen = new Features();
            seen.add("sum", i - from);
            seen.add("sum of", first.form(), next.form());
            boolean more = i + 1 < mentions.size() && isJoined(sentence.tokens(), next, mentions.get(i + 1));
            seen.add(more ? "sum of some" : "sum of all");
            // What is said of those whom others died along with is said behind the first.
            with |= isWith(sentence.tokens(), next.first());
            CountMention said = with ? first : next;
            int head = Math.max(said.last(), said.head());
            features.describe(
                    sentence,
                    attack,
                    new CountMention(first.sentence(), first.first(), said.last(), head, sum, first.bound(), "sum"),
                    seen);
            into.add(new Candidate<>(sum, seen));
        }
    }

    /** "18 people, five women and 13 men": the first number is the sum of those that follow. */
    boolean isTotal(int from, List<CountMention> mentions, Sentence sentence) {
        int rest = mentions.get(from).number();
        for (int i = from + 1; i < mentions.size() && i < from + MOST_PARTS && rest > 0; i++) {
            if (!isJoined(sentence.tokens(), mentions.get(i - 1), mentions.get(i))) {
                return false;
            }
            rest -= mentions.get(i).number();
        }
        return rest == 0 && mentions.get(from).number() > 1;
    }

    /** Whether the number is one of several that "and" joins, so that more were harmed than it counts. */
    void describe(Sentence sentence, List<CountMention> mentions, int i, Features into) {
        List<Token> tokens = sentence.tokens();
        CountMention mention = mentions.get(i);
        boolean before = i > 0 && isJoined(tokens, mentions.get(i - 1), mention);
        boolean after = i + 1 < mentions.size() && isJoined(tokens, mention, mentions.get(i + 1));
        into.add(before ? "joined before" : "not joined before");
        into.add(after ? "joined after" : "not joined after");
        into.add(before || after ? "part" : "whole", mention.form());
    }

    /** "Their driver", joined to those whose driver it is, is never the whole toll. */
    boolean isPart(Sentence sentence, List<CountMention> mentions, int i) {
        List<Token> tokens = sentence.tokens();
        CountMention mention = mentions.get(i);
        return i > 0
                && words.is("possessive", tokens.get(mention.first()).lower())
                && isJoined(tokens, mentions.get(i - 1), mention);
    }

    /** Whether the sentence gives a larger number: "30 people including [24] civilians", "[nine] children and 14 others". */
    boolean isPartOfMore(Sentence sentence, List<CountMention> mentions, int i) {
        List<Token> tokens = sentence.tokens();
        CountMention mention = mentions.get(i);
        boolean included = i > 0
                && mentions.get(i - 1).sentence() == mention.sentence()
                && mentions.get(i - 1).number() > mention.number()
                && (isIncluded(tokens, mention.first()) || isOfThose(tokens, mention.last() + 1));
        boolean others = i + 1 < mentions.size()
                && isJoined(tokens, mention, mentions.get(i + 1))
                && isOthers(tokens, mentions.get(i + 1).last() + 1);
        return included || others;
    }

    private boolean isIncluded(List<Token> tokens, int first) {
        for (int i = first - 1; i >= Math.max(0, first - 3); i--) {
            String lower = tokens.get(i).lower();
            if (lower.equals("including") || lower.equals("among")) {
                return true;
            }
            boolean those = lower.equals("them") || lower.equals("whom") || lower.equals("were");
            if (!those && !words.is("more", lower)) {
                return false;
            }
        }
        return false;
    }

    /** "15 people, eleven of them pupils". */
    static boolean isOfThose(List<Token> tokens, int i) {
        return i + 1 < tokens.size()
                && tokens.get(i).lower().equals("of")
                && (tokens.get(i + 1).lower().equals("them")
                        || tokens.get(i + 1).lower().equals("whom"));
    }

    /** "..., an official said", who is none of them. */
    private boolean isSpeaker(List<Token> tokens, CountMention person) {
        int next = Math.max(person.head(), person.last()) + 1;
        return next < tokens.size() && words.is("saying", tokens.get(next).lower());
    }

    private static boolean isOthers(List<Token> tokens, int i) {
        return i < tokens.size()
                && (tokens.get(i).lower().equals("others")
                        || tokens.get(i).lower().equals("other"));
    }

    /** Whether "and" or a comma joins these numbers of people. */
    boolean isJoined(List<Token> tokens, CountMention one, CountMention other) {
        return one.sentence() == other.sentence()
                && one.number() > 0
                && other.number() > 0
                && joined(tokens, one, other);
    }

    /** "Along with six", "alongside two", "together with [at least] four". */
    private boolean isWith(List<Token> tokens, int first) {
        for (int i = first - 1; i > Math.max(0, first - 4); i--) {
            String lower = tokens.get(i).lower();
            String before = tokens.get(i - 1).lower();
            if (lower.equals("alongside")
                    || (lower.equals("with") && (before.equals("along") || before.equals("together")))) {
                return true;
            }
            if (!words.is("more", lower)) {
                return false;
            }
        }
        return false;
    }

    private boolean joined(List<Token> tokens, CountMention one, CountMention other) {
        boolean compared = other.form().equals(CountMention.AS_MANY) || isOfAll(tokens, one.first());
        if (compared || isOfThose(tokens, other.last() + 1) || isSpeaker(tokens, other)) {
            return false;
        }
        if (isWith(tokens, other.first()) && other.first() - one.last() <= APART_WITH) {
            return true;
        }
        int joint = joint(tokens, other.first());
        if (joint <= one.last()) {
            return false;
        }
        for (int i = one.last() + 1; i < joint; i++) {
            String lower = tokens.get(i).lower();
            if ((words.is("kill", lower) && i != one.head())
                    || words.is("injure", lower)
                    || words.is("shot", lower)
                    || lower.equals("including")
                    || words.is("break", lower)) {
                return false;
            }
        }
        return other.first() - one.last() <= APART && !isTold(tokens, one, other);
    }

    /** "Of the 13 soldiers on board, four were killed". */
    private static boolean isOfAll(List<Token> tokens, int first) {
        return first > 1
                && tokens.get(first - 1).lower().equals("the")
                && tokens.get(first - 2).lower().equals("of");
    }

    /** "Killed three soldiers, and 14 militants died": the second has a verb of its own. */
    private boolean isTold(List<Token> tokens, CountMention one, CountMention other) {
        Statement first = Statement.of(words, tokens, one);
        if (first == null || !first.form().equals("active")) {
            return false;
        }
        Statement second = Statement.of(words, tokens, other);
        return second != null && second.form().equals("passive");
    }

    /** The "and" or comma before the number of those who are joined to others; -1 when another word stands there: "and burning 60". */
    private int joint(List<Token> tokens, int first) {
        for (int i = first - 1; i > Math.max(0, first - 5); i--) {
            String lower = tokens.get(i).lower();
            if (lower.equals("and") || lower.equals(",")) {
                return i;
            }
            if (!words.is("more", lower) && !words.is("possessive", lower) && !words.is("beside", lower)) {
                return -1;
            }
        }
        return -1;
    }
}
