package org.tocsin.processor.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The gauges whose series come and go: partitions, publishers, stores, tasks. Ages are computed when they are scraped,
 * from what was last seen. Of one thread.
 */
final class SampledGauges {
    /** Most publishers that are shown: those with most articles. */
    static final int PUBLISHERS = 50;

    private static final double MILLIS = 1000.0;

    private final Clock clock;
    private final MultiGauge lagRecords;
    private final MultiGauge lagSeconds;
    private final MultiGauge committed;
    private final MultiGauge processedAge;
    private final MultiGauge silence;
    private final MultiGauge patience;
    private final MultiGauge storeFiles;
    private final MultiGauge storeMemory;
    private final MultiGauge storeEntries;
    private final MultiGauge index;

    SampledGauges(MeterRegistry registry, Clock clock) {
        this.clock = clock;
        lagRecords = gauge(registry, "tocsin.lag.records");
        lagSeconds = gauge(registry, "tocsin.lag.seconds");
        committed = gauge(registry, "tocsin.committed.offset");
        processedAge = gauge(registry, "tocsin.last.processed.age.seconds");
        silence = gauge(registry, "tocsin.feed.silence.seconds");
        patience = gauge(registry, "tocsin.feed.patience.seconds");
        storeFiles = gauge(registry, "tocsin.state.store.file.bytes");
        storeMemory = gauge(registry, "tocsin.state.store.memory.bytes");
        storeEntries = gauge(registry, "tocsin.state.store.entries");
        index = gauge(registry, "tocsin.merge.index.incidents");
    }

    /** No series where Kafka does not answer: an old lag must not look like one that was seen. */
    void lag(Optional<LagLook> look) {
        List<PartitionLag> partitions = look.map(LagLook::partitions).orElse(List.of());
        register(lagRecords, partitions, lag -> Row.of(tags(lag), lag.records()));
        register(committed, partitions, lag -> Row.of(tags(lag), lag.committed()));
        register(
                lagSeconds,
                partitions,
                lag -> Row.of(tags(lag), lag, l -> l.behind(clock.instant())
                        .map(SampledGauges::seconds)
                        .orElse(Double.NaN)));
    }

    void tasks(TaskReadings tasks) {
        register(
                processedAge,
                tasks.processed().entrySet(),
                entry -> Row.of(
                        Tags.of(
                                "stage",
                                entry.getKey().stage(),
                                "partition",
                                text(entry.getKey().partition())),
                        entry.getValue(),
                        this::age));
        register(
                index,
                tasks.indexed().entrySet(),
                entry -> Row.of(Tags.of("partition", text(entry.getKey())), entry.getValue()));
        List<Feed> feeds = Feed.of(tasks.heard(), PUBLISHERS);
        register(silence, feeds, feed -> Row.of(publisher(feed), feed, f -> seconds(f.silence(clock.instant()))));
        register(
                patience,
                feeds.stream().filter(feed -> feed.patience().isPresent()).toList(),
                feed -> Row.of(publisher(feed), seconds(feed.patience().orElseThrow())));
    }

    void stores(Map<String, StoreSizes.Size> sizes) {
        register(
                storeFiles, sizes.entrySet(), e -> Row.of(store(e), e.getValue().fileBytes()));
        register(
                storeMemory,
                sizes.entrySet(),
                e -> Row.of(store(e), e.getValue().memoryBytes()));
        register(
                storeEntries,
                sizes.entrySet(),
                e -> Row.of(store(e), e.getValue().entries()));
    }

    private static MultiGauge gauge(MeterRegistry registry, String name) {
        return MultiGauge.builder(name).register(registry);
    }

    private static <T> void register(MultiGauge gauge, Iterable<T> all, Function<T, Row<?>> row) {
        List<Row<?>> rows = new ArrayList<>();
        all.forEach(one -> rows.add(row.apply(one)));
        gauge.register(rows, true);
    }

    private double age(Instant then) {
        return Math.max(0, seconds(Duration.between(then, clock.instant())));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / MILLIS;
    }

    private static Tags tags(PartitionLag lag) {
        return Tags.of("topic", lag.topic(), "partition", text(lag.partition()));
    }

    private static Tags publisher(Feed feed) {
        return Tags.of("publisher", feed.publisher());
    }

    private static Tags store(Map.Entry<String, StoreSizes.Size> entry) {
        return Tags.of("store", entry.getKey());
    }

    private static String text(int number) {
        return Integer.toString(number);
    }
}
