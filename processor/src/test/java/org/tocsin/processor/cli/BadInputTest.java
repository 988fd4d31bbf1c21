package org.tocsin.processor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.processor.HttpSettings;
import org.tocsin.processor.Settings;
import org.tocsin.processor.security.Certificates;
import org.tocsin.processor.security.SecureBroker;
import org.tocsin.processor.stack.ExpiredCertificate;
import org.tocsin.processor.stack.TestStack;
import org.tocsin.schemas.Topics;

/** What an installation gets wrong: one line that says what, where and what to do. */
class BadInputTest {
    @TempDir
    Path directory;

    @Test
    void shouldNameAKafkaSettingThatIsMisspelt() throws Exception {
        assertRefused(
                2,
                Map.of("bootstrap.server", "127.0.0.1:9092"),
                "tocsin.properties",
                "bootstrap.server is unknown",
                "bootstrap.servers meant");
    }

    @Test
    void shouldNameAKafkaSettingWithAWrongValue() throws Exception {
        assertRefused(
                2,
                Map.of("bootstrap.servers", "127.0.0.1:9092", "security.protocol", "TLS"),
                "security.protocol",
                "TLS");
    }

    @Test
    void shouldNameAMissingSetting() throws Exception {
        assertRefused(2, Map.of("client.id", "x"), "bootstrap.servers is missing");
    }

    @Test
    void shouldNameAClusterThatDoesNotAnswer() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertRefused(
                    1,
                    Map.of(
                            "bootstrap.servers",
                            "127.0.0.1:" + taken.getLocalPort(),
                            "default.api.timeout.ms",
                            "1000",
                            "request.timeout.ms",
                            "500"),
                    "Kafka at 127.0.0.1:" + taken.getLocalPort() + " does not answer",
                    "bootstrap.servers");
        }
    }

    @Test
    void shouldNameAPortThatIsInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, Object> settings = onStack(Map.of());
            settings.put(HttpSettings.PORT, Integer.toString(taken.getLocalPort()));

            assertRefused(1, settings, "port " + taken.getLocalPort() + " on 127.0.0.1 is in use", HttpSettings.PORT);
        }
    }

    @Test
    void shouldSayThatThePasswordIsRefusedAndNotWhatItIs() throws Exception {
        try (SecureBroker broker = SecureBroker.start(directory, Certificates.in(directory))) {
            Map<String, Object> client = broker.client(SecureBroker.USER, "wr0ng");
            Call call = assertRefused(
                    1,
                    client,
                    "Kafka at " + client.get("bootstrap.servers") + " refuses the user or the password (SCRAM-SHA-512)",
                    "sasl.jaas.config");
            assertThat(call.err()).doesNotContain("wr0ng");
        }
    }

    @Test
    void shouldSayThatTheBrokersCertificateHasExpired() throws Exception {
        try (ExpiredCertificate broker = ExpiredCertificate.listen(directory)) {
            assertRefused(
                    1,
                    Map.of(
                            "bootstrap.servers",
                            "127.0.0.1:" + broker.port(),
                            "security.protocol",
                            "SSL",
                            "ssl.truststore.location",
                            broker.trustStore().toString(),
                            "ssl.truststore.password",
                            broker.password()),
                    "Kafka at 127.0.0.1:" + broker.port() + " shows a certificate that has expired",
                    "renew it");
        }
    }

    @Test
    void shouldSayThatTheRegistrysCertificateHasExpired() throws Exception {
        try (ExpiredCertificate registry = ExpiredCertificate.listen(directory)) {
            assertRefused(
                    1,
                    onStack(Map.of(
                            "schema.registry.url",
                            "https://127.0.0.1:" + registry.port(),
                            "schema.registry.ssl.truststore.location",
                            registry.trustStore().toString(),
                            "schema.registry.ssl.truststore.password",
                            registry.password())),
                    "schema registry at https://127.0.0.1:" + registry.port() + " shows a certificate that has expired",
                    "renew it");
        }
    }

    @Test
    void shouldSayThatWhatAnswersIsNoRegistry() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] page = "<html><body>Welcome</body></html>".getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        try {
            assertRefused(
                    1,
                    onStack(Map.of("schema.registry.url", url)),
                    "what answers at " + url + " is no schema registry",
                    "schema.registry.url");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void shouldSayWhichTopicHasOtherSettingsAndHowToSetThem() throws Exception {
        Map<String, Object> settings = onStack(Map.of());
        String alerts = Topics.ALERTS.name(String.valueOf(settings.get("tocsin.topic.prefix")));
        try (Admin admin = Admin.create(TestStack.installation(Map.of()).kafka())) {
            admin.createTopics(List.of(new NewTopic(alerts, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        }

        assertRefused(1, settings, "topic " + alerts + " has", "kafka-configs --alter");
    }

    /** Runs the pipeline with these settings. */
    private Call assertRefused(int code, Map<String, ?> settings, String... words) throws IOException {
        Properties properties = new Properties();
        properties.putAll(settings);
        Path file = directory.resolve("tocsin.properties");
        try (OutputStream out = Files.newOutputStream(file)) {
            properties.store(out, null);
        }
        Call call = Call.of("run", "--config", file.toString());
        assertThat(call.err().lines())
                .singleElement()
                .asString()
                .startsWith("tocsin run: ")
                .contains(words);
        assertThat(call.exitCode()).isEqualTo(code);
        return call;
    }

    private static Map<String, Object> onStack(Map<String, ?> more) {
        Settings settings = TestStack.installation(more);
        Map<String, Object> all = new HashMap<>(settings.kafka());
        all.put("tocsin.topic.prefix", settings.topicPrefix());
        return all;
    }
}
