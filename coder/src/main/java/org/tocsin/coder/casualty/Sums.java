package org.tocsin.coder.casualty;

import java.util.List;
import org.tocsin.coder.choice.Candidate;
import org.tocsin.coder.choice.Features;
import org.tocsin.coder.incident.Attack;

/** "Two policemen and their driver": the sums of numbers that the text joins. */
final class Sums {
    /** Numbers that one sum is made of. */
    private static final int MOST_PARTS = 5;

    private final MentionFeatures features;

    Sums(MentionFeatures features) {
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
            if (text.joins().toNext(j + 1) && j + 2 < i + MOST_PARTS) {
                continue;
            }
            Features seen = new Features();
            seen.add("sum", j + 1 - i);
            seen.add("sum of", first.form(), next.form());
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
}
