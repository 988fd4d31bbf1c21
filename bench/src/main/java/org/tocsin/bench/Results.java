package org.tocsin.bench;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Measured figures per set, kept as JSON between runs and shown side by side. */
final class Results {
    private final Map<String, Map<String, Double>> bySet;

    private Results(Map<String, Map<String, Double>> bySet) {
        this.bySet = bySet;
    }

    static Results empty() {
        return new Results(new TreeMap<>());
    }

    /** The stored results; empty when there are none yet. */
    static Results read(Path file) throws IOException {
        return new Results(
                Files.exists(file)
                        ? DataSet.JSON.readValue(Files.readString(file), new TypeReference<>() {})
                        : new TreeMap<>());
    }

    void put(String set, Map<String, Double> figures) {
        Map<String, Double> rounded = new LinkedHashMap<>();
        figures.forEach((name, value) -> rounded.put(name, Math.round(value * 1e4) / 1e4));
        bySet.put(set, rounded);
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        String json =
                DataSet.JSON.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(new TreeMap<>(bySet));
        Files.writeString(file, json + "\n", StandardCharsets.UTF_8);
    }

    /** One line per figure, one column per set: the value now and, where it differs, the one before in brackets. */
    String table(Results before) {
        StringBuilder table = new StringBuilder(String.format(Locale.ROOT, "%-23s", ""));
        TreeMap<String, Map<String, Double>> sets = new TreeMap<>(bySet);
        sets.keySet().forEach(s -> table.append(String.format(Locale.ROOT, "%17s", s + " ")));
        table.append('\n');
        for (String figure : Figures.names()) {
            if (sets.values().stream().anyMatch(f -> f.containsKey(figure))) {
                table.append(String.format(Locale.ROOT, "%-23s", figure));
                sets.forEach((set, figures) -> table.append(cell(
                        figures.get(figure),
                        before.bySet.getOrDefault(set, Map.of()).get(figure))));
                table.append('\n');
            }
        }
        return table.toString();
    }

    private static String cell(@Nullable Double now, @Nullable Double before) {
        if (now == null) {
            return String.format(Locale.ROOT, "%9s        ", "-");
        }
        boolean same = before == null || Math.abs(now - before) < 5e-4;
        String was = same ? "       " : String.format(Locale.ROOT, " (%.3f)", before);
        return String.format(Locale.ROOT, "%9.3f%-8s", now, was);
    }
}
