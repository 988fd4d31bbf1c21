package org.tocsin.processor.watchlist;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.tocsin.processor.AllOrNothing;
import org.tocsin.processor.OperatorException;
import org.tocsin.processor.Settings;
import org.tocsin.schemas.Topic;
import org.tocsin.schemas.Topics;
import org.tocsin.schemas.WatchlistVersion;

/**
 * The watchlist's topics. A change is written in one transaction, its marker last, so that a reader sees all of it or
 * nothing. One transactional id for all who write: a second writer fences the first.
 */
public final class WatchlistTopics implements AutoCloseable {
    private static final Duration WAIT = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int READ_ATTEMPTS = 5;

    private final Settings settings;
    private final KafkaProducer<String, byte[]> producer;

    /** Takes part as the one writer. */
    public WatchlistTopics(Settings settings) {
        this.settings = settings;
        Map<String, Object> config = new HashMap<>(settings.kafka());
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, settings.topicPrefix() + "watchlist");
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, WAIT.toMillis());
        this.producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
        producer.initTransactions();
    }

    /** The newest whole version; none at all before the first. */
    public Watchlist inForce() {
        return read(settings).watchlist();
    }

    /** A whole version, and since when it is in force; empty when none has been applied. */
    public record InForce(Watchlist watchlist, Optional<Instant> since) {}

    /** The newest whole version, without taking part as a writer: one who applies a version is not disturbed. */
    public static InForce read(Settings settings) {
        for (int attempt = 0; attempt < READ_ATTEMPTS; attempt++) {
            WatchlistVersion marker = read(settings, Topics.WATCHLIST_VERSIONS).get(Topics.WATCHLIST_KEY);
            if (marker == null) {
                return new InForce(Watchlist.none(), Optional.empty());
            }
            Watchlist watchlist = new Watchlist(
                    marker.getVersion(),
                    List.copyOf(read(settings, Topics.TARGETS).values()),
                    List.copyOf(read(settings, Topics.ALERT_RULES).values()));
            if (watchlist.isWhole(marker)) {
                return new InForce(watchlist, Optional.of(marker.getAppliedAt()));
            }
            // A newer version was applied between the two reads.
        }
        throw new OperatorException("the watchlist's topics do not hold the version that their marker names; apply the "
                + "watchlist again");
    }

    /** Writes what changes and then the marker, all or nothing. */
    public void write(WatchlistChange change, Instant now) {
        Watchlist next = change.next();
        WatchlistVersion marker = new WatchlistVersion(
                next.version(), next.targets().size(), next.ownRules().size(), next.hash(), now);
        AllOrNothing.write(producer, () -> {
            change.targets().forEach(target -> send(Topics.TARGETS, target.getId(), target));
            change.rules().forEach(rule -> send(Topics.ALERT_RULES, rule.getId(), rule));
            change.removedTargets().forEach(id -> send(Topics.TARGETS, id, null));
            change.removedRules().forEach(id -> send(Topics.ALERT_RULES, id, null));
            send(Topics.WATCHLIST_VERSIONS, Topics.WATCHLIST_KEY, marker);
        });
    }

    @Override
    public void close() {
        producer.close();
    }

    private <T extends SpecificRecord> void send(Topic<T> topic, String key, @Nullable T value) {
        String name = topic.name(settings.topicPrefix());
        byte[] bytes = value == null
                ? null
                : topic.values(settings.serdes()).serializer().serialize(name, value);
        var unused = producer.send(new ProducerRecord<>(name, key, bytes));
    }

    private static <T extends SpecificRecord> Map<String, T> read(Settings settings, Topic<T> topic) {
        String name = topic.name(settings.topicPrefix());
        Map<String, Object> config = new HashMap<>(settings.kafka());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        Map<String, T> entries = new TreeMap<>();
        var values = topic.values(settings.serdes()).deserializer();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(name, WAIT).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, WAIT);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    T value = record.value() == null ? null : values.deserialize(name, record.value());
                    if (value == null) {
                        entries.remove(record.key());
                    } else {
                        entries.put(record.key(), value);
                    }
                }
            }
        }
        return entries;
    }
}
