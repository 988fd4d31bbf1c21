package org.tocsin.coder.casualty;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.CountRange;

/**
 * The toll of one attack, without the attackers' own dead and injured.
 *
 * @param killed null when the text leaves it open
 * @param injured null when the text leaves it open
 * @param sentences where the text says so, indices in the document's sentences, ascending
 */
public record Casualties(@Nullable CountRange killed, @Nullable CountRange injured, List<Integer> sentences) {
    public Casualties {
        sentences = List.copyOf(sentences);
    }
}
