package org.tocsin.processor.merge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.coder.fingerprint.RareWords;
import org.tocsin.coder.fingerprint.WordHash;
import org.tocsin.schemas.Term;

/** Names as words with weights: "Gen Smith" and "John Smith" share the rarer the word, the more. */
public final class NameWords {
    private final RareWords rareWords;

    NameWords(RareWords rareWords) {
        this.rareWords = rareWords;
    }

    /** Each word of the names once, weighted by its rarity. */
    Sparse vector(List<String> names) {
        Set<Integer> seen = new HashSet<>();
        List<Term> words = new ArrayList<>();
        for (String name : names) {
            for (String word : name.split(" ", -1)) {
                int hash = WordHash.of(word);
                if (word.length() > 1 && seen.add(hash)) {
                    words.add(new Term(hash, rareWords.weight(hash)));
                }
            }
        }
        return Sparse.of(words);
    }

    float weight(int hash) {
        return rareWords.weight(hash);
    }
}
