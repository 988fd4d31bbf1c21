package org.tocsin.processor.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.processor.PipelineApp;
import org.tocsin.processor.metrics.LagLook;
import org.tocsin.processor.metrics.LagReader;
import org.tocsin.processor.metrics.PartitionLag;
import org.tocsin.schemas.Article;
import org.tocsin.schemas.Topics;

/** Lag on a real broker, where transaction markers and event times lie in wait. */
class LagCommandTest {
    private static final Instant LONG_AGO = Instant.parse("2009-06-01T12:00:00Z");
    private static final Duration LATER = Duration.ofMinutes(10);

    private final Installation installation = Installation.with(Map.of(
            "tocsin.partitions.articles", "1",
            // Internal records stay, so that the test can go back to them.
            "repartition.purge.interval.ms", "600000"));
    private final String group = String.valueOf(installation.settings().kafka().get("application.id"));
    private final String articles = Topics.ARTICLES.name(installation.settings().topicPrefix());

    @TempDir
    Path directory;

    @Test
    void shouldBeZeroWhenIdleAndRightDuringABackfill() throws Exception {
        Instant published = Instant.now();
        publishInATransaction();
        assertThat(lags(look(LATER), articles)).singleElement().satisfies(lag -> {
            assertThat(lag.records()).as("one, and at most the marker").isBetween(1L, 2L);
            assertAppendedAfter(published, lag);
        });
        assertThat(lag("--max-seconds", "300").exitCode()).isZero();

        try (PipelineApp app = installation.start()) {
            installation.awaitProcessed();
            assertThat(app.fault()).isEmpty();
            await().until(() -> app.metrics().lastLook().filter(LagLook::done).isPresent());
        }
        awaitNoMembers();

        commit(articles, -1);
        assertThat(uncommittedOffsets(articles)).as("the marker").isEqualTo(1);
        assertThat(look(LATER).partitions())
                .isNotEmpty()
                .allSatisfy(lag -> assertThat(lag.behind(Instant.now())).contains(Duration.ZERO))
                .allSatisfy(lag -> assertThat(lag.records()).isZero());

        String reports = group + "-reports-repartition";
        commit(reports, Long.MIN_VALUE);
        assertThat(lags(look(LATER), reports))
                .filteredOn(lag -> lag.records() > 0)
                .isNotEmpty()
                .allSatisfy(lag -> assertAppendedAfter(published, lag));

        Call late = lag("--max-seconds", "0");
        assertThat(late.exitCode()).isEqualTo(1);
        assertThat(late.err()).contains(reports, "seconds behind, more than 0");
        assertThat(json(late)).hasSize(look(Duration.ZERO).partitions().size()).allSatisfy(line -> assertThat(
                        line.fieldNames())
                .toIterable()
                .contains("at", "topic", "partition", "committed", "records", "seconds"));
    }

    @Test
    void shouldShowATableWithOneLinePerPartition() {
        Instant noon = Instant.parse("2024-03-12T12:00:00Z");
        LagLook look = new LagLook(
                noon,
                "a.articles",
                List.of(
                        new PartitionLag("a.articles", 0, 7, 2, Optional.of(noon.minusMillis(1500))),
                        new PartitionLag("t-reports-repartition", 1, 30, 1, Optional.empty())));

        assertThat(LagTable.lines(look))
                .containsExactly(
                        "topic                  partition     committed     records     seconds",
                        "a.articles                     0             7           2         1.5",
                        "t-reports-repartition          1            30           1           ?",
                        "all                                          7           3         1.5");
    }

    private void assertAppendedAfter(Instant published, PartitionLag lag) {
        assertThat(lag.waitingSince()).hasValueSatisfying(since -> assertThat(since)
                .isBetween(published.minusSeconds(1), Instant.now().plusSeconds(1)));
        assertThat(lag.behind(Instant.now().plus(LATER)))
                .hasValueSatisfying(behind -> assertThat(behind).isBetween(LATER, LATER.plusMinutes(5)));
    }

    /** An article of long ago, and the marker that commits it. */
    private void publishInATransaction() throws Exception {
        Map<String, Object> config = new HashMap<>(installation.settings().kafka());
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, group + "-publisher");
        try (KafkaProducer<String, Article> producer = new KafkaProducer<>(
                config,
                new StringSerializer(),
                Topics.ARTICLES.values(installation.settings().serdes()).serializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            Article article = Article.newBuilder()
                    .setId("long-ago")
                    .setSource("Paper")
                    .setTitle("Car bomb kills four in Mosul")
                    .setBody("A car bomb exploded outside a police station in Mosul, Iraq, on Sunday morning, killing "
                            + "four officers and wounding nine, a police colonel said.")
                    .setPublishedAt(LONG_AGO)
                    .build();
            producer.send(new ProducerRecord<>(articles, article.getId(), article))
                    .get();
            producer.commitTransaction();
        }
    }

    private LagLook look(Duration later) {
        try (LagReader reader = new LagReader(installation.settings(), Clock.offset(Clock.systemUTC(), later))) {
            return reader.look();
        }
    }

    private static List<PartitionLag> lags(LagLook look, String topic) {
        return look.partitions().stream()
                .filter(lag -> lag.topic().equals(topic))
                .toList();
    }

    /** Kafka changes the offsets of a group only while nobody is in it. */
    private void awaitNoMembers() throws Exception {
        try (Admin admin = Admin.create(installation.settings().kafka())) {
            await().until(() -> requireNonNull(admin.describeConsumerGroups(List.of(group))
                            .all()
                            .get()
                            .get(group))
                    .members()
                    .isEmpty());
        }
    }

    /** Commits so far from the end of each partition of the topic, and not before its start. */
    private void commit(String topic, long fromEnd) throws Exception {
        try (Admin admin = Admin.create(installation.settings().kafka())) {
            Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
            ends(admin, topic)
                    .forEach((partition, end) ->
                            offsets.put(partition, new OffsetAndMetadata(Math.max(0, end + Math.max(-end, fromEnd)))));
            admin.alterConsumerGroupOffsets(group, offsets).all().get();
        }
    }

    private long uncommittedOffsets(String topic) throws Exception {
        try (Admin admin = Admin.create(installation.settings().kafka())) {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return ends(admin, topic).entrySet().stream()
                    .mapToLong(end -> end.getValue()
                            - requireNonNull(committed.get(end.getKey())).offset())
                    .sum();
        }
    }

    private static Map<TopicPartition, Long> ends(Admin admin, String topic) throws Exception {
        TopicDescription described = requireNonNull(
                admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic));
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        described.partitions().forEach(p -> asked.put(new TopicPartition(topic, p.partition()), OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(asked).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private Call lag(String... more) throws Exception {
        List<String> arguments =
                new ArrayList<>(List.of("lag", "--config", Call.configFile(directory, installation.settings())));
        arguments.addAll(List.of(more));
        return Call.of(arguments.toArray(String[]::new));
    }

    private static List<JsonNode> json(Call call) throws Exception {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : call.outLines()) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return lines;
    }
}
