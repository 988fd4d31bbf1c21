package org.tocsin.processor.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.Set;

/**
 * Which of Kafka's own metrics go out. Kafka Streams and its clients have some thousands of series in this topology,
 * most of them per store and most of no use to whoever is on call; all of them remain to be seen over JMX.
 */
final class KafkaMeters {
    private static final String KAFKA = "kafka.";

    private static final Set<String> SHOWN = Set.of(
            "kafka.stream.alive.stream.threads",
            "kafka.stream.failed.stream.threads",
            "kafka.stream.thread.process.total",
            "kafka.stream.thread.process.ratio",
            "kafka.stream.thread.poll.ratio",
            "kafka.stream.thread.commit.ratio",
            "kafka.stream.thread.punctuate.ratio",
            "kafka.stream.thread.process.latency.avg",
            "kafka.stream.thread.commit.total",
            "kafka.stream.thread.commit.latency.avg",
            "kafka.stream.thread.commit.latency.max",
            "kafka.stream.task.dropped.records.total",
            "kafka.consumer.coordinator.rebalance.total",
            "kafka.consumer.coordinator.failed.rebalance.total",
            "kafka.consumer.coordinator.rebalance.latency.avg",
            "kafka.consumer.fetch.manager.records.consumed.total",
            "kafka.consumer.fetch.manager.bytes.consumed.total",
            "kafka.producer.record.send.total",
            "kafka.producer.record.error.total");

    private KafkaMeters() {}

    static MeterFilter filter() {
        return new MeterFilter() {
            @Override
            public MeterFilterReply accept(Meter.Id id) {
                boolean hidden = id.getName().startsWith(KAFKA) && !SHOWN.contains(id.getName());
                return hidden ? MeterFilterReply.DENY : MeterFilterReply.NEUTRAL;
            }
        };
    }
}
