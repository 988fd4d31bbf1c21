package org.tocsin.processor.security;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.utils.Time;

/**
 * A real broker that speaks SASL_SSL alone, knows its users by SCRAM-SHA-512, and lets nobody do what no ACL allows,
 * but for {@link #ADMIN}.
 */
public final class SecureBroker implements AutoCloseable {
    public static final String ADMIN = "admin";
    public static final String USER = "tocsin";

    private static final String MECHANISM = "SCRAM-SHA-512";

    private final KafkaRaftServer server;
    private final int port;
    private final Certificates certificates;

    private SecureBroker(KafkaRaftServer server, int port, Certificates certificates) {
        this.server = server;
        this.port = port;
        this.certificates = certificates;
    }

    public static SecureBroker start(Path directory, Certificates certificates) throws IOException {
        int port = freePort();
        Properties properties = properties(directory, port, freePort());
        certificates.server(properties);
        Path file = directory.resolve("broker.properties");
        try (OutputStream out = Files.newOutputStream(file)) {
            properties.store(out, null);
        }
        format(file);
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(properties), Time.SYSTEM);
        server.startup();
        return new SecureBroker(server, port, certificates);
    }

    public static String password(String user) {
        return "password-of-" + user + "-5528";
    }

    /** Settings of a client that is this user. */
    public Map<String, Object> client(String user) {
        return client(user, password(user));
    }

    public Map<String, Object> client(String user, String password) {
        Map<String, Object> settings = new LinkedHashMap<>(certificates.client());
        settings.put("bootstrap.servers", "127.0.0.1:" + port);
        settings.put("security.protocol", "SASL_SSL");
        settings.put("sasl.mechanism", MECHANISM);
        settings.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(user, password));
        return settings;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static Properties properties(Path directory, int port, int controller) {
        Properties p = new Properties();
        p.setProperty("process.roles", "broker,controller");
        p.setProperty("node.id", "1");
        p.setProperty("log.dirs", directory.resolve("log").toString());
        p.setProperty("listeners", "SASL_SSL://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controller));
        p.setProperty("listener.security.protocol.map", "SASL_SSL:SASL_SSL,CONTROLLER:PLAINTEXT");
        p.setProperty("controller.listener.names", "CONTROLLER");
        p.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controller);
        p.setProperty("inter.broker.listener.name", "SASL_SSL");
        p.setProperty("sasl.enabled.mechanisms", MECHANISM);
        p.setProperty("sasl.mechanism.inter.broker.protocol", MECHANISM);
        p.setProperty(
                "listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(ADMIN, password(ADMIN)));
        p.setProperty("ssl.client.auth", "none");
        p.setProperty("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        // The controller's listener is this process talking to itself.
        p.setProperty("super.users", "User:" + ADMIN + ";User:ANONYMOUS");
        p.setProperty("auto.create.topics.enable", "false");
        p.setProperty("group.initial.rebalance.delay.ms", "0");
        p.setProperty("message.max.bytes", Integer.toString(org.tocsin.schemas.Topic.MAX_MESSAGE_BYTES));
        for (String topic : new String[] {"offsets.topic", "transaction.state.log"}) {
            p.setProperty(topic + ".replication.factor", "1");
            p.setProperty(topic + ".num.partitions", "1");
        }
        p.setProperty("transaction.state.log.min.isr", "1");
        return p;
    }

    private static void format(Path file) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String[] arguments = {
            "format",
            "--cluster-id",
            "TocsinSecureBroker-001",
            "--config",
            file.toString(),
            "--add-scram",
            scram(ADMIN),
            "--add-scram",
            scram(USER)
        };
        if (StorageTool.execute(arguments, new PrintStream(said, true, StandardCharsets.UTF_8)) != 0) {
            throw new IllegalStateException(said.toString(StandardCharsets.UTF_8));
        }
    }

    private static String scram(String user) {
        return "%s=[name=%s,password=%s]".formatted(MECHANISM, user, password(user));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
