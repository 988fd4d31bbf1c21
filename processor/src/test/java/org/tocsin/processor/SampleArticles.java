package org.tocsin.processor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.schemas.Article;

/** The sample feed: real texts, written for this project, as articles. */
public final class SampleArticles {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SampleArticles() {}

    /** The lines of the feed, as {@code publish} reads them. */
    public static List<String> lines() {
        try {
            return Files.readAllLines(Path.of("..", "samples", "articles.jsonl"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them, in order of publication. */
    public static List<Article> all() {
        List<Article> articles = new ArrayList<>();
        for (String line : lines()) {
            JsonNode node = parsed(line);
            String published = node.get("publishedAt").asText();
            boolean instant = published.contains("T");
            articles.add(Article.newBuilder()
                    .setId(node.get("id").asText())
                    .setUrl(text(node, "url"))
                    .setSource(text(node, "source"))
                    .setTitle(text(node, "title"))
                    .setBody(node.get("body").asText())
                    .setLanguage(text(node, "language"))
                    .setPublishedAt(instant ? Instant.parse(published) : null)
                    .setPublishedOn(instant ? null : LocalDate.parse(published))
                    .build());
        }
        return articles;
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? null : value.asText();
    }

    /** When it was published; noon of a day. */
    public static Instant eventTime(Article article) {
        return article.getPublishedAt()
                .orElseGet(() ->
                        article.getPublishedOn().orElseThrow().atTime(12, 0).toInstant(ZoneOffset.UTC));
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
