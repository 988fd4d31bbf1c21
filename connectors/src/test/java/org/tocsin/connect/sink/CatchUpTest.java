package org.tocsin.connect.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.tocsin.connect.sink.CatchUp.Step;

class CatchUpTest {
    private static final TopicPartition P0 = new TopicPartition("tocsin.alerts", 0);
    private static final TopicPartition P1 = new TopicPartition("tocsin.alerts", 1);
    private static final Instant NOW = Instant.parse("2024-03-12T20:00:00Z");

    @Test
    void shouldReadAgainFromTheCommittedPosition() {
        CatchUp catchUp = new CatchUp(50);
        catchUp.open(List.of(P0), NOW);

        assertThat(catchUp.locate(P0, 100, NOW)).isEqualTo(OptionalLong.of(50));
        catchUp.endOfBatch(NOW);

        assertThat(catchUp.step(P0, 60, NOW)).isEqualTo(Step.NOTE);
        assertThat(catchUp.isReading()).isTrue();
        assertThat(catchUp.step(P0, 99, NOW)).isEqualTo(Step.NOTE);
        assertThat(catchUp.isReading()).isFalse();
        assertThat(catchUp.step(P0, 100, NOW)).isEqualTo(Step.DELIVER);
    }

    @Test
    void shouldTakeTheFirstRecordForThePosition() {
        CatchUp catchUp = new CatchUp(1000);
        catchUp.open(List.of(P0), NOW);

        assertThat(catchUp.locate(P0, 7, NOW)).isEqualTo(OptionalLong.of(0));
        assertThat(catchUp.step(P0, 7, NOW)).isEqualTo(Step.IGNORE);
        assertThat(catchUp.step(P0, 8, NOW)).isEqualTo(Step.IGNORE);
        catchUp.endOfBatch(NOW);

        assertThat(catchUp.locate(P0, 2, NOW)).isEmpty();
        assertThat(catchUp.step(P0, 2, NOW)).isEqualTo(Step.NOTE);
        // What lay between was compacted away.
        assertThat(catchUp.step(P0, 8, NOW)).isEqualTo(Step.DELIVER);
        assertThat(catchUp.isReading()).isFalse();
    }

    @Test
    void shouldReadNothingAgainAtTheVeryBeginning() {
        CatchUp catchUp = new CatchUp(1000);
        catchUp.open(List.of(P0), NOW);

        assertThat(catchUp.locate(P0, 0, NOW)).isEmpty();
        assertThat(catchUp.step(P0, 0, NOW)).isEqualTo(Step.DELIVER);
        assertThat(catchUp.isReading()).isFalse();
    }

    @Test
    void shouldReadNothingAgainWhenNobodyWantsIt() {
        CatchUp catchUp = new CatchUp(0);
        catchUp.open(List.of(P0), NOW);

        assertThat(catchUp.isReading()).isFalse();
        assertThat(catchUp.step(P0, 100, NOW)).isEqualTo(Step.DELIVER);
    }

    @Test
    void shouldNotWaitForWhatWasCompactedAway() {
        CatchUp catchUp = new CatchUp(50);
        catchUp.open(List.of(P0, P1), NOW);
        catchUp.locate(P0, 100, NOW);
        catchUp.locate(P1, 0, NOW);

        catchUp.endOfBatch(NOW.plusSeconds(4));
        assertThat(catchUp.isReading()).isTrue();
        catchUp.endOfBatch(NOW.plusSeconds(5));
        assertThat(catchUp.isReading()).isFalse();
    }

    @Test
    void shouldForgetPartitionsThatGo() {
        CatchUp catchUp = new CatchUp(50);
        catchUp.open(List.of(P0), NOW);

        catchUp.close(List.of(P0));

        assertThat(catchUp.isReading()).isFalse();
    }
}
