package org.tocsin.connect.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.connect.ConnectCluster;
import org.tocsin.processor.OperatorException;
import org.tocsin.processor.stack.ConnectRest;

/** What {@code up --connect DIR} does with its folder. {@link NewsInAlertsOutTest} shows the whole command. */
@ExtendWith(ConnectCluster.class)
class ConnectorFolderTest {
    private final ConnectCluster cluster = ConnectCluster.get();

    @Test
    void shouldRunTheConfigurationsOfAFolderAndNoOthers(@TempDir Path directory)
            throws IOException, InterruptedException {
        AlertTopic topic = AlertTopic.create(cluster.client(), "folder.alerts");
        Path folder = Files.createDirectory(directory.resolve("connect.d"));
        ConnectRest worker = new ConnectRest(cluster.rest().base());
        try (WebhookServer server = WebhookServer.answering(call -> 200)) {
            write(folder.resolve("good.json"), "good", settings(topic, server.url()));
            write(folder.resolve("bad.json"), "bad", settings(topic, "${env:TOCSIN_VARIABLE_THAT_NOBODY_SETS}"));
            topic.write(List.of(Alerts.raised()));

            List<String> said = worker.apply(folder);

            assertThat(said).hasSize(2);
            assertThat(said.get(0))
                    .startsWith("connector bad is refused")
                    .contains("webhook.url: it is no http or https address");
            assertThat(said.get(1)).isEqualTo("connector good runs");
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !server.calls()
                    .isEmpty());
            assertThat(server.calls().get(0).key()).isEqualTo("a-1-1");

            Files.delete(folder.resolve("good.json"));
            write(folder.resolve("other.json"), "other", settings(topic, server.url()));
            assertThat(worker.apply(folder)).hasSize(2).contains("connector other runs");
            assertThat(worker.running()).containsExactly("other");
            cluster.rest().delete("other");
        }
    }

    @Test
    void shouldRefuseAFolderWithoutConfigurations(@TempDir Path empty) {
        assertThatExceptionOfType(OperatorException.class)
                .isThrownBy(() -> ConnectRest.files(empty))
                .withMessageContaining("no *.json in");
        assertThatExceptionOfType(OperatorException.class)
                .isThrownBy(() -> ConnectRest.files(empty.resolve("missing")))
                .withMessageContaining("must be a folder");
    }

    private static Map<String, String> settings(AlertTopic topic, String url) {
        Map<String, String> settings = new HashMap<>();
        settings.put("connector.class", AlertWebhookSinkConnector.class.getName());
        settings.put("topics", topic.name());
        settings.put("consumer.override.isolation.level", "read_committed");
        settings.put("webhook.url", url);
        settings.put("http.allowed.addresses", "127.0.0.0/8");
        return settings;
    }

    private static void write(Path file, String name, Map<String, String> config) throws IOException {
        new ObjectMapper().writeValue(file.toFile(), Map.of("name", name, "config", config));
    }
}
