package org.tocsin.processor.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far the pipeline is behind on one partition of an input.
 *
 * <p>The end of a partition says little: transaction markers and aborted records take offsets too, so that an idle
 * pipeline's last commit may lie before it for ever. What counts is the oldest record that the pipeline has still to
 * read. From it to the end is the lag in records, markers in between included; its age is the lag in seconds.
 *
 * @param committed the next record to read, by what is committed; 0 when nothing is
 * @param records how many are waiting, at most
 * @param waitingSince when the oldest waiting record's article came to the articles topic; empty when none waits, or
 *     when it cannot be told yet: the records belong to an open transaction
 */
public record PartitionLag(String topic, int partition, long committed, long records, Optional<Instant> waitingSince) {

    /** What a reader of committed records finds from the committed offset on. */
    public sealed interface Next {
        /** A record; when its article was appended, if that can be told. */
        record Waiting(long offset, Optional<Instant> appendedAt) implements Next {}

        /** No record before this offset. */
        record NoneBefore(long offset) implements Next {}
    }

    /** The lag when the partition ends at {@code end}, records of open transactions included. */
    public static PartitionLag of(String topic, int partition, long committed, long end, Next next) {
        if (next instanceof Next.Waiting waiting) {
            return new PartitionLag(topic, partition, committed, Math.max(1, end - waiting.offset), waiting.appendedAt);
        }
        long from = ((Next.NoneBefore) next).offset;
        return new PartitionLag(topic, partition, committed, Math.max(0, end - from), Optional.empty());
    }

    /** Seconds behind at this time: 0 when nothing waits; empty when it cannot be told. Clocks that differ give 0. */
    public Optional<Duration> behind(Instant now) {
        if (records == 0) {
            return Optional.of(Duration.ZERO);
        }
        return waitingSince.map(since -> since.isAfter(now) ? Duration.ZERO : Duration.between(since, now));
    }
}
