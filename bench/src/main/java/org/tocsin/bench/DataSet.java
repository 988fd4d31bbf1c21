package org.tocsin.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.tocsin.coder.Article;
import org.tocsin.coder.json.JsonLines;

/**
 * One part of one annotated set: {@code articles.jsonl.gz} and {@code gold.jsonl.gz}, line by line the same articles.
 *
 * @param name as in "muc4/dev"
 */
public record DataSet(String name, Path articlesFile, Path goldFile, List<Article> articles, List<JsonNode> gold) {
    static final ObjectMapper JSON = new ObjectMapper();

    public DataSet {
        if (articles.size() != gold.size()) {
            throw new IllegalArgumentException(
                    name + ": " + articles.size() + " articles but " + gold.size() + " gold lines");
        }
    }

    /** Reads the part of that name below the data folder. */
    public static DataSet read(Path data, String name) throws IOException {
        Path articlesFile = data.resolve(name).resolve("articles.jsonl.gz");
        Path goldFile = data.resolve(name).resolve("gold.jsonl.gz");
        List<Article> articles = new ArrayList<>();
        for (String line : lines(articlesFile)) {
            try {
                articles.add(JsonLines.article(line));
            } catch (JsonLines.BadLine e) {
                throw new IOException(articlesFile + " line " + (articles.size() + 1) + ": " + e.getMessage(), e);
            }
        }
        List<JsonNode> gold = new ArrayList<>();
        for (String line : lines(goldFile)) {
            gold.add(JSON.readTree(line));
        }
        return new DataSet(name, articlesFile, goldFile, List.copyOf(articles), List.copyOf(gold));
    }

    /** The names of all parts called {@code part} that the folder holds, sorted. */
    public static List<String> names(Path data, String part) throws IOException {
        try (Stream<Path> sets = Files.list(data)) {
            return sets.filter(s -> Files.exists(s.resolve(part).resolve("gold.jsonl.gz")))
                    .map(s -> s.getFileName() + "/" + part)
                    .sorted()
                    .toList();
        }
    }

    private static List<String> lines(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
            return reader.lines().filter(l -> !l.isBlank()).toList();
        }
    }
}
