package org.tocsin.processor.metrics;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.StreamsConfig;
import org.tocsin.processor.OperatorException;
import org.tocsin.processor.PartitionEnds;
import org.tocsin.processor.Settings;
import org.tocsin.processor.StreamsConfiguration;
import org.tocsin.schemas.Topics;

/**
 * Looks how far the pipeline has read the articles and its own internal topics, from what it has committed. Works from
 * any process; needs to describe the group and to read those topics. A look costs three requests, and a fetch for each
 * partition that is behind and has moved. Not thread-safe.
 */
public final class LagReader implements AutoCloseable {
    private static final String INTERNAL = "-repartition";
    private static final Comparator<TopicPartition> ORDER =
            Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

    private final Admin admin;
    private final OldestWaiting oldest;
    private final String application;
    private final String articles;
    private final Clock clock;

    public LagReader(Settings settings, Clock clock) {
        this.admin = Admin.create(settings.kafka());
        this.oldest = new OldestWaiting(settings);
        this.application = StreamsConfiguration.of(settings).getProperty(StreamsConfig.APPLICATION_ID_CONFIG);
        this.articles = Topics.ARTICLES.name(settings.topicPrefix());
        this.clock = clock;
    }

    /**
     * One look.
     *
     * @throws OperatorException when Kafka does not answer
     */
    public LagLook look() {
        try {
            Map<TopicPartition, Long> committed = committed();
            Map<TopicPartition, Long> ends = ends();
            Map<TopicPartition, Long> behind = new HashMap<>();
            ends.forEach((partition, end) -> {
                long at = committed.getOrDefault(partition, 0L);
                if (at < end) {
                    behind.put(partition, at);
                }
            });
            Map<TopicPartition, PartitionLag.Next> next = oldest.from(behind);
            List<PartitionLag> lags = new ArrayList<>();
            ends.keySet().stream().sorted(ORDER).forEach(partition -> {
                long at = committed.getOrDefault(partition, 0L);
                long end = requireNonNull(ends.get(partition));
                PartitionLag.Next found = next.getOrDefault(partition, new PartitionLag.Next.NoneBefore(at));
                lags.add(PartitionLag.of(partition.topic(), partition.partition(), at, end, found));
            });
            return new LagLook(clock.instant(), articles, lags);
        } catch (ExecutionException | KafkaException e) {
            String cause = OperatorException.rootOf(e).getMessage();
            throw new OperatorException("Kafka does not say how far the pipeline has read: " + cause, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperatorException("interrupted while waiting for Kafka", e);
        }
    }

    private Map<TopicPartition, Long> committed() throws ExecutionException, InterruptedException {
        // Those of a transaction that is still open are not among them. Asking for stable offsets alone would leave
        // out every partition with such a one, which is most of them under load.
        Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(application)
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

    private Map<TopicPartition, Long> ends() throws ExecutionException, InterruptedException {
        List<String> topics = admin.listTopics().names().get().stream()
                .filter(t -> t.equals(articles) || (t.startsWith(application + "-") && t.endsWith(INTERNAL)))
                .toList();
        if (!topics.contains(articles)) {
            throw new OperatorException("there is no topic " + articles + "; it is created by ./tocsin up or run");
        }
        List<TopicPartition> partitions = admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(t -> t.partitions().stream().map(p -> new TopicPartition(t.name(), p.partition())))
                .toList();
        return PartitionEnds.of(admin, partitions);
    }

    @Override
    public void close() {
        oldest.close();
        admin.close();
    }
}
