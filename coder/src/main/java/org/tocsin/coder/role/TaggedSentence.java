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
    private final boolean[] compatriots;

    TaggedSentence(Sentence sentence) {
        int n = sentence.tokens().size();
        this.sentence = sentence;
        this.tags = new Tag[n];
        this.lemmas = new String[n];
        this.names = new boolean[n];
        this.actors = new Actors.Actor[n];
        this.nations = new String[n];
        this.compatriots = new boolean[n];
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

    /** One of a people by its word: "an [American]", and not "the [French] bombed" or "[Iraq]". */
    boolean[] compatriots() {
        return compatriots;
    }

    /** A country or a people as one: "Iraq", "the French", "Russians". */
    boolean isNation(int i) {
        return nations[i] != null && !compatriots[i];
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
