package org.tocsin.processor.stack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.tocsin.processor.OperatorException;
import org.tocsin.schemas.Topic;

/**
 * Kafka's own server in this process: one KRaft node that is broker and controller, on 127.0.0.1, its data under one
 * directory. Buffers are sized for one machine with little memory; what is promised to clients is as on a cluster.
 */
final class EmbeddedBroker implements AutoCloseable {
    /** The same each time, so that formatting what is formatted changes nothing. */
    private static final String CLUSTER_ID = "TocsinEmbeddedStack-01";

    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Formats the directory when it is new, and returns once the broker takes requests: about 2.5 s.
     *
     * @param directory holds {@code broker.properties} and {@code log/}
     */
    static EmbeddedBroker start(Path directory, Ports ports) throws IOException {
        Files.createDirectories(directory);
        Properties properties = properties(directory, ports);
        Path file = directory.resolve("broker.properties");
        try (OutputStream out = Files.newOutputStream(file)) {
            properties.store(out, "Written at each start of the embedded broker; changes here are lost.");
        }
        try {
            format(file);
            return new EmbeddedBroker(started(properties), ports.broker());
        } catch (RuntimeException e) {
            throw new OperatorException(
                    "the broker cannot start on %s and port %d: %s; name another directory with --data, or remove this one to start afresh"
                            .formatted(
                                    directory,
                                    ports.broker(),
                                    OperatorException.rootOf(e).getMessage()),
                    e);
        }
    }

    /** Leaves nothing running when it fails: the controller starts before the broker does. */
    private static KafkaRaftServer started(Properties properties) {
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(properties), Time.SYSTEM);
        // Kafka's controller halts the process before it throws, but whoever starts this one may have another port.
        Exit.setHaltProcedure((status, message) -> {});
        try {
            server.startup();
            return server;
        } catch (RuntimeException e) {
            server.shutdown();
            throw e;
        } finally {
            Exit.resetHaltProcedure();
        }
    }

    /** Where clients connect. */
    String bootstrapServers() {
        return Ports.HOST + ":" + port;
    }

    /** Stops cleanly, so that the next start has no log to recover. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path file) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String[] arguments = {"format", "--ignore-formatted", "--cluster-id", CLUSTER_ID, "--config", file.toString()};
        int code = StorageTool.execute(arguments, new PrintStream(said, true, StandardCharsets.UTF_8));
        if (code != 0) {
            throw new IllegalStateException(
                    said.toString(StandardCharsets.UTF_8).strip().replaceAll("\\s+", " "));
        }
    }

    private static Properties properties(Path directory, Ports ports) {
        Properties p = new Properties();
        p.setProperty("process.roles", "broker,controller");
        p.setProperty("node.id", "1");
        p.setProperty("log.dirs", directory.resolve("log").toAbsolutePath().toString());
        p.setProperty(
                "listeners",
                "PLAINTEXT://%s:%d,CONTROLLER://%s:%d"
                        .formatted(Ports.HOST, ports.broker(), Ports.HOST, ports.controller()));
        p.setProperty("controller.listener.names", "CONTROLLER");
        // In the settings and not in the metadata log: the port may differ at the next start.
        p.setProperty("controller.quorum.voters", "1@%s:%d".formatted(Ports.HOST, ports.controller()));
        p.setProperty("auto.create.topics.enable", "false");
        p.setProperty("message.max.bytes", Integer.toString(Topic.MAX_MESSAGE_BYTES));
        p.setProperty("group.initial.rebalance.delay.ms", "0");
        // After a kill, the controller waits so long before it takes the broker back; Kafka's own default is 9 s.
        p.setProperty("broker.session.timeout.ms", "4000");
        p.setProperty("broker.heartbeat.interval.ms", "1000");
        oneNode(p);
        littleMemory(p);
        return p;
    }

    /** There is nobody to replicate to. */
    private static void oneNode(Properties p) {
        p.setProperty("default.replication.factor", "1");
        p.setProperty("min.insync.replicas", "1");
        p.setProperty("offsets.topic.replication.factor", "1");
        p.setProperty("offsets.topic.num.partitions", "2");
        p.setProperty("transaction.state.log.replication.factor", "1");
        p.setProperty("transaction.state.log.min.isr", "1");
        p.setProperty("transaction.state.log.num.partitions", "2");
        p.setProperty("share.coordinator.state.topic.replication.factor", "1");
        p.setProperty("share.coordinator.state.topic.min.isr", "1");
        p.setProperty("share.coordinator.state.topic.num.partitions", "1");
    }

    /** Kafka's defaults are for a machine of its own. */
    private static void littleMemory(Properties p) {
        p.setProperty("num.network.threads", "2");
        p.setProperty("num.io.threads", "4");
        p.setProperty("background.threads", "2");
        p.setProperty("log.segment.bytes", Integer.toString(64 * 1024 * 1024));
        p.setProperty("log.index.size.max.bytes", Integer.toString(1024 * 1024));
        p.setProperty("log.cleaner.threads", "1");
        p.setProperty("log.cleaner.dedupe.buffer.size", Integer.toString(8 * 1024 * 1024));
        p.setProperty("log.cleaner.io.buffer.size", Integer.toString(256 * 1024));
        p.setProperty("offsets.topic.segment.bytes", Integer.toString(8 * 1024 * 1024));
        p.setProperty("transaction.state.log.segment.bytes", Integer.toString(8 * 1024 * 1024));
        p.setProperty("metadata.log.segment.bytes", Integer.toString(16 * 1024 * 1024));
    }
}
