package org.tocsin.coder.casualty;

import java.util.List;
import org.tocsin.coder.text.Token;

/** Looks at the words round another, wherever the sentence ends. */
final class Tokens {
    private Tokens() {}

    /** The word there in lower case; empty outside the sentence. */
    static String lower(List<Token> tokens, int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i).lower() : "";
    }
}
