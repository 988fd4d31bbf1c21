package org.tocsin.coder.casualty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/**
 * Words anywhere in a sentence that make it tell of another toll than this attack's, or of another kind of number: where
 * each class of them first and last stands, found once for all numbers of the sentence.
 */
final class SentenceSubjects {
    private static final List<String> CLASSES = List.of("past", "court", "attacker", "self");

    private final int[] first = new int[CLASSES.size()];
    private final int[] last = new int[CLASSES.size()];

    SentenceSubjects(WordClasses words, List<Token> tokens) {
        Arrays.fill(first, -1);
        Arrays.fill(last, -1);
        for (int i = 0; i < tokens.size(); i++) {
            for (int k = 0; k < first.length; k++) {
                if (words.is(CLASSES.get(k), tokens.get(i).lower())) {
                    first[k] = first[k] < 0 ? i : first[k];
                    last[k] = i;
                }
            }
        }
    }

    /** The classes of which a word stands outside of those tokens, the last of them included. */
    List<String> outside(int from, int to) {
        List<String> found = new ArrayList<>();
        for (int k = 0; k < first.length; k++) {
            if (last[k] >= 0 && (first[k] < from || last[k] > to)) {
                found.add(CLASSES.get(k));
            }
        }
        return found;
    }
}
