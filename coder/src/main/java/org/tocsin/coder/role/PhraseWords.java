package org.tocsin.coder.role;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Nouns that are not what their phrase is about ({@code phrases.txt}). */
final class PhraseWords {
    private final Map<String, Set<String>> classes = new HashMap<>();

    private PhraseWords() {}

    static PhraseWords load() {
        PhraseWords words = new PhraseWords();
        for (String line : Lines.of("phrases.txt")) {
            int colon = line.indexOf(':');
            words.classes.put(
                    line.substring(0, colon),
                    Set.of(line.substring(colon + 1).strip().split(" ", -1)));
        }
        return words;
    }

    /** Only measures: what is meant stands after the "of". */
    boolean isQuantity(String noun) {
        return is("quantity", noun);
    }

    /** Measures without a number that a reader would miss: "dozens", "a group". */
    boolean isMeasure(String word) {
        return is("measure", word);
    }

    /** Says before an event noun how and not by whom: "car bomb attack". */
    boolean isMeans(String noun) {
        return is("means", noun);
    }

    /** An event noun before which a place says where and not what was hit: "prison clashes". */
    boolean isLoose(String noun) {
        return is("loose", noun);
    }

    /** Says of an area that people live there. */
    boolean isInhabited(String word) {
        return is("inhabited", word);
    }

    /** Says of people no more than their age or sex. */
    boolean isAgeOrSex(String noun) {
        return is("age-or-sex", noun);
    }

    private boolean is(String name, String noun) {
        return classes.getOrDefault(name, Set.of()).contains(noun);
    }
}
