package org.tocsin.coder.incident;

import java.util.List;
import java.util.stream.Stream;
import org.tocsin.coder.text.Document;

/**
 * Which sentences of an article tell of one of its attacks: what is said there of a toll, a day or a place is not said of
 * the others, and what a sentence says of several attacks together, or
 * recalls of other times, of none. Sentences on no attack may bear on all.
 */
public final class AttackSentences {
    private final boolean[] told;

    /** @param attacks all attacks of that article */
    public AttackSentences(Document document, List<Attack> attacks) {
        told = new boolean[document.sentences().size()];
        for (Attack attack : attacks) {
            Stream.of(attack.sentences(), attack.sums(), attack.recalled())
                    .flatMap(List::stream)
                    .filter(sentence -> sentence < told.length)
                    .forEach(sentence -> told[sentence] = true);
        }
    }

    /** Whether the sentence tells of another attack of the article, or of several together, and not of this one. */
    public boolean isOfAnother(int sentence, Attack attack) {
        return told[sentence] && !attack.tells(sentence);
    }
}
