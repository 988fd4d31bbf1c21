package org.tocsin.processor.stack;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Whether a worker's sinks have handed over all that stands in their topics, by the offsets that they commit. */
final class SinkProgress implements AutoCloseable {
    private static final String GROUP_PREFIX = "connect-";

    private final Admin admin;
    private final ConnectRest rest;

    SinkProgress(Properties client, ConnectRest rest) {
        this.admin = Admin.create(client);
        this.rest = rest;
    }

    /** True as well when there is no sink. */
    boolean isAtTheEnd() throws IOException, InterruptedException {
        try {
            for (Map.Entry<String, List<String>> sink : rest.sinks().entrySet()) {
                Map<TopicPartition, Long> committed = committed(GROUP_PREFIX + sink.getKey());
                boolean behind = ends(sink.getValue()).entrySet().stream()
                        .anyMatch(end -> committed.getOrDefault(end.getKey(), 0L) < end.getValue());
                if (behind) {
                    return false;
                }
            }
            return true;
        } catch (ExecutionException e) {
            throw new IOException("Kafka does not say how far the connectors have read", e);
        }
    }

    private Map<TopicPartition, Long> committed(String group) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        Map<TopicPartition, Long> committed = new HashMap<>();
        offsets.forEach((partition, at) -> {
            if (at != null) {
                committed.put(partition, at.offset());
            }
        });
        return committed;
    }

    private Map<TopicPartition, Long> ends(List<String> topics) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(t -> t.partitions().stream().map(p -> new TopicPartition(t.name(), p.partition())))
                .collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(asked).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    @Override
    public void close() {
        admin.close();
    }
}
