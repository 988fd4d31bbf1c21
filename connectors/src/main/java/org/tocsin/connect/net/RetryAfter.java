package org.tocsin.connect.net;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The {@code Retry-After} header of RFC 9110: seconds, or a date. */
public final class RetryAfter {
    private static final int MAX_DIGITS = 9;

    private RetryAfter() {}

    /** How long from now; empty when the header is malformed. A date that has passed is zero. */
    public static Optional<Duration> parse(String header, Instant now) {
        String value = header.strip();
        if (!value.isEmpty() && value.length() <= MAX_DIGITS && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            Instant then = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(then.isBefore(now) ? Duration.ZERO : Duration.between(now, then));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
