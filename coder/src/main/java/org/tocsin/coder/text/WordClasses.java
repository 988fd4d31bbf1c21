package org.tocsin.coder.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A hand-written lexicon: which classes a word belongs to, and its value in each. Its data file has the columns class,
 * value (may be left out) and forms, in lower case with commas between them; {@code @class} stands for a class of
 * {@link Attackers}.
 */
public final class WordClasses {
    private final Map<String, Map<String, String>> classes;

    private WordClasses(Map<String, Map<String, String>> classes) {
        this.classes = classes;
    }

    /** Reads the data file beside that class. */
    public static WordClasses load(Class<?> beside, String name) {
        Map<String, Map<String, String>> classes = new HashMap<>();
        for (DataFile.Row row : DataFile.rows(beside, name)) {
            int last = row.columns().size() - 1;
            for (String form : Attackers.forms(row.text(last), ",")) {
                classes.computeIfAbsent(form, f -> new HashMap<>()).put(row.text(0), last > 1 ? row.text(1) : "");
            }
        }
        return new WordClasses(classes);
    }

    /** The word's value in that class; null when the word is not in it. */
    public @Nullable String value(String wordClass, String lower) {
        Map<String, String> own = classes.get(lower);
        return own == null ? null : own.get(wordClass);
    }

    /** The word's value in that class as a number; 0 when the word is not in it. */
    public int number(String wordClass, String lower) {
        String value = value(wordClass, lower);
        return value == null ? 0 : Integer.parseInt(value);
    }

    /** Whether the word is in that class. */
    public boolean is(String wordClass, String lower) {
        return value(wordClass, lower) != null;
    }

    /** Whether one of these tokens is in that class; the indices may lie outside the sentence. */
    public boolean isAny(String wordClass, List<Token> tokens, int from, int to) {
        for (int i = Math.max(0, from); i < Math.min(tokens.size(), to); i++) {
            if (is(wordClass, tokens.get(i).lower())) {
                return true;
            }
        }
        return false;
    }

    /** With which words the forms in that class begin. */
    public Set<String> firstWords(String wordClass) {
        return classes.entrySet().stream()
                .filter(entry -> entry.getValue().containsKey(wordClass))
                .map(entry -> entry.getKey().split(" ", -1)[0])
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Of all classes. */
    public Set<String> names() {
        return classes.values().stream().flatMap(own -> own.keySet().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** All classes that the word is in. */
    public Set<String> of(String lower) {
        Map<String, String> own = classes.get(lower);
        return own == null ? Set.of() : own.keySet();
    }
}
