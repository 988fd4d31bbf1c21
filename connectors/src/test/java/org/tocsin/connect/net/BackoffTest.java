package org.tocsin.connect.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(1));

    @Test
    void shouldDoubleUpToTheCapWithinTheUpperHalf() {
        Random random = new Random(7);
        long[] wholes = {2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000};
        for (int failures = 1; failures <= wholes.length; failures++) {
            long whole = wholes[failures - 1];
            for (int draw = 0; draw < 100; draw++) {
                assertThat(backoff.after(failures, random).toMillis()).isBetween(whole / 2, whole);
            }
        }
        assertThat(backoff.after(Integer.MAX_VALUE, random)).isLessThanOrEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void shouldReadRetryAfterInBothForms() {
        Instant now = Instant.parse("2020-09-28T10:00:00Z");

        assertThat(RetryAfter.parse("120", now)).contains(Duration.ofMinutes(2));
        assertThat(RetryAfter.parse("Mon, 28 Sep 2020 10:05:00 GMT", now)).contains(Duration.ofMinutes(5));
        assertThat(RetryAfter.parse("Mon, 28 Sep 2020 09:00:00 GMT", now)).contains(Duration.ZERO);
        assertThat(RetryAfter.parse("soon", now)).isEmpty();
        assertThat(RetryAfter.parse("-5", now)).isEmpty();
        assertThat(RetryAfter.parse("99999999999999999999", now)).isEmpty();
    }
}
