package org.tocsin.processor.cli;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.tocsin.processor.Requeued;
import org.tocsin.processor.Settings;
import org.tocsin.schemas.Origin;
import org.tocsin.schemas.Topics;

/**
 * The records that dead letters were written for. Each partition is read once from the first of them to its end, for a
 * newer version of an article must not be overwritten by an older one that is put back.
 */
final class ArticleRecords {
    private static final Duration POLL = Duration.ofMillis(200);

    private ArticleRecords() {}

    /** A place in the articles topic. */
    record At(int partition, long offset) {
        static At of(Origin origin) {
            return new At(origin.getPartition(), origin.getOffset());
        }
    }

    /** Those of these records that are still held. */
    static Map<At, SourceRecord> read(Settings settings, Collection<At> places) {
        Map<String, Object> config = new HashMap<>(settings.kafka());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        Map<Integer, Set<At>> byPartition = new HashMap<>();
        places.forEach(at ->
                byPartition.computeIfAbsent(at.partition, p -> new HashSet<>()).add(at));
        Map<At, SourceRecord> found = new HashMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            byPartition.forEach((partition, ats) -> found.putAll(
                    read(consumer, new TopicPartition(Topics.ARTICLES.name(settings.topicPrefix()), partition), ats)));
        }
        return found;
    }

    private static Map<At, SourceRecord> read(
            KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, Set<At> places) {
        long first = places.stream().mapToLong(At::offset).min().orElseThrow();
        consumer.assign(List.of(partition));
        long from =
                Math.max(first, consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L));
        consumer.seek(partition, from);
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        Map<At, ConsumerRecord<byte[], byte[]>> wanted = new HashMap<>();
        Map<ByteBuffer, Long> newest = new HashMap<>();
        while (consumer.position(partition) < end) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                At at = new At(record.partition(), record.offset());
                if (places.contains(at) && record.value() != null) {
                    wanted.put(at, record);
                }
                if (record.key() != null) {
                    newest.put(ByteBuffer.wrap(record.key()), record.offset());
                }
            }
        }
        Map<At, SourceRecord> found = new HashMap<>();
        wanted.forEach((at, record) -> found.put(
                at,
                new SourceRecord(
                        record.key(),
                        record.value(),
                        Requeued.of(record.headers()),
                        Optional.ofNullable(record.key())
                                .map(key -> newest.getOrDefault(ByteBuffer.wrap(key), at.offset))
                                .filter(offset -> offset > at.offset))));
        return found;
    }
}
