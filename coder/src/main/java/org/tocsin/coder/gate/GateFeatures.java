package org.tocsin.coder.gate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tocsin.coder.incident.Action;
import org.tocsin.coder.incident.CueShares;
import org.tocsin.coder.incident.Cues;
import org.tocsin.coder.incident.Trigger;
import org.tocsin.coder.model.Features;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Nameless;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClusters.Cluster;

/**
 * What the gate's model is told about an article: its attack words as judged one by one, how early and how widely they
 * stand, how they are told, what the article is about by its cues, and the stems and pairs of stems of its beginning.
 * Neither case nor length of the text tells anything.
 */
public final class GateFeatures {
    private static final int WORD = 1;
    private static final int PAIR = 2;
    private static final int POOLED = 3;
    private static final int ACTION = 4;
    private static final int SUREST_WORD = 5;

    /** News says in its first words what it reports; what follows is background more often. */
    private static final int MOST_WORDS = 300;

    private static final int LEAD_SENTENCES = 3;
    private static final double SURE = 0.5;
    private static final int SUREST = 3;
    private static final int ROUND_TRIGGER = 15;

    /** From this sentence on the first attack comes late; an article of more sentences than {@value #LONG} is long. */
    private static final int LATE = 20;

    private static final int LONG = 12;

    private static final int DISCOURSE = 6;
    private static final int LEAD_CUE = 7;
    private static final int NEAR_CUE = 8;
    private static final int SPREAD = 9;
    private static final int SUREST_CLUSTER = 10;

    /** 11 and 12 are those of {@link Telling}. */
    private static final int KIND = 13;

    private final Cues cues;
    private final Nameless words;
    private final Telling telling;

    private GateFeatures(Cues cues, Nameless words) {
        this.cues = cues;
        this.words = words;
        telling = new Telling(cues);
    }

    /** With the cues and word clusters that ship. */
    public static GateFeatures load() {
        return new GateFeatures(Cues.load(), Nameless.load());
    }

    /** The features of an article whose triggers were weighted. */
    public Features of(Document document, List<Trigger> triggers) {
        Features features = new Features();
        List<Trigger> surest = triggers.stream()
                .sorted(Comparator.comparingDouble(t -> -t.weight()))
                .limit(SUREST)
                .toList();
        addWords(features, document);
        addSurestSentences(features, document, surest);
        addDiscourse(features, document, surest);
        telling.addTo(features, document, surest);
        addSpread(features, document, triggers);
        addPooled(features, triggers);
        return features;
    }

    private void addWords(Features features, Document document) {
        int count = 0;
        int[] hashes = new int[MOST_WORDS];
        int[] pairs = new int[MOST_WORDS];
        int pairCount = 0;
        for (Sentence sentence : document.sentences()) {
            int previous = 0;
            for (Token token : sentence.tokens()) {
                if (count == MOST_WORDS) {
                    break;
                }
                if (!token.isWord()) {
                    previous = 0;
                    continue;
                }
                int hash = words.stem(token).hashCode();
                hashes[count++] = Features.mix(WORD, hash);
                if (previous != 0) {
                    pairs[pairCount++] = Features.mix(PAIR, 31 * previous + hash);
                }
                previous = hash;
            }
        }
        int from = features.size();
        addDistinct(features, hashes, count);
        addDistinct(features, pairs, pairCount);
        features.normalizeFrom(from);
    }

    /** The words round the surest triggers and their clusters: who was attacked decides, not who else the article names. */
    private void addSurestSentences(Features features, Document document, List<Trigger> surest) {
        int from = features.size();
        eachRound(
                document,
                surest,
                (token, weight) ->
                        features.add(Features.mix(SUREST_WORD, words.stem(token).hashCode()), weight));
        features.normalizeFrom(from);
        int fromClusters = features.size();
        eachRound(document, surest, (token, weight) -> {
            Cluster cluster = words.cluster(token);
            if (cluster.isKnown()) {
                features.add(Features.mix(SUREST_CLUSTER, cluster.middle().hashCode()), weight);
            }
        });
        features.normalizeFrom(fromClusters);
    }

    private interface Visitor {
        void visit(Token token, float weight);
    }

