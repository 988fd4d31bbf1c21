package org.tocsin.processor.metrics;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.tocsin.processor.Names;
import org.tocsin.processor.Settings;
import org.tocsin.processor.metrics.PartitionLag.Next;
import org.tocsin.schemas.Cause;
import org.tocsin.schemas.MergeInput;
import org.tocsin.schemas.Origin;
import org.tocsin.schemas.TallyInput;

/**
 * Reads the first committed record from given offsets on, one a partition, and tells when its article was appended. An
 * article's own timestamp is that time, on the detour for other keys too; reports and contributions bear event time,
 * which is years back in a back-fill, and carry their article's time inside. Not thread-safe.
 */
final class OldestWaiting implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** Enough for a usual batch; the broker sends one that is larger all the same. */
    private static final int FETCH_BYTES = 64 * 1024;

    private static final String REPORTS = Names.REPORTS + "-repartition";
    private static final String CONTRIBUTIONS = Names.CONTRIBUTIONS + "-repartition";

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Deserializer<MergeInput> reports;
    private final Deserializer<TallyInput> contributions;
    private final Map<TopicPartition, Found> last = new HashMap<>();

    /** What was found from an offset on; while nothing is committed it stays so. */
    private record Found(long from, Next.Waiting waiting) {}

    OldestWaiting(Settings settings) {
        Map<String, Object> config = new HashMap<>(settings.kafka());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        config.remove(ConsumerConfig.GROUP_PROTOCOL_CONFIG); // Streams knows one more than a consumer does.
        this.consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.reports = settings.serdes().values(MergeInput.class).deserializer();
        this.contributions = settings.serdes().values(TallyInput.class).deserializer();
    }

    /** What comes first from each offset on; a partition of which that cannot be told in time is left out. */
    Map<TopicPartition, Next> from(Map<TopicPartition, Long> offsets) {
        Map<TopicPartition, Next> next = new HashMap<>();
        Set<TopicPartition> open = new HashSet<>();
        last.keySet().retainAll(offsets.keySet());
        offsets.forEach((partition, from) -> {
            Found known = last.get(partition);
            if (known != null && known.from == from) {
                next.put(partition, known.waiting);
            } else {
                open.add(partition);
            }
        });
        if (!open.isEmpty()) {
            read(offsets, open, next);
        }
        return next;
    }

    private void read(Map<TopicPartition, Long> offsets, Set<TopicPartition> open, Map<TopicPartition, Next> next) {
        consumer.assign(open);
        open.forEach(partition -> consumer.seek(partition, requireNonNull(offsets.get(partition))));
        Map<TopicPartition, Long> readable = consumer.endOffsets(open, PATIENCE);
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!open.isEmpty() && System.nanoTime() < giveUp) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            for (TopicPartition partition : records.partitions()) {
                ConsumerRecord<byte[], byte[]> first =
                        records.records(partition).get(0);
                Next.Waiting waiting = new Next.Waiting(first.offset(), appendedAt(first));
                if (open.remove(partition)) {
                    next.put(partition, waiting);
                    last.put(partition, new Found(requireNonNull(offsets.get(partition)), waiting));
                }
            }
            consumer.pause(records.partitions());
            for (TopicPartition partition : List.copyOf(open)) {
                long at = consumer.position(partition, PATIENCE);
                if (at >= requireNonNull(readable.get(partition))) {
                    open.remove(partition);
                    next.put(partition, new Next.NoneBefore(at));
                }
            }
        }
        consumer.assign(List.of());
    }

    private Optional<Instant> appendedAt(ConsumerRecord<byte[], byte[]> record) {
        Instant appended = Instant.ofEpochMilli(record.timestamp());
        try {
            if (record.topic().endsWith("-" + REPORTS)) {
                MergeInput input = reports.deserialize(record.topic(), record.value());
                return input.getReport()
                        .map(report -> report.getOrigin().getAppendedAt())
                        .or(() -> Optional.of(appended));
            }
            if (record.topic().endsWith("-" + CONTRIBUTIONS)) {
                TallyInput input = contributions.deserialize(record.topic(), record.value());
                Optional<Cause> cause = input.getContribution().map(contribution -> contribution.getCause());
                return cause.flatMap(Cause::getOrigin)
                        .map(Origin::getAppendedAt)
                        .or(() -> Optional.of(appended));
            }
            return Optional.of(appended);
        } catch (SerializationException unreadable) {
            // Its age cannot be told; that it waits still can.
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        consumer.close();
        reports.close();
        contributions.close();
    }
}
