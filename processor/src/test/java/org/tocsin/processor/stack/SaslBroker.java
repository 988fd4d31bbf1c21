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
import org.apache.kafka.common.utils.Time;

/** A real broker that lets in one user, by SASL PLAIN without TLS. */
public final class SaslBroker implements AutoCloseable {
    private static final String LOGIN_MODULE = "org.apache.kafka.common.security.plain.PlainLoginModule required ";

    private final KafkaRaftServer server;
    private final int port;

    private SaslBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Starts it with its data in a directory. */
    public static SaslBroker start(Path directory, String user, String password) throws IOException {
        Ports ports = Ports.choose();
        Properties p = new Properties();
        p.setProperty("process.roles", "broker,controller");
        p.setProperty("node.id", "1");
        p.setProperty("log.dirs", directory.resolve("log").toString());
        p.setProperty(
                "listeners",
                "SASL_PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                        .formatted(ports.broker(), ports.controller()));
        p.setProperty("listener.security.protocol.map", "SASL_PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT");
        p.setProperty("inter.broker.listener.name", "SASL_PLAINTEXT");
        p.setProperty("controller.listener.names", "CONTROLLER");
        p.setProperty("controller.quorum.voters", "1@127.0.0.1:" + ports.controller());
        p.setProperty("sasl.enabled.mechanisms", "PLAIN");
        p.setProperty("sasl.mechanism.inter.broker.protocol", "PLAIN");
        p.setProperty(
                "listener.name.sasl_plaintext.plain.sasl.jaas.config",
                jaas(user, password).replace(";", " user_" + user + "=\"" + password + "\";"));
        p.setProperty("offsets.topic.replication.factor", "1");
        Path file = directory.resolve("broker.properties");
        try (OutputStream out = Files.newOutputStream(file)) {
            p.store(out, null);
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String[] format = {"format", "--cluster-id", "TocsinEmbeddedStack-01", "--config", file.toString()};
        if (StorageTool.execute(format, new PrintStream(said, true, StandardCharsets.UTF_8)) != 0) {
            throw new IOException(said.toString(StandardCharsets.UTF_8));
        }
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(p), Time.SYSTEM);
        server.startup();
        return new SaslBroker(server, ports.broker());
    }

    public int port() {
        return port;
    }

    /** What a client gives in {@code sasl.jaas.config}. */
    public static String jaas(String user, String password) {
        return LOGIN_MODULE + "username=\"" + user + "\" password=\"" + password + "\";";
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
