package org.tocsin.coder.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A hand-written lexicon: which classes a word belongs to, and its value in each. Its file has lines of class, value
 * (may be left out) and comma-separated forms in lower case, separated by tabs; lines that begin with # are its header.
 */
public final class WordClasses {
    private final Map<String, Map<String, String>> classes;

    private WordClasses(Map<String, Map<String, String>> classes) {
        this.classes = classes;
    }

    /** Reads a file of the class path, beside {@code owner}. */
    public static WordClasses load(Class<?> owner, String resource) {
        Map<String, Map<String, String>> classes = new HashMap<>();
        try (InputStream in = owner.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + resource + " beside " + owner.getName());
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && line.charAt(0) != '#') {
                    add(line.split("\t", -1), classes);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
        return new WordClasses(classes);
    }

    private static void add(String[] fields, Map<String, Map<String, String>> into) {
        for (String form : fields[fields.length - 1].split(",")) {
            into.computeIfAbsent(form, f -> new HashMap<>()).put(fields[0], fields.length > 2 ? fields[1] : "");
        }
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

    /** All classes that the word is in. */
    public Set<String> of(String lower) {
        Map<String, String> own = classes.get(lower);
        return own == null ? Set.of() : own.keySet();
    }
}
