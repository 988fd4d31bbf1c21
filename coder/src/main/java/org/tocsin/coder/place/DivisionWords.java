package org.tocsin.coder.place;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tocsin.coder.text.DataFile;

/** The words that a division's name may end with or go without: "Antioquia Department"; {@code division-words.tsv}. */
final class DivisionWords {
    private static final List<String> WORDS = words("division");
    private static final Set<String> COMPASS = Set.copyOf(words("compass"));

    private DivisionWords() {}

    private static List<String> words(String kind) {
        return DataFile.rows(DivisionWords.class, "division-words.tsv", 2).stream()
                .filter(row -> row.text(0).equals(kind))
                .flatMap(row -> row.list(1).stream())
                .collect(Collectors.toUnmodifiableList());
    }

    /** The name without its last word; empty when that is no word of these. */
    static Optional<String> without(String name) {
        for (String word : WORDS) {
            int length = name.length() - word.length() - 1;
            if (length > 2 && name.charAt(length) == ' ' && name.endsWith(word)) {
                return Optional.of(name.substring(0, length));
            }
        }
        return Optional.empty();
    }

    /** Whether a name without its division's word says no more than a side of a country: "Northern". */
    static boolean isSide(String bare) {
        return COMPASS.contains(bare);
    }
}
