package org.tocsin.coder.place;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.text.Token;

/**
 * Finds the longest known phrase that begins at a token. Phrases are compared folded ({@link Folding}), whole tokens only;
 * a token with a hyphen counts as its parts. Immutable once built; looking up costs at most the longest phrase.
 */
public final class PhraseIndex<T> {
    private final Map<String, T> phrases;
    private final Set<String> beginnings;

    private PhraseIndex(Map<String, T> phrases) {
        // A hash map, which answers faster than the immutable one; nobody changes it later.
        this.phrases = new HashMap<>(phrases);
        Set<String> beginnings = new HashSet<>();
        for (String phrase : phrases.keySet()) {
            for (int space = phrase.indexOf(' '); space > 0; space = phrase.indexOf(' ', space + 1)) {
                beginnings.add(phrase.substring(0, space));
            }
        }
        this.beginnings = beginnings;
    }

    /** A phrase found: {@code end} is the index after its last token. */
    public record Match<T>(int begin, int end, T value) {}

    /** What stands for the phrase, written in any way that folds the same. */
    public Optional<T> get(String phrase) {
        String folded = Folding.fold(phrase);
        T exact = phrases.get(folded);
        return Optional.ofNullable(exact != null ? exact : phrases.get(singular(folded)));
    }

    /** The longest phrase that begins at token {@code begin}. */
    public Optional<Match<T>> longestAt(List<Token> tokens, int begin) {
        Match<T> longest = null;
        String key = "";
        for (int end = begin; end < tokens.size(); end++) {
            String folded = Folding.fold(tokens.get(end).lower());
            if (folded.isEmpty()) {
                break;
            }
            key = end == begin ? folded : key + " " + folded;
            T value = valueOf(key);
            longest = value == null ? longest : new Match<>(begin, end + 1, value);
            if (!beginnings.contains(key)) {
                break;
            }
        }
        return Optional.ofNullable(longest);
    }

    private @Nullable T valueOf(String key) {
        T exact = phrases.get(key);
        return exact != null || !key.endsWith("s") ? exact : phrases.get(singular(key));
    }

    private static String singular(String folded) {
        boolean plural = folded.length() > 4 && folded.endsWith("s") && !folded.endsWith("ss");
        return plural ? folded.substring(0, folded.length() - 1) : folded;
    }

    /** Collects phrases; the first value given for a phrase stays. */
    public static final class Builder<T> {
        private final Map<String, T> phrases = new HashMap<>();

        /** Adds a phrase unless its folded form is known already or empty. */
        public Builder<T> add(String phrase, T value) {
            String folded = Folding.fold(phrase);
            if (!folded.isEmpty()) {
                phrases.putIfAbsent(folded, value);
            }
            return this;
        }

        /** The index of all phrases added. */
        public PhraseIndex<T> build() {
            return new PhraseIndex<>(phrases);
        }
    }
}
