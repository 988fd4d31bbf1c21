package org.tocsin.processor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.processor.HttpSettings;
import org.tocsin.processor.Settings;
import org.tocsin.processor.http.Access;
import org.tocsin.processor.http.HttpServer;
import org.tocsin.processor.stack.OwnBroker;

/** {@code /health/ready} of a real pipeline while what it needs goes and comes back. */
class ReadinessTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path directory;

    @Test
    void shouldNotBeReadyWhileTheRegistryOrTheBrokerIsGone() throws Exception {
        try (RegistryProxy registry = RegistryProxy.start();
                OwnBroker broker = OwnBroker.start(directory);
                Running running = new Running()) {
            Installation installation = Installation.with(Map.of(
                    "schema.registry.url",
                    registry.url(),
                    "bootstrap.servers",
                    broker.bootstrapServers(),
                    HttpSettings.PORT,
                    "0"));
            Settings settings = installation.settings();
            HttpServer http = PipelineHttp.start(
                    settings, Access.of(settings.http(), Map.of()), running.add(installation.start()), running);
            awaitReady(http);

            registry.goDown();

            HttpResponse<String> noRegistry = awaitNotReady(http, "registry");
            assertThat(checks(noRegistry))
                    .isEqualTo(Map.of(
                            "streams",
                            true,
                            "tasks",
                            true,
                            "broker",
                            true,
                            "lag",
                            true,
                            "registry",
                            false,
                            "view",
                            true));
            assertThat(noRegistry.body())
                    .contains("\"NOT_READY\"", "\"name\":\"registry\",\"ok\":false,\"detail\":\"ConnectException\"")
                    .as("health is open to all, so it names no host")
                    .doesNotContain("127.0.0.1");

            registry.comeBack();
            awaitReady(http);
            broker.stop();

            HttpResponse<String> noBroker = awaitNotReady(http, "broker");
            assertThat(checks(noBroker)).containsEntry("registry", true);
            assertThat(noBroker.body()).contains("\"NOT_READY\"").doesNotContain("127.0.0.1");
            assertThat(get(http, "/health/live").statusCode())
                    .as("a restart would not help")
                    .isEqualTo(200);

            broker.comeBack();
            awaitReady(http);
        }
    }

    private void awaitReady(HttpServer http) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            HttpResponse<String> answer = ready(http);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).contains("\"READY\"");
        });
    }

    /** The first answer that says so, and says why. */
    private HttpResponse<String> awaitNotReady(HttpServer http, String check) {
        return await().atMost(PATIENCE)
                .until(
                        () -> ready(http),
                        answer -> answer.statusCode() == 503
                                && Boolean.FALSE.equals(checks(answer).get(check)));
    }

    private HttpResponse<String> ready(HttpServer http) throws IOException, InterruptedException {
        return get(http, "/health/ready");
    }

    private HttpResponse<String> get(HttpServer http, String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(http.url() + path)).build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static Map<String, Boolean> checks(HttpResponse<String> answer) {
        Map<String, Boolean> checks = new TreeMap<>();
        try {
            for (JsonNode check : new ObjectMapper().readTree(answer.body()).path("checks")) {
                checks.put(check.path("name").asText(), check.path("ok").asBoolean());
            }
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + answer.body(), e);
        }
        return checks;
    }
}
