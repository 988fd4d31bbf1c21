package org.tocsin.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Stores are searched for what has grown old once an hour of pipeline time. */
class PassesTest {
    private static final Instant START = Instant.parse("2020-09-27T15:00:00Z");

    private final Passes passes = new Passes();

    @Test
    void shouldBeginAtOnce() {
        assertThat(passes.begins(START)).isTrue();
    }

    @Test
    void shouldBeginAgainAfterAnHourAndNotBefore() {
        passes.begins(START);

        assertThat(passes.begins(START)).isFalse();
        assertThat(passes.begins(START.plus(Duration.ofMinutes(59)))).isFalse();
        assertThat(passes.begins(START.plus(Duration.ofHours(1)))).isTrue();
        assertThat(passes.begins(START.plus(Duration.ofMinutes(119)))).isFalse();
    }

    @Test
    void shouldBeginOnceAfterDaysInWhichNothingCame() {
        passes.begins(START);

        Instant later = START.plus(Duration.ofDays(4));
        assertThat(passes.begins(later)).isTrue();
        assertThat(passes.begins(later.plus(Duration.ofMinutes(1)))).isFalse();
    }
}
