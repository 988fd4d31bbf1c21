package org.tocsin.coder.role;

import org.tocsin.coder.text.WordClusters;
import org.tocsin.coder.text.WordClusters.Cluster;

/**
 * What words of like use say of an entity: the clusters of its head, of what describes it, of the verbs and event nouns it
 * hangs on and of the words beside it, so that a word which training never saw is judged as its like. Names stay out.
 */
final class ClusterFeatures {
    private final WordClusters clusters;

    ClusterFeatures(WordClusters clusters) {
        this.clusters = clusters;
    }

    /** Once for the entity, of its fullest mention. */
    void best(FeatureSet features, Mention best, String group) {
        Cluster head = of(best.s(), best.head());
        if (head.isKnown()) {
            features.add("head-fine", head.fine());
            features.add("head-middle", head.middle());
            features.add("head-coarse", head.coarse(), group);
        }
    }

    /** For each mention that is described. */
    void mention(FeatureSet features, Mention mention, String group) {
        TaggedSentence s = mention.s();
        Cluster head = of(s, mention.head());
        for (Relation relation : mention.relations()) {
            Cluster word = clusters.of(relation.word());
            if (word.isKnown()) {
                features.add("word-fine", word.fine(), relation.link());
                features.add("word-middle", word.middle(), relation.link(), group);
                features.add("head-word", head.middle(), word.middle(), relation.link());
            }
            if (head.isKnown()) {
                features.add("head-relation", head.middle(), relation.group(), relation.link());
            }
        }
        for (int i = mention.begin(); i < mention.head(); i++) {
            Cluster word = of(s, i);
            if (word.isKnown()) {
                features.add("described-fine", word.fine());
                features.add("described-middle", word.middle(), group);
            }
        }
        features.add("left-middle", of(s, mention.begin() - 1).middle(), group);
        features.add("right-middle", of(s, mention.end()).middle(), group);
    }

    private Cluster of(TaggedSentence s, int i) {
        return i < 0 || i >= s.size() || s.names()[i] ? Cluster.UNKNOWN : clusters.of(s.lower(i));
    }
}
