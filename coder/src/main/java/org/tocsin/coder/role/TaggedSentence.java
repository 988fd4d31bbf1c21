package org.tocsin.coder.role;

import org.jspecify.annotations.Nullable;
import org.tocsin.coder.place.Actors;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.Token;

/**
 * A sentence with each token's tag, base form, and whether it is (part of) a name, of which known armed actor, and which
 * country it stands for. The arrays are as long as the tokens and belong to this object.
 */
record TaggedSentence(
        Sentence sentence,
        Tag[] tags,
        String[] lemmas,
        boolean[] names,
        Actors.@Nullable Actor[] actors,
        @Nullable String[] nations) {
    int size() {
        return tags.length;
    }

    Token token(int i) {
        return sentence.tokens().get(i);
    }

    String lower(int i) {
        return token(i).lower();
    }

    Tag tag(int i) {
        return i < 0 || i >= tags.length ? Tag.PUNCTUATION : tags[i];
    }
}
