package org.tocsin.coder.casualty;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.choice.Features;

/** How a stated number stands among those of the article that state the same harm: the first, the highest, the only. */
final class Standing {
    private final List<CountMention> mentions;
    private final List<@Nullable String> harms;
    private final Map<String, Integer> first;
    private final Map<String, Integer> highest;
    private final Map<String, Integer> times;

    private Standing(List<CountMention> mentions, List<@Nullable String> harms) {
        this.mentions = mentions;
        this.harms = harms;
        this.first = new HashMap<>();
        this.highest = new HashMap<>();
        this.times = new HashMap<>();
        for (int i = 0; i < mentions.size(); i++) {
            String harm = harms.get(i);
            if (harm != null) {
                first.putIfAbsent(harm, mentions.get(i).number());
                highest.merge(harm, mentions.get(i).number(), Math::max);
                times.merge(harm, 1, Integer::sum);
            }
        }
    }

    static Standing of(HarmText text) {
        List<@Nullable String> harms = new ArrayList<>();
        for (int i = 0; i < text.mentions().size(); i++) {
            CountMention mention = text.mentions().get(i);
            Statement said = text.said(i);
            boolean counts = mention.number() > 0
                    && !mention.isPerson()
                    && !mention.form().equals(CountMention.KNOWN);
            harms.add(said == null || !counts ? null : said.harm());
        }
        return new Standing(text.mentions(), harms);
    }

    /** What the model sees of the standing of the i-th mention. */
    void describe(int i, Features into) {
        String harm = harms.get(i);
        if (harm == null) {
            return;
        }
        int number = mentions.get(i).number();
        String standing = (number == first.getOrDefault(harm, 0) ? "first " : "later ")
                + (number == highest.getOrDefault(harm, 0) ? "highest" : "lower");
        into.add("standing", harm, standing);
        into.add("standing of", harm + standing, Integer.toString(Math.min(4, times.getOrDefault(harm, 0))));
    }
}
