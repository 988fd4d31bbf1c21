package org.tocsin.coder.text;

import java.util.List;

/**
 * A sentence, or a title or headline as one.
 *
 * @param index place in {@link Document#sentences()}, the title's first
 * @param paragraph 0 for the title, then 1, 2, ... down the body
 */
public record Sentence(int index, int paragraph, int begin, int end, List<Token> tokens) {
    public Sentence {
        tokens = List.copyOf(tokens);
    }

    public boolean isTitle() {
        return paragraph == 0;
    }
}
