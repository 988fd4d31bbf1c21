package org.tocsin.processor.cli;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.connect.cli.ConnectDistributed;
import org.apache.kafka.connect.errors.NotFoundException;
import org.apache.kafka.connect.runtime.Connect;
import org.apache.kafka.connect.runtime.distributed.DistributedHerder;
import org.awaitility.core.ConditionTimeoutException;
import org.tocsin.processor.Settings;
import org.tocsin.schemas.Topic;
import org.tocsin.schemas.Topics;

/**
 * A real Connect worker as {@code connectors/config/worker.properties} has it, with a source and a sink set up as the
 * shipped ones are, all with the rights of one user. Kafka's own connectors for files stand in for ours, which are built
 * after this module: what a connector reads from Kafka and writes to it, the worker does for it.
 */
final class ConnectAtWork {
    private static final Path SHIPPED = Path.of("..", "connectors", "config");
    private static final String SOURCE = "feeds";
    private static final String SINK = "alerts-cloudevents";
    private static final String FAILED = "FAILED";
    private static final String GOOD = "{\"id\":\"one\"}";
    private static final String BAD = "no JSON";

    private final Settings own;
    private final Settings all;
    private final Path directory;
    private final String installation;
    private final AtomicBoolean refused = new AtomicBoolean();

    /**
     * Of one installation.
     *
     * @param own settings of the worker's user
     * @param all settings of a user who may do anything
     * @param directory for the files that the connectors read and write
     */
    ConnectAtWork(Settings own, Settings all, Path directory) {
        this.own = own;
        this.all = all;
        this.directory = directory;
        this.installation = String.valueOf(own.kafka().get("application.id"));
    }

    /** Whether news comes in, an alert goes out, and one that cannot be read goes to the sink's dead letters. */
    boolean works(Duration within) throws IOException, ExecutionException, InterruptedException {
        Files.writeString(directory.resolve("news"), GOOD + "\n");
        try (KafkaProducer<String, String> alerts =
                new KafkaProducer<>(all.kafka(), new StringSerializer(), new StringSerializer())) {
            for (String alert : List.of(BAD, GOOD)) {
                alerts.send(new ProducerRecord<>(name(Topics.ALERTS), 0, "key", alert))
                        .get();
            }
        }
        // A worker that cannot go on ends its process.
        Exit.setExitProcedure((code, message) -> refused.set(true));
        try (Admin admin = Admin.create(all.kafka())) {
            return run(admin, within);
        } finally {
            Exit.resetExitProcedure();
        }
    }

    private boolean run(Admin admin, Duration within) throws IOException {
        Connect<DistributedHerder> connect = new ConnectDistributed().startConnect(worker());
        try {
            start(connect.herder(), sourceName(), source());
            start(connect.herder(), installation, sink());
            await().atMost(within).until(() -> isRefused(connect.herder()) || isAllThere(admin));
            return !isRefused(connect.herder());
        } catch (ConditionTimeoutException notAllThere) {
            return false;
        } finally {
            connect.stop();
        }
    }

    private void start(DistributedHerder herder, String name, Map<String, String> config) {
        config.put("name", name);
        herder.putConnectorConfig(name, config, true, (error, created) -> {
            if (error != null) {
                refused.set(true);
            }
        });
    }

    private boolean isRefused(DistributedHerder herder) {
        return refused.get() || hasFailed(herder, sourceName()) || hasFailed(herder, installation);
    }

    private static boolean hasFailed(DistributedHerder herder, String connector) {
        try {
            var status = herder.connectorStatus(connector);
            return status.connector().state().equals(FAILED)
                    || status.tasks().stream().anyMatch(task -> task.state().equals(FAILED));
        } catch (NotFoundException notYet) {
            return false;
        }
    }

    private boolean isAllThere(Admin admin) throws ExecutionException, InterruptedException {
        return committed(admin, name(Topics.ARTICLES)) > 0
                && committed(admin, undelivered()) > 0
                && Files.exists(directory.resolve("delivered"))
                && groupHasReadBoth(admin);
    }

    private boolean groupHasReadBoth(Admin admin) throws ExecutionException, InterruptedException {
        var read = admin.listConsumerGroupOffsets("connect-" + installation)
                .partitionsToOffsetAndMetadata()
                .get()
                .get(new TopicPartition(name(Topics.ALERTS), 0));
        return read != null && read.offset() == List.of(GOOD, BAD).size();
    }

    private static long committed(Admin admin, String topic) throws ExecutionException, InterruptedException {
        TopicPartition partition = new TopicPartition(topic, 0);
        try {
            return admin.listOffsets(
                            Map.of(partition, OffsetSpec.latest()),
                            new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                    .partitionResult(partition)
                    .get()
                    .offset();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return 0;
            }
            throw e;
        }
    }

    /** The shipped one, on this broker, in a group and with topics of its own. */
    private Map<String, String> worker() throws IOException {
        Properties shipped = new Properties();
        try (Reader in = Files.newBufferedReader(SHIPPED.resolve("worker.properties"))) {
            shipped.load(in);
        }
        Map<String, String> worker = new HashMap<>();
        shipped.stringPropertyNames()
                .forEach(key -> worker.put(key, shipped.getProperty(key).replace("tocsin-", installation + "-")));
        // Of the class path; and converters that need no registry.
        worker.remove("plugin.path");
        worker.keySet().removeIf(key -> key.startsWith("value.converter"));
        worker.put("value.converter", "org.apache.kafka.connect.json.JsonConverter");
        worker.put("value.converter.schemas.enable", "false");
        worker.put("listeners", "http://127.0.0.1:0");
        worker.put("offset.storage.partitions", "1");
        worker.put("status.storage.partitions", "1");
        worker.put("offset.flush.interval.ms", "200");
        // Those of the worker, and once more for what it does for its connectors.
        for (String prefix : List.of("", "producer.", "consumer.", "admin.")) {
            broker().forEach((key, value) -> worker.put(prefix + key, value));
        }
        return worker;
    }

    private Map<String, String> broker() {
        Map<String, String> broker = new HashMap<>();
        own.kafka().forEach((key, value) -> {
            if (key.startsWith("bootstrap.") || key.matches("(security|sasl|ssl)\\..*")) {
                broker.put(key, String.valueOf(value));
            }
        });
        return broker;
    }

    private Map<String, String> source() throws IOException {
        Map<String, String> source = shipped(SOURCE);
        source.put("connector.class", "org.apache.kafka.connect.file.FileStreamSourceConnector");
        source.put("tasks.max", "1");
        source.put("file", directory.resolve("news").toString());
        return source;
    }

    private Map<String, String> sink() throws IOException {
        Map<String, String> sink = shipped(SINK);
        sink.put("connector.class", "org.apache.kafka.connect.file.FileStreamSinkConnector");
        sink.put("file", directory.resolve("delivered").toString());
        return sink;
    }

    /** With this installation's topics. */
    private Map<String, String> shipped(String connector) throws IOException {
        JsonNode config = new ObjectMapper()
                .readTree(SHIPPED.resolve(connector + ".json").toFile())
                .path("config");
        Map<String, String> settings = new HashMap<>();
        config.properties()
                .forEach(field -> settings.put(
                        field.getKey(), field.getValue().asText().replace(Topics.DEFAULT_PREFIX, own.topicPrefix())));
        return settings;
    }

    private String sourceName() {
        return installation + "-" + SOURCE;
    }

    private String undelivered() {
        return own.topicPrefix() + "alerts-undelivered";
    }

    private String name(Topic<? extends SpecificRecord> topic) {
        return topic.name(own.topicPrefix());
    }
}
