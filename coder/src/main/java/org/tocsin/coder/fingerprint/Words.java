package org.tocsin.coder.fingerprint;

import java.util.Optional;
import org.tocsin.coder.text.Token;

/** Which tokens are words to compare: of at least three characters, without a possessive ending. */
public final class Words {
    private static final int SHORTEST = 3;

    private Words() {}

    /** The form that is hashed; empty for punctuation and what is too short to tell anything. */
    public static Optional<String> of(Token token) {
        if (!token.isWord()) {
            return Optional.empty();
        }
        String lower = token.lower();
        String word = lower.endsWith("'s") ? lower.substring(0, lower.length() - 2) : lower;
        return word.length() < SHORTEST ? Optional.empty() : Optional.of(word);
    }
}
