package org.tocsin.bench.pipeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.tocsin.processor.Settings;

/**
 * What lies on a topic of one partition.
 *
 * @param records committed ones
 * @param diskBytes of the broker's log: compressed as they were sent, transaction markers included, nothing compacted
 * @param keys whose newest record has a value
 * @param newestBytes keys and values of those, not compressed: what a store holds of them
 */
record TopicSize(long records, long diskBytes, int keys, long newestBytes) {
    private static final int BROKER = 1;

    static TopicSize of(BenchCluster cluster, Settings settings, Admin admin, String topic)
            throws ExecutionException, InterruptedException {
        TopicPartition partition = new TopicPartition(topic, 0);
        long end = admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                .partitionResult(partition)
                .get()
                .offset();
        Map<String, Long> newest = new HashMap<>();
        long records;
        try (BenchCluster.Tail tail = cluster.tail(settings, topic)) {
            while (tail.position() < end) {
                tail.poll(record -> {
                    if (record.value() == null) {
                        newest.remove(record.key());
                    } else {
                        newest.put(record.key(), (long) record.serializedKeySize() + record.serializedValueSize());
                    }
                });
            }
            records = tail.count();
        }
        long disk = admin.describeLogDirs(List.of(BROKER)).allDescriptions().get().values().stream()
                .flatMap(directories -> directories.values().stream())
                .flatMap(directory -> directory.replicaInfos().entrySet().stream())
                .filter(replica -> replica.getKey().equals(partition))
                .mapToLong(replica -> replica.getValue().size())
                .sum();
        return new TopicSize(
                records,
                disk,
                newest.size(),
                newest.values().stream().mapToLong(Long::longValue).sum());
    }
}
