package org.tocsin.coder.role;

import org.jspecify.annotations.Nullable;
import org.tocsin.coder.place.Actors;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.Token;

/**
 * A sentence with each token's tag, base form, whether it is (part of) a name, of which known armed actor, and which
 * country it stands for. The arrays are as long as the tokens; {@link Tagger} fills them and nobody changes them later.
 */
final class TaggedSentence {
    private final Sentence sentence;
    private final Tag[] tags;
    private final String[] lemmas;
    private final boolean[] names;
    private final Actors.@Nullable Actor[] actors;
    private final @Nullable String[] nations;

    TaggedSentence(Sentence sentence) {
        int n = sentence.tokens().size();
        this.sentence = sentence;
        this.tags = new Tag[n];
        this.lemmas = new String[n];
        this.names = new boolean[n];
        this.actors = new Actors.Actor[n];
        this.nations = new String[n];
    }

    Sentence sentence() {
        return sentence;
    }

    Tag[] tags() {
        return tags;
    }

    String[] lemmas() {
        return lemmas;
    }

    boolean[] names() {
        return names;
    }

    Actors.@Nullable Actor[] actors() {
        return actors;
    }

    @Nullable
    String[] nations() {
        return nations;
    }

    int size() {
        return tags.length;
    }

    Token token(int i) {
        return sentence.tokens().get(i);
    }

    String lower(int i) {
        return token(i).lower();
    }

    /** Beyond the ends of the sentence stands punctuation. */
    Tag tag(int i) {
        return i < 0 || i >= tags.length ? Tag.PUNCTUATION : tags[i];
    }
}
