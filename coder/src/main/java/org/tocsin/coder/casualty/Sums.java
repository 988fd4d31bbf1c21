package org.tocsin.coder.casualty;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.choice.Candidate;
import org.tocsin.coder.choice.Features;
import org.tocsin.coder.incident.Attack;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/** "Two policemen and their driver": the sums of numbers that the text joins, and the numbers that are parts of others. */
final class Sums {
    /** Numbers that one sum is made of. */
    private static final int MOST_PARTS = 5;

    private final WordClasses words;
    private final MentionFeatures features;

    Sums(WordClasses words, MentionFeatures features) {
        this.words = words;
        this.features = features;
    }

    /** Adds the sums of those whom the text joins, when the i-th is the first of them. */
    void from(int i, HarmText text, Attack attack, List<Candidate<Integer>> into) {
        if (text.joins().toNext(i - 1)) {
            return;
        }
        CountMention first = text.mentions().get(i);
        int sum = first.number();
        boolean with = false;
        for (int j = i; j + 1 < i + MOST_PARTS && text.joins().toNext(j); j++) {
            CountMention next = text.mentions().get(j + 1);
            sum += next.number();
            Features seen = new Features();
            seen.add("sum", j + 1 - i);
            seen.add("sum of", first.form(), next.form());
            seen.add(text.joins().toNext(j + 1) ? "sum of some" : "sum of all");
            // What is said of those whom others died along with is said behind the first.
            with |= text.joins().isWith(j + 1);
            CountMention said = with ? first : next;
            int head = Math.max(said.last(), said.head());
            features.describe(
                    text,
                    attack,
                    new CountMention(first.sentence(), first.first(), said.last(), head, sum, first.bound(), "sum"),
                    seen);
            into.add(new Candidate<>(sum, seen));
        }
    }

    /** Whether the number is one of several that "and" joins, so that more were harmed than it counts. */
    void describe(HarmText text, int i, Features into) {
        boolean before = text.joins().toNext(i - 1);
        boolean after = text.joins().toNext(i);
        into.add(before ? "joined before" : "not joined before");
        into.add(after ? "joined after" : "not joined after");
        into.add(before || after ? "part" : "whole", text.mentions().get(i).form());
    }

    /** "Their driver", joined to those whose driver it is, is never the whole toll. */
    boolean isPart(HarmText text, int i) {
        CountMention mention = text.mentions().get(i);
        String first = text.sentence(mention).tokens().get(mention.first()).lower();
        return words.is("possessive", first) && text.joins().toNext(i - 1);
    }

    /**
     * Whether the sentence gives a larger number for the same: "30 people including [24] civilians", "[nine] children
     * and 14 others"; not so "30 wounded, including [four] who died".
     */
    boolean isPartOfMore(HarmText text, int i) {
        List<CountMention> mentions = text.mentions();
        CountMention mention = mentions.get(i);
        List<Token> tokens = text.sentence(mention).tokens();
        boolean included = i > 0
                && mentions.get(i - 1).sentence() == mention.sentence()
                && mentions.get(i - 1).number() > mention.number()
                && (isIncluded(tokens, mention.first()) || Joins.isOfThose(tokens, mention.last() + 1))
                && !isOtherHarm(text.said(i - 1), text.said(i));
        boolean others =
                text.joins().toNext(i) && isOthers(tokens, mentions.get(i + 1).last() + 1);
        return included || others;
    }

    private boolean isIncluded(List<Token> tokens, int first) {
        for (int i = first - 1; i >= Math.max(0, first - 3); i--) {
            String lower = tokens.get(i).lower();
            if (lower.equals("including") || lower.equals("among")) {
                return true;
            }
            if (!words.is("those", lower) && !words.is("more", lower)) {
                return false;
            }
        }
        return false;
    }

    private static boolean isOtherHarm(@Nullable Statement whole, @Nullable Statement part) {
        return whole != null && part != null && !whole.harm().equals(part.harm());
    }

    private static boolean isOthers(List<Token> tokens, int i) {
        return i < tokens.size()
                && (tokens.get(i).lower().equals("others")
                        || tokens.get(i).lower().equals("other"));
    }
}
