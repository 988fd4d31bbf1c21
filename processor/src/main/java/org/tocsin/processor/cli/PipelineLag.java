package org.tocsin.processor.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.StreamsConfig;
import org.tocsin.processor.OperatorException;
import org.tocsin.processor.Settings;
import org.tocsin.processor.StreamsConfiguration;
import org.tocsin.schemas.Topics;

/** How far the pipeline has read the articles and its own internal topics, from what it has committed. */
final class PipelineLag implements AutoCloseable {
    private static final String INTERNAL = "-repartition";

    private final Admin admin;
    private final String application;
    private final String articles;

    PipelineLag(Settings settings) {
        this.admin = Admin.create(settings.kafka());
        this.application = StreamsConfiguration.of(settings).getProperty(StreamsConfig.APPLICATION_ID_CONFIG);
        this.articles = Topics.ARTICLES.name(settings.topicPrefix());
    }

    /**
     * One look, in records over all partitions.
     *
     * @param articlesRead committed of the articles topic
     * @param articlesBehind not yet committed of it
     * @param behind not yet committed of it and of the internal topics
     */
    record Look(long articlesRead, long articlesBehind, long behind) {
        /**
         * True when all that was published has passed all stages. Reads are committed in one transaction with what they
         * caused, and are asked for before the topics' ends are, so that nothing hides between two stages.
         */
        boolean done() {
            return articlesRead > 0 && behind == 0;
        }
    }

    Look look() {
        try {
            Map<TopicPartition, Long> read = read();
            Map<TopicPartition, Long> ends = ends();
            long articlesRead = 0;
            long articlesBehind = 0;
            long behind = 0;
            for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
                long at = read.getOrDefault(end.getKey(), 0L);
                long missing = Math.max(0, end.getValue() - at);
                behind += missing;
                if (end.getKey().topic().equals(articles)) {
                    articlesRead += at;
                    articlesBehind += missing;
                }
            }
            return new Look(articlesRead, articlesBehind, behind);
        } catch (ExecutionException e) {
            throw new OperatorException("Kafka does not say how far the pipeline has read: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperatorException("interrupted while waiting for Kafka", e);
        }
    }

    private Map<TopicPartition, Long> read() throws ExecutionException, InterruptedException {
        // Stable offsets only: not those of a transaction that may still be aborted.
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(
                        application, new ListConsumerGroupOffsetsOptions().requireStable(true))
                .partitionsToOffsetAndMetadata()
                .get();
        Map<TopicPartition, Long> read = new HashMap<>();
        committed.forEach((partition, at) -> {
            if (at != null) {
                read.put(partition, at.offset());
            }
        });
        return read;
    }

    private Map<TopicPartition, Long> ends() throws ExecutionException, InterruptedException {
        List<String> topics = admin.listTopics().names().get().stream()
                .filter(t -> t.equals(articles) || (t.startsWith(application + "-") && t.endsWith(INTERNAL)))
                .toList();
        Map<TopicPartition, OffsetSpec> asked = admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(t -> t.partitions().stream().map(p -> new TopicPartition(t.name(), p.partition())))
                .collect(Collectors.toMap(Function.identity(), p -> OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(asked).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    @Override
    public void close() {
        admin.close();
    }
}
