package org.tocsin.processor.cli;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.tocsin.processor.OperatorException;
import org.tocsin.processor.Settings;
import org.tocsin.schemas.Topic;

/**
 * Reads one topic from its beginning, committed records only. Joins no group, so that it leaves no trace. Of one thread
 * at a time.
 */
final class TopicReader<T extends SpecificRecord> implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Deserializer<T> values;
    private final String topic;
    private final Console console;
    private final List<TopicPartition> partitions;

    TopicReader(Settings settings, Topic<T> topic, Console console) {
        this.topic = topic.name(settings.topicPrefix());
        this.values = topic.values(settings.serdes()).deserializer();
        this.console = console;
        Map<String, Object> config = new HashMap<>(settings.kafka());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        this.consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
        this.partitions = consumer.partitionsFor(this.topic, ANSWER_WITHIN).stream()
                .map(p -> new TopicPartition(p.topic(), p.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new OperatorException("there is no topic " + this.topic + "; it is created by ./tocsin up or run");
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** What is done with a record; its value is null for a tombstone and for one that cannot be read. */
    interface RecordConsumer<T> {
        void accept(ConsumerRecord<String, byte[]> record, @Nullable T value);
    }

    /** Up to the end that the topic has now. */
    void readToEnd(Consumer<T> consumer) {
        readRecordsToEnd(valuesFor(consumer));
    }

    /** The records, with their places and headers, up to the end that the topic has now. */
    void readRecordsToEnd(RecordConsumer<T> consumer) {
        Map<TopicPartition, Long> ends = this.consumer.endOffsets(partitions, ANSWER_WITHIN);
        while (ends.entrySet().stream().anyMatch(end -> this.consumer.position(end.getKey()) < end.getValue())) {
            readRecords(consumer);
        }
    }

    /** What has come since, waiting a moment for it. */
    void read(Consumer<T> consumer) {
        readRecords(valuesFor(consumer));
    }

    private static <T> RecordConsumer<T> valuesFor(Consumer<T> consumer) {
        return (record, value) -> {
            if (value != null) {
                consumer.accept(value);
            }
        };
    }

    private void readRecords(RecordConsumer<T> consumer) {
        ConsumerRecords<String, byte[]> records = this.consumer.poll(POLL);
        for (ConsumerRecord<String, byte[]> record : records) {
            consumer.accept(record, value(record));
        }
    }

    private @Nullable T value(ConsumerRecord<String, byte[]> record) {
        try {
            return record.value() == null ? null : values.deserialize(topic, record.value());
        } catch (SerializationException e) {
            console.say("%s, partition %d, offset %d cannot be read and is passed over: %s"
                    .formatted(topic, record.partition(), record.offset(), e.getMessage()));
            return null;
        }
    }

    @Override
    public void close() {
        consumer.close();
        values.close();
    }
}
