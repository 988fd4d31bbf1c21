package org.tocsin.processor.metrics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** Which stores are being rebuilt from their changelogs, how much is left and since when. Thread-safe. */
final class Restoring implements StateRestoreListener {
    private record Store(TopicPartition changelog, String name) {}

    private record Left(Instant since, long records) {}

    private final Map<Store, Left> running = new ConcurrentHashMap<>();
    private final LongAdder restored = new LongAdder();
    private final Clock clock;

    Restoring(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void onRestoreStart(TopicPartition changelog, String store, long from, long end) {
        running.put(new Store(changelog, store), new Left(clock.instant(), end - from));
    }

    @Override
    public void onBatchRestored(TopicPartition changelog, String store, long offset, long records) {
        restored.add(records);
        running.computeIfPresent(
                new Store(changelog, store), (s, left) -> new Left(left.since, Math.max(0, left.records - records)));
    }

    @Override
    public void onRestoreEnd(TopicPartition changelog, String store, long total) {
        running.remove(new Store(changelog, store));
    }

    @Override
    public void onRestoreSuspended(TopicPartition changelog, String store, long total) {
        running.remove(new Store(changelog, store));
    }

    /** Records restored since the start of the process. */
    long recordsRestored() {
        return restored.sum();
    }

    /** Records still to be restored. */
    long recordsLeft() {
        return running.values().stream().mapToLong(Left::records).sum();
    }

    /** How long the longest restoration has been running; zero when none is. */
    Duration runningFor() {
        return running.values().stream()
                .map(Left::since)
                .min(Comparator.naturalOrder())
                .map(since -> Duration.between(since, clock.instant()))
                .orElse(Duration.ZERO);
    }
}
