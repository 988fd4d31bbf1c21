package org.tocsin.coder.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.Article;

/**
 * Articles as JSON, one object a line: {@code {"id","url","source","title","body","publishedAt","language"}}, where
 * {@code publishedAt} is a date or an instant and {@code id}, when missing, is the SHA-256 of the URL, else of title
 * and body. Other fields are ignored.
 */
public final class JsonLines {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> TEXTS = Set.of("id", "url", "source", "title", "body", "publishedAt", "language");

    private JsonLines() {}

    /** Says what is wrong with a line and what is accepted. */
    public static final class BadLine extends Exception {
        private static final long serialVersionUID = 1L;

        BadLine(String message) {
            super(message);
        }
    }

    /** The article of one line. */
    public static Article article(String line) throws BadLine {
        JsonNode node = parse(line);
        for (String field : TEXTS) {
            JsonNode value = node.get(field);
            if (value != null && !value.isNull() && !value.isTextual()) {
                throw new BadLine("field \"" + field + "\" must be a string or null, is " + abbreviated(value));
            }
        }
        String body = text(node, "body");
        if (body == null) {
            throw new BadLine("field \"body\" is missing; an article needs its text there");
        }
        String published = text(node, "publishedAt");
        Optional<Instant> at = instant(published);
        LocalDate on = at.isPresent() || published == null ? null : day(published);
        String url = text(node, "url");
        String title = text(node, "title");
        String id = text(node, "id");
        return new Article(
                id == null || id.isBlank() ? derivedId(url, title, body) : id,
                url,
                text(node, "source"),
                title,
                body,
                text(node, "language"),
                at.orElse(null),
                on);
    }

    /** The id of an article that came without one: SHA-256 of its URL, else of title and body. */
    public static String derivedId(@Nullable String url, @Nullable String title, String body) {
        String basis = url == null || url.isBlank() ? (title == null ? "" : title) + "\n" + body : url;
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(basis.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static JsonNode parse(String line) throws BadLine {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new BadLine("not JSON: " + e.getOriginalMessage());
        }
        if (!node.isObject()) {
            throw new BadLine("not a JSON object: " + abbreviated(node));
        }
        return node;
    }

    private static Optional<Instant> instant(@Nullable String published) {
        try {
            return published == null || !published.contains("T")
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(published).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalDate day(String published) throws BadLine {
        try {
            return LocalDate.parse(published);
        } catch (DateTimeException e) {
            throw new BadLine("field \"publishedAt\" must be a date like 2020-09-29 or an instant like "
                    + "2020-09-29T06:30:00Z, is \"" + published + "\"");
        }
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? null : value.textValue();
    }

    private static String abbreviated(JsonNode node) {
        String text = node.toString();
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }
}
