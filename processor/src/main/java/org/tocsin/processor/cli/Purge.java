package org.tocsin.processor.cli;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.tocsin.processor.AllOrNothing;
import org.tocsin.processor.OperatorException;
import org.tocsin.processor.Settings;
import org.tocsin.processor.cli.PurgePlan.Aged;
import org.tocsin.processor.cli.PurgePlan.At;
import org.tocsin.schemas.Topic;
import org.tocsin.schemas.Topics;

/**
 * Deletes old records of the public topics: a null for each key, in the partition where its record stands. The
 * pipeline itself never deletes any. One transactional id for all who do: a second one fences the first.
 */
final class Purge {
    /** A transaction of that many nulls is written well within its timeout of a minute. */
    private static final int AT_ONCE = 10_000;

    private final Settings settings;
    private final Console console;
    private @Nullable Instant completeThrough;

    Purge(Settings settings, Console console) {
        this.settings = settings;
        this.console = console;
    }

    /**
     * What is to be deleted.
     *
     * @throws OperatorException when the pipeline may still write records of days before that date
     */
    PurgePlan plan(LocalDate before) {
        Map<At, Aged> counts = newest(Topics.DAILY_COUNTS, count -> {
            count.getCompleteThrough().ifPresent(this::passed);
            return Aged.of(count);
        });
        requireNoLongerHeld(before);
        return new PurgePlan(List.of(
                PurgePlan.of(Topics.ALERTS.name(), newest(Topics.ALERTS, Aged::of), before),
                PurgePlan.of(Topics.DAILY_COUNTS.name(), counts, before),
                PurgePlan.of(Topics.INCIDENTS.name(), newest(Topics.INCIDENTS, Aged::of), before)));
    }

    private void passed(Instant time) {
        completeThrough = completeThrough == null || time.isAfter(completeThrough) ? time : completeThrough;
    }

    private void requireNoLongerHeld(LocalDate before) {
        Instant time = Optional.ofNullable(completeThrough)
                .orElseThrow(() -> new OperatorException("nothing can be purged yet: no daily count says how far the"
                        + " news has been read, so the pipeline may still write records of any day"));
        LocalDate latest = PurgePlan.latest(settings, time);
        if (before.isAfter(latest)) {
            throw new OperatorException(
                    ("--before %s is too late: the news has been read up to %s, and the pipeline may still write records"
                                    + " of what it holds (tocsin.tally.keep, tocsin.merge.keep.*); the latest possible"
                                    + " date is %s")
                            .formatted(before, time, latest));
        }
    }

    /** The newest record of each key. A key whose newest record is a deletion or cannot be read is left alone. */
    private <T extends SpecificRecord> Map<At, Aged> newest(Topic<T> topic, Function<T, Aged> age) {
        Map<At, Aged> newest = new HashMap<>();
        try (TopicReader<T> reader = new TopicReader<>(settings, topic, console)) {
            reader.readRecordsToEnd((record, value) -> {
                At at = new At(record.partition(), record.key());
                if (value == null) {
                    newest.remove(at);
                } else {
                    newest.put(at, age.apply(value));
                }
            });
        }
        return newest;
    }

    /** Deletes it, topic by topic; one that was cut short is called again. */
    void carryOut(PurgePlan plan) {
        Map<String, Object> config = ArticlePublisher.producerConfig(
                settings, Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, settings.topicPrefix() + "purge"));
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            for (PurgePlan.OfTopic topic : plan.topics()) {
                String name = settings.topicPrefix() + topic.topic();
                for (int from = 0; from < topic.keys().size(); from += AT_ONCE) {
                    int to = Math.min(from + AT_ONCE, topic.keys().size());
                    delete(producer, name, topic.keys().subList(from, to));
                }
            }
        } catch (KafkaException e) {
            throw new OperatorException(
                    "not all was deleted; call it again: "
                            + OperatorException.rootOf(e).getMessage(),
                    e);
        }
    }

    private static void delete(KafkaProducer<byte[], byte[]> producer, String topic, List<At> keys) {
        AllOrNothing.write(producer, () -> {
            for (At at : keys) {
                byte[] key = at.key().getBytes(StandardCharsets.UTF_8);
                var unused = producer.send(new ProducerRecord<>(topic, at.partition(), key, null));
            }
        });
    }
}
