package org.tocsin.coder.incident;

import java.util.List;
import org.tocsin.coder.model.Features;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Nameless;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClusters.Cluster;

/**
 * What a model is told about one attack word to judge whether it reports a specific attack: the word, the cues before
 * and behind it, in its sentence and the neighbouring ones, its nearest words, and where in the article it stands.
 * Nothing depends on capital letters, which some news agencies' texts have everywhere or nowhere.
 */
final class TriggerFeatures {
    private static final int LEXICON = 1;
    private static final int POSITION = 2;
    private static final int BEFORE = 3;
    private static final int AFTER = 4;
    private static final int IN_SENTENCE = 5;
    private static final int NEAR = 6;
    private static final int WORD_AT = 7;
    private static final int WORD_IN_SENTENCE = 8;
    private static final int KIND_AND_CUE = 9;
    private static final int ACTION_AND_CUE = 10;
    private static final int QUOTED = 11;
    private static final int LEXICON_ACTION = 12;
    private static final int LEXICON_KIND = 13;
    private static final int PRIOR = 14;

    private static final int CUE_WINDOW = 5;
    private static final int WORD_WINDOW = 2;
    /** Where the bag of the sentence's words begins and ends round the trigger: long sentences stay cheap. */
    private static final int BAG_WINDOW = 20;

    private static final int DOCUMENT = 15;
    private static final int LEAD = 16;
    private static final int CLUSTER_IN_SENTENCE = 17;
    private static final int CLUSTER_AT = 18;

    private final Nameless words;
    private final CueShares shares;
    private final long[][] tokenCues;
    private final long[] sentenceCues;

    TriggerFeatures(Document document, Cues cues, Nameless words) {
        this.words = words;
        List<Sentence> sentences = document.sentences();
        tokenCues = new long[sentences.size()][];
        sentenceCues = new long[sentences.size()];
        for (Sentence sentence : sentences) {
            long[] bits = new long[sentence.tokens().size()];
            long all = 0;
            for (int i = 0; i < bits.length; i++) {
                bits[i] = cues.of(sentence.tokens().get(i));
                all |= bits[i];
            }
            tokenCues[sentence.index()] = bits;
            sentenceCues[sentence.index()] = all;
        }
        shares = new CueShares(sentenceCues);
    }

    /** The cues of the whole sentence, as bits. */
    long cues(int sentence) {
        return sentenceCues[sentence];
    }

    /** The cues of the words from the one token up to, but without, the other; both are held inside the sentence. */
    long cues(int sentence, int from, int to) {
        long all = 0;
        long[] bits = tokenCues[sentence];
        for (int i = Math.max(0, from); i < Math.min(bits.length, to); i++) {
            all |= bits[i];
        }
        return all;
    }

    /** The features of the phrase that starts at that token of the sentence. */
    Features of(Sentence sentence, int token, TriggerLexicon.Phrase phrase) {
        Features features = new Features();
        int action = phrase.action().name().hashCode();
        int kind = phrase.kind().name().hashCode();
        features.add(Features.mix(LEXICON, phrase.id()));
        features.add(Features.mix(LEXICON_ACTION, action));
        features.add(Features.mix(LEXICON_KIND, kind));
        features.add(Features.mix(PRIOR, 0), (float) (2 * phrase.weight() - 1));
        features.add(Features.mix(POSITION, position(sentence)));
        int end = token + phrase.words().size();
        addCues(features, BEFORE, cues(sentence.index(), token - CUE_WINDOW, token));
        addCues(features, AFTER, cues(sentence.index(), end, end + CUE_WINDOW));
        long here = cues(sentence.index());
        addCues(features, IN_SENTENCE, here);
        addCues(features, Features.mix(KIND_AND_CUE, kind), here);
        addCues(features, Features.mix(ACTION_AND_CUE, action), here);
        long before = sentence.index() == 0 ? 0 : sentenceCues[sentence.index() - 1];
        long after = sentence.index() + 1 == sentenceCues.length ? 0 : sentenceCues[sentence.index() + 1];
        addCues(features, NEAR, before | after);
        shares.addTo(features, DOCUMENT);
        addCues(features, LEAD, shares.lead());
        addWords(features, sentence, token, end);
        addClusters(features, sentence.tokens(), token, end);
        return features;
    }

    private static int position(Sentence sentence) {
        int index = sentence.index();
        return index < 3 ? index : index < 5 ? 3 : index < 10 ? 4 : index < 20 ? 5 : 6;
    }

    private static void addCues(Features features, int kind, long bits) {
        for (long rest = bits; rest != 0; rest &= rest - 1) {
            features.add(Features.mix(kind, Long.numberOfTrailingZeros(rest)));
        }
    }

    private void addWords(Features features, Sentence sentence, int token, int end) {
        List<Token> tokens = sentence.tokens();
        for (int distance = 1; distance <= WORD_WINDOW; distance++) {
            addWord(features, tokens, token - distance, -distance);
            addWord(features, tokens, end + distance - 1, distance);
        }
        int bag = features.size();
        boolean quoted = false;
        for (int i = Math.max(0, token - BAG_WINDOW); i < Math.min(tokens.size(), end + BAG_WINDOW); i++) {
            Token word = tokens.get(i);
            quoted |= i < token && word.lower().equals("\"");
            if (word.isWord() && (i < token || i >= end)) {
                features.add(Features.mix(WORD_IN_SENTENCE, words.stem(word).hashCode()));
            }
        }
        features.normalizeFrom(bag);
        if (quoted) {
            features.add(Features.mix(QUOTED, 0));
        }
    }

    /** What words of like use stand beside the trigger and round it, so that those which training never saw tell, too. */
    private void addClusters(Features features, List<Token> tokens, int token, int end) {
        for (int distance = 1; distance <= WORD_WINDOW; distance++) {
            addClusterAt(features, tokens, token - distance, -distance);
            addClusterAt(features, tokens, end + distance - 1, distance);
        }
        int bag = features.size();
        for (int i = Math.max(0, token - BAG_WINDOW); i < Math.min(tokens.size(), end + BAG_WINDOW); i++) {
            Cluster cluster = words.cluster(tokens.get(i));
            if (cluster.isKnown() && (i < token || i >= end)) {
                features.add(Features.mix(CLUSTER_IN_SENTENCE, cluster.middle().hashCode()));
            }
        }
        features.normalizeFrom(bag);
    }

    private void addClusterAt(Features features, List<Token> tokens, int at, int distance) {
        if (at >= 0 && at < tokens.size()) {
            int cluster = words.cluster(tokens.get(at)).middle().hashCode();
            features.add(Features.mix(CLUSTER_AT + 1000 * (distance + WORD_WINDOW), cluster));
        }
    }

    private void addWord(Features features, List<Token> tokens, int at, int distance) {
        int hash =
                at < 0 || at >= tokens.size() ? 0 : words.stem(tokens.get(at)).hashCode();
        features.add(Features.mix(WORD_AT + 1000 * (distance + WORD_WINDOW), hash));
    }
}