    /** Each token round the surest triggers, once per sentence, with its trigger's weight. */
    private static void eachRound(Document document, List<Trigger> surest, Visitor visitor) {
        Set<Integer> seen = new HashSet<>();
        for (Trigger trigger : surest) {
            if (seen.add(trigger.sentence())) {
                List<Token> tokens =
                        document.sentences().get(trigger.sentence()).tokens();
                int end = Math.min(tokens.size(), trigger.token() + ROUND_TRIGGER);
                for (int i = Math.max(0, trigger.token() - ROUND_TRIGGER); i < end; i++) {
                    visitor.visit(tokens.get(i), (float) trigger.weight());
                }
            }
        }
    }

    /** What the article is about by its cues, and which of them stand by the surest attack words. */
    private void addDiscourse(Features features, Document document, List<Trigger> surest) {
        List<Sentence> sentences = document.sentences();
        CueShares shares =
                new CueShares(sentences.stream().mapToLong(this::bits).toArray());
        shares.addTo(features, DISCOURSE);
        addCues(features, LEAD_CUE, shares.lead(), 0.5f);
        List<Integer> near = surest.stream().map(Trigger::sentence).distinct().toList();
        for (int sentence : near) {
            addCues(features, NEAR_CUE, bits(sentences.get(sentence)), 0.5f / near.size());
        }
    }

    private static void addCues(Features features, int kind, long bits, float value) {
        for (long rest = bits; rest != 0; rest &= rest - 1) {
            features.add(Features.mix(kind, Long.numberOfTrailingZeros(rest)), value);
        }
    }

    /** How early the article comes to an attack and how much of it tells of one: what it mentions in passing is no news. */
    private static void addSpread(Features features, Document document, List<Trigger> triggers) {
        List<Integer> sure = triggers.stream()
                .filter(t -> t.weight() >= SURE)
                .map(Trigger::sentence)
                .distinct()
                .toList();
        int first = sure.stream().mapToInt(s -> s).min().orElse(LATE);
        float share = sure.size() / (float) Math.max(1, document.sentences().size());
        features.add(Features.mix(SPREAD, 0), Math.min(first, LATE) / (float) LATE);
        features.add(Features.mix(SPREAD, 1), share);
        features.add(Features.mix(SPREAD, 2), document.sentences().size() > LONG ? share : 0);
    }

    private long bits(Sentence sentence) {
        long all = 0;
        for (Token token : sentence.tokens()) {
            all |= cues.of(token);
        }
        return all;
    }

    /** Each once with the logarithm of its count, so that one repeated word does not decide. */
    private static void addDistinct(Features features, int[] hashes, int count) {
        Arrays.sort(hashes, 0, count);
        int i = 0;
        while (i < count) {
            int j = i;
            while (j < count && hashes[j] == hashes[i]) {
                j++;
            }
            features.add(hashes[i], (float) (1 + StrictMath.log(j - i)));
            i = j;
        }
    }

    private static void addPooled(Features features, List<Trigger> triggers) {
        double[] weights =
                triggers.stream().mapToDouble(Trigger::weight).sorted().toArray();
        int n = weights.length;
        double best = n == 0 ? 0 : weights[n - 1];
        double second = n < 2 ? 0 : weights[n - 2];
        double third = n < 3 ? 0 : weights[n - 3];
        double lead = 0;
        int sure = 0;
        double none = 1;
        Map<Action, Double> byAction = new EnumMap<>(Action.class);
        Map<Trigger.Kind, Double> byKind = new EnumMap<>(Trigger.Kind.class);
        for (Trigger trigger : triggers) {
            double w = trigger.weight();
            lead = trigger.sentence() < LEAD_SENTENCES ? Math.max(lead, w) : lead;
            sure += w >= SURE ? 1 : 0;
            none *= 1 - 0.9 * w;
            byAction.merge(trigger.action(), w, Math::max);
            byKind.merge(trigger.kind(), w, Math::max);
        }
        features.add(Features.mix(POOLED, 0), (float) best);
        features.add(Features.mix(POOLED, 1), (float) second);
        features.add(Features.mix(POOLED, 2), (float) third);
        features.add(Features.mix(POOLED, 3), (float) lead);
        features.add(Features.mix(POOLED, 4), (float) (1 - none));
        features.add(Features.mix(POOLED, 10 + Math.min(sure, 5)));
        features.add(Features.mix(POOLED, 20), n == 0 ? 1f : 0f);
        features.add(Features.mix(POOLED, 21), (float) (n == 0 ? 0 : sure / (double) n));
        byKind.forEach((kind, w) -> features.add(Features.mix(KIND, kind.name().hashCode()), w.floatValue()));
        byAction.forEach(
                (action, w) -> features.add(Features.mix(ACTION, action.name().hashCode()), w.floatValue()));
    }
}
