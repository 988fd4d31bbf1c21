package org.tocsin.processor.stack;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Whether a worker's sinks have handed over all records of their topics, by the offsets that they commit. Those lie
 * before the end of a partition that ends with a transaction's marker, so what is left is looked for, not subtracted.
 */
final class SinkProgress implements AutoCloseable {
    private static final String GROUP_PREFIX = "connect-";
    private static final Duration POLL = Duration.ofMillis(100);

    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final ConnectRest rest;

    SinkProgress(Properties client, ConnectRest rest) {
        this.admin = Admin.create(client);
        Map<String, Object> reading = new HashMap<>();
        client.stringPropertyNames().forEach(key -> reading.put(key, client.getProperty(key)));
        reading.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        reading.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.consumer = new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.rest = rest;
    }

    /** True as well when there is no sink. */
    boolean isAtTheEnd() throws IOException, InterruptedException {
        try {
            for (Map.Entry<String, List<String>> sink : rest.sinks().entrySet()) {
                if (isRecordLeft(positions(GROUP_PREFIX + sink.getKey(), sink.getValue()))) {
                    return false;
                }
            }
            return true;
        } catch (ExecutionException e) {
            throw new IOException("Kafka does not say how far the connectors have read", e);
        }
    }

    /** Where the sink goes on, by partition of its topics. */
    private Map<TopicPartition, Long> positions(String group, List<String> topics)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        Map<TopicPartition, Long> positions = new HashMap<>();
        topics.forEach(topic -> consumer.partitionsFor(topic).forEach(found -> {
            TopicPartition partition = new TopicPartition(topic, found.partition());
            OffsetAndMetadata at = committed.get(partition);
            positions.put(partition, at == null ? 0 : at.offset());
        }));
        return positions;
    }

    private boolean isRecordLeft(Map<TopicPartition, Long> positions) {
        consumer.assign(positions.keySet());
        positions.forEach(consumer::seek);
        Map<TopicPartition, Long> ends = consumer.endOffsets(positions.keySet());
        while (ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < requireNonNull(end.getValue()))) {
            if (!consumer.poll(POLL).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        consumer.close();
        admin.close();
    }
}
