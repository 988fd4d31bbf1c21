package org.tocsin.processor.cli;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.StreamsConfig;
import org.tocsin.processor.Names;
import org.tocsin.processor.OperatorException;
import org.tocsin.processor.PartitionEnds;
import org.tocsin.processor.Settings;
import org.tocsin.processor.StreamsConfiguration;

/** How far tally has read what merge sent it, from what it has committed. */
final class ContributionsRead implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private final Admin admin;
    private final String application;

    ContributionsRead(Settings settings) {
        this.admin = Admin.create(settings.kafka());
        this.application = StreamsConfiguration.of(settings).getProperty(StreamsConfig.APPLICATION_ID_CONFIG);
    }

    /** Waits until all that has been sent by now is counted; how many records are not yet so when time is up. */
    long awaitAllSentByNow(Duration atMost) {
        try {
            Map<TopicPartition, Long> sent = ends();
            long until = System.nanoTime() + atMost.toNanos();
            long missing = missing(sent);
            while (missing > 0 && System.nanoTime() < until) {
                Thread.sleep(LOOK_EVERY.toMillis());
                missing = missing(sent);
            }
            return missing;
        } catch (ExecutionException e) {
            throw new OperatorException("Kafka does not say how far the pipeline has read: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperatorException("interrupted while waiting for the pipeline", e);
        }
    }

    private Map<TopicPartition, Long> ends() throws ExecutionException, InterruptedException {
        String topic = application + "-" + Names.CONTRIBUTIONS + "-repartition";
        if (!admin.listTopics().names().get().contains(topic)) {
            return Map.of();
        }
        List<TopicPartition> partitions = admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
                .flatMap(t -> t.partitions().stream())
                .map(p -> new TopicPartition(topic, p.partition()))
                .toList();
        return PartitionEnds.of(admin, partitions);
    }

    private long missing(Map<TopicPartition, Long> sent) throws ExecutionException, InterruptedException {
        // Stable offsets only: not those of a transaction that may still be aborted.
        var committed = admin.listConsumerGroupOffsets(
                        application, new ListConsumerGroupOffsetsOptions().requireStable(true))
                .partitionsToOffsetAndMetadata()
                .get();
        long missing = 0;
        for (Map.Entry<TopicPartition, Long> end : sent.entrySet()) {
            var at = committed.get(end.getKey());
            missing += Math.max(0, end.getValue() - (at == null ? 0 : at.offset()));
        }
        return missing;
    }

    @Override
    public void close() {
        admin.close();
    }
}
