package org.tocsin.connect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.tocsin.processor.Settings;
import org.tocsin.schemas.Topic;

/** The committed records of a topic, as the pipeline's own serde reads them; each is read once, however often one asks. */
public final class CommittedRecords<T extends SpecificRecord> implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<String, T> consumer;
    private final List<TopicPartition> partitions;
    private final List<ConsumerRecord<String, T>> records = new ArrayList<>();

    private CommittedRecords(KafkaConsumer<String, T> consumer, List<TopicPartition> partitions) {
        this.consumer = consumer;
        this.partitions = partitions;
    }

    /** From the beginning. */
    public static <T extends SpecificRecord> CommittedRecords<T> of(Properties client, String name, Topic<T> topic) {
        Settings settings = Settings.parse(client);
        Map<String, Object> reading = new HashMap<>(settings.kafka());
        reading.put("isolation.level", "read_committed");
        KafkaConsumer<String, T> consumer = new KafkaConsumer<>(
                reading,
                topic.keys().deserializer(),
                topic.values(settings.serdes()).deserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                .map(info -> new TopicPartition(name, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return new CommittedRecords<>(consumer, partitions);
    }

    /** All that there are by now. */
    public List<ConsumerRecord<String, T>> read() {
        // With read_committed this is the last stable offset: no open transaction is waited for.
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (partitions.stream()
                .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
            consumer.poll(POLL).forEach(records::add);
        }
        return List.copyOf(records);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
