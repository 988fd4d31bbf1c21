package org.tocsin.coder;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A news article as it was published.
 *
 * @param id any stable id
 * @param body plain text or HTML
 * @param language BCP 47 tag as the publisher states it; null when it does not
 * @param publishedAt instant of publication; null when only a date or nothing is known
 * @param publishedOn civil date of publication where it was published; null when unknown
 */
public record Article(
        String id,
        @Nullable String url,
        @Nullable String source,
        @Nullable String title,
        String body,
        @Nullable String language,
        @Nullable Instant publishedAt,
        @Nullable LocalDate publishedOn) {
    public Article {
        requireNonNull(id, "id");
        requireNonNull(body, "body");
    }
}
