package org.tocsin.processor.view;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.tocsin.processor.OperatorException;
import org.tocsin.processor.PartitionEnds;
import org.tocsin.processor.RegistryFailure;
import org.tocsin.processor.Settings;
import org.tocsin.schemas.Topic;

/**
 * Reads one topic from its beginning, committed records only. Joins no group, so that it leaves no trace. Of one thread
 * at a time.
 */
public class CommittedReader<T extends SpecificRecord> implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Admin admin;
    private final Deserializer<T> values;
    private final String topic;
    private final Consumer<String> complaints;
    private final List<TopicPartition> partitions;

    /**
     * A reader at the topic's beginning.
     *
     * @param complaints takes a line for each record that cannot be read
     */
    public CommittedReader(Settings settings, Topic<T> topic, Consumer<String> complaints) {
        this.topic = topic.name(settings.topicPrefix());
        this.values = topic.values(settings.serdes()).deserializer();
        this.complaints = complaints;
        Map<String, Object> config = new HashMap<>(settings.kafka());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
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
        this.admin = Admin.create(settings.kafka());
    }

    /** What is done with a record; its value is null for a tombstone and for one that cannot be read. */
    @FunctionalInterface
    public interface RecordConsumer<T> {
        void accept(ConsumerRecord<String, byte[]> record, @Nullable T value);
    }

    /** Up to the end that the topic has now. */
    public final void readToEnd(Consumer<T> each) {
        readRecordsToEnd(valuesFor(each));
    }

    /**
     * Puts the newest record of each key into the map, up to the end that the topic has now. A key that was deleted goes;
     * what cannot be read leaves the record before in its place.
     */
    public final void readNewestToEnd(Map<String, T> newest) {
        readRecordsToEnd((record, value) -> {
            if (value != null) {
                newest.put(record.key(), value);
            } else if (record.value() == null) {
                newest.remove(record.key());
            }
        });
    }

    /** The records, with their places and headers, up to the end that the topic has now. */
    public final void readRecordsToEnd(RecordConsumer<T> each) {
        Map<TopicPartition, Long> ends = ends();
        while (!reached(ends)) {
            readRecords(each);
        }
    }

    /** What has come since, waiting a moment for it. */
    public final void read(Consumer<T> each) {
        readRecords(valuesFor(each));
    }

    private static <T> RecordConsumer<T> valuesFor(Consumer<T> each) {
        return (record, value) -> {
            if (value != null) {
                each.accept(value);
            }
        };
    }

    /** The same with keys, places and deletions. */
    final void readRecords(RecordConsumer<T> each) {
        ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
        Map<TopicPartition, Long> next = new HashMap<>();
        records.partitions().forEach(p -> next.put(p, records.records(p).get(0).offset()));
        try {
            for (ConsumerRecord<String, byte[]> record : records) {
                each.accept(record, value(record));
                next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
            }
        } catch (RuntimeException e) {
            // Whoever tries again continues with the record that failed.
            next.forEach(consumer::seek);
            throw e;
        }
    }

    /**
     * The ends that the topic has now, records of open transactions included: a transaction's positions can be known as
     * committed a moment before its records can be read.
     */
    final Map<TopicPartition, Long> ends() {
        try {
            return PartitionEnds.of(admin, partitions);
        } catch (ExecutionException e) {
            throw new OperatorException(
                    "Kafka does not say where " + topic + " ends: "
                            + OperatorException.rootOf(e).getMessage(),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }

    /** True when all before these ends has been read. */
    final boolean reached(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().noneMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    /** Null when the record itself is at fault; a registry that cannot be asked throws. */
    private @Nullable T value(ConsumerRecord<String, byte[]> record) {
        try {
            return record.value() == null ? null : values.deserialize(topic, record.value());
        } catch (SerializationException e) {
            if (!RegistryFailure.isContentFault(e)) {
                throw e;
            }
            complaints.accept("%s, partition %d, offset %d cannot be read and is passed over: %s"
                    .formatted(topic, record.partition(), record.offset(), e.getMessage()));
            return null;
        }
    }

    @Override
    public final void close() {
        consumer.close();
        admin.close();
        values.close();
    }
}
