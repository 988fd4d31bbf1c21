package org.tocsin.processor.cli;

import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.tocsin.coder.EventCoder;
import org.tocsin.processor.PipelineApp;
import org.tocsin.processor.Settings;
import org.tocsin.processor.metrics.LagReader;
import org.tocsin.processor.stack.SchemaSetup;
import org.tocsin.processor.stack.TestStack;
import org.tocsin.processor.stack.TopicSetup;
import org.tocsin.schemas.Topic;
import org.tocsin.schemas.Topics;

/** The pipeline on the shared broker, with topics of its own. */
record Installation(Settings settings) {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    /** Topics and schemas are there; few partitions, so that a test is quick. */
    static Installation with(Map<String, ?> more) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("tocsin.partitions.reports", "2");
        all.put("tocsin.partitions.subjects", "2");
        // A pipeline that a test started again need not wait long for the one before.
        all.put("main.consumer.session.timeout.ms", "6000");
        all.putAll(more);
        Settings settings = TestStack.installation(all);
        new TopicSetup(settings).run();
        new SchemaSetup(settings).run();
        Installation installation = new Installation(settings);
        installation.keepRevisions();
        return installation;
    }

    /**
     * The broker leaves superseded revisions where they are, for tests that read all of them. It else compacts within
     * seconds: the first commit after records that are stamped years ago begins a new segment, and the one before it,
     * which may hold two revisions, can be cleaned.
     */
    private void keepRevisions() {
        AlterConfigOp never = new AlterConfigOp(
                new ConfigEntry(TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG, "1.0"), AlterConfigOp.OpType.SET);
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        for (Topic<?> topic : List.of(Topics.INCIDENTS, Topics.DAILY_COUNTS, Topics.ALERTS)) {
            String name = topic.name(settings.topicPrefix());
            changes.put(new ConfigResource(ConfigResource.Type.TOPIC, name), List.of(never));
        }
        try (Admin admin = Admin.create(settings.kafka())) {
            admin.incrementalAlterConfigs(changes).all().get();
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError("the broker does not take the topics' settings", e);
        }
    }

    /** One partition of everything: articles, reports and contributions are read in the order in which they came. */
    static Installation inOneOrder() {
        return with(Map.of(
                "tocsin.partitions.articles", "1",
                "tocsin.partitions.reports", "1",
                "tocsin.partitions.subjects", "1"));
    }

    PipelineApp start() throws InterruptedException {
        PipelineApp app = PipelineApp.start(settings, EventCoder.load(), Clock.systemUTC());
        if (!app.awaitRunning(LONGEST_WAIT)) {
            app.close();
            throw new AssertionError("the pipeline does not run: " + app.fault());
        }
        return app;
    }

    /** Publishes article lines as {@code publish} does. */
    void publish(String... lines) {
        try (ArticlePublisher publisher = new ArticlePublisher(settings, Call.console())) {
            for (int i = 0; i < lines.length; i++) {
                publisher.publish("test", i + 1L, lines[i].getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
            publisher.flush();
        }
    }

    /** Puts these bytes on the articles topic. */
    void publishRaw(String key, byte[] value) throws Exception {
        publishRaw(Topics.ARTICLES, key, value);
    }

    /** Puts this record on a topic, as nobody should. */
    <T extends SpecificRecord> void forge(Topic<T> topic, String key, T record) throws Exception {
        publishRaw(
                topic,
                key,
                topic.values(settings.serdes()).serializer().serialize(topic.name(settings.topicPrefix()), record));
    }

    private void publishRaw(Topic<?> topic, String key, byte[] value) throws Exception {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings.kafka(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic.name(settings.topicPrefix()), key, value))
                    .get();
        }
    }

    /** Waits until all that was published has passed all stages. */
    void awaitProcessed() {
        try (LagReader lag = new LagReader(settings, Clock.systemUTC())) {
            await().atMost(LONGEST_WAIT).until(() -> lag.look().done());
        }
    }

    <T extends SpecificRecord> List<T> read(Topic<T> topic) {
        List<T> records = new ArrayList<>();
        try (TopicReader<T> reader = new TopicReader<>(settings, topic, Call.console())) {
            reader.readToEnd(records::add);
        }
        return records;
    }

    /** The articles that any revision of any incident reports. */
    Set<String> reportedArticles() {
        Set<String> articles = new TreeSet<>();
        read(Topics.INCIDENTS).forEach(incident -> incident.getReports().forEach(r -> articles.add(r.getArticleId())));
        return articles;
    }

    /** A line as {@code publish} reads it, of an attack in that town of Iraq. */
    static String bombing(String id, String town, Instant publishedAt) {
        return """
                {"id":"%s","source":"%s","title":"Car bomb kills four in %s","publishedAt":"%s",\
                "body":"A car bomb exploded outside a police station in %s, Iraq, on Sunday morning, killing four \
                officers and wounding nine, a police colonel said. No group claimed the attack."}"""
                .formatted(id, "Paper " + id, town, publishedAt, town);
    }

    /** The record timestamps of a topic, milliseconds since 1970. */
    List<Long> timestamps(Topic<?> topic) {
        List<Long> timestamps = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings.kafka(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name(settings.topicPrefix())).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(r -> timestamps.add(r.timestamp()));
            }
        }
        return timestamps;
    }
}
