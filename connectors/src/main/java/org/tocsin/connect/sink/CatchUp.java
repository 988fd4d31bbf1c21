package org.tocsin.connect.sink;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/**
 * Reading again, after a start, what was delivered before it: which alerts fire stands in the alerts topic alone. A
 * partition begins at the position that the consumer group has committed; from there it is set back by at most
 * {@code lookback} offsets, and records before the position are taken note of but not sent.
 */
final class CatchUp {
    /** Compaction may have removed the very last record before the position: silence ends the wait for it. */
    static final Duration SILENCE = Duration.ofSeconds(5);

    /** What a record is. */
    enum Step {
        /** To be delivered. */
        DELIVER,
        /** Delivered before; only to be noted. */
        NOTE,
        /** Read too early: it comes again once the partition has been set back. */
        IGNORE
    }

    private record Reading(long position, boolean setBack, Instant last) {}

    private static final long UNKNOWN = -1;

    private final long lookback;
    private final Map<TopicPartition, Reading> readings = new HashMap<>();

    /** @param lookback offsets a partition, 0 to read nothing again */
    CatchUp(long lookback) {
        this.lookback = lookback;
    }

    void open(Collection<TopicPartition> partitions, Instant now) {
        if (lookback > 0) {
            partitions.forEach(partition -> readings.put(partition, new Reading(UNKNOWN, false, now)));
        }
    }

    void close(Collection<TopicPartition> partitions) {
        readings.keySet().removeAll(partitions);
    }

    /**
     * The partition's position has become known.
     *
     * @return the offset to set it back to; empty when there is nothing before the position or it was known already
     */
    OptionalLong locate(TopicPartition partition, long position, Instant now) {
        Reading reading = readings.get(partition);
        if (reading == null || reading.position() != UNKNOWN) {
            return OptionalLong.empty();
        }
        if (position == 0) {
            readings.remove(partition);
            return OptionalLong.empty();
        }
        readings.put(partition, new Reading(position, true, now));
        return OptionalLong.of(Math.max(0, position - lookback));
    }

    /** What to do with the record; its partition's position is known. */
    Step step(TopicPartition partition, long offset, Instant now) {
        Reading reading = readings.get(partition);
        if (reading == null) {
            return Step.DELIVER;
        }
        if (reading.setBack()) {
            return Step.IGNORE;
        }
        if (offset < reading.position() - 1) {
            readings.put(partition, new Reading(reading.position(), false, now));
            return Step.NOTE;
        }
        readings.remove(partition);
        return offset < reading.position() ? Step.NOTE : Step.DELIVER;
    }

    /** A call of {@code put} is over; what comes in the next one has been read after partitions were set back. */
    void endOfBatch(Instant now) {
        readings.replaceAll((partition, reading) -> new Reading(reading.position(), false, reading.last()));
        readings.values()
                .removeIf(reading -> reading.position() != UNKNOWN
                        && !now.isBefore(reading.last().plus(SILENCE)));
    }

    /** True while some partition has not been read up to its position. */
    boolean isReading() {
        return !readings.isEmpty();
    }
}
