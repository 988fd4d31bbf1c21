package org.tocsin.processor.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tocsin.processor.metrics.PartitionLag.Next;

class PartitionLagTest {
    private static final Instant NOON = Instant.parse("2024-03-12T12:00:00Z");

    @Test
    void shouldBeZeroWhenOnlyATransactionMarkerFollows() {
        PartitionLag lag = PartitionLag.of("articles", 0, 7, 8, new Next.NoneBefore(8));

        assertThat(lag.records()).isZero();
        assertThat(lag.behind(NOON)).contains(Duration.ZERO);
    }

    @Test
    void shouldBeAsOldAsTheOldestRecordThatWaits() {
        PartitionLag lag =
                PartitionLag.of("articles", 0, 7, 12, new Next.Waiting(8, Optional.of(NOON.minusSeconds(90))));

        assertThat(lag.records()).isEqualTo(4);
        assertThat(lag.behind(NOON)).contains(Duration.ofSeconds(90));
        assertThat(lag.behind(NOON.plusSeconds(10))).contains(Duration.ofSeconds(100));
    }

    @Test
    void shouldCountRecordsOfAnOpenTransactionWithoutAnAge() {
        PartitionLag lag = PartitionLag.of("reports", 0, 7, 12, new Next.NoneBefore(9));

        assertThat(lag.records()).isEqualTo(3);
        assertThat(lag.behind(NOON)).isEmpty();
    }

    @Test
    void shouldNotBeNegativeWhenTheBrokersClockIsAhead() {
        PartitionLag lag = PartitionLag.of("articles", 0, 0, 1, new Next.Waiting(0, Optional.of(NOON.plusSeconds(3))));

        assertThat(lag.behind(NOON)).contains(Duration.ZERO);
    }
}
