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
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tocsin.processor.HttpSettings;
import org.tocsin.processor.Settings;
import org.tocsin.processor.http.Access;
import org.tocsin.processor.http.HttpServer;

/** {@code /health/ready} of a real pipeline while what it needs goes and comes back. */
class ReadinessTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void shouldNotBeReadyWhileTheRegistryIsGone() throws Exception {
        try (RegistryProxy registry = RegistryProxy.start();
                Running running = new Running()) {
            Installation installation =
                    Installation.with(Map.of("schema.registry.url", registry.url(), HttpSettings.PORT, "0"));
            Settings settings = installation.settings();
            HttpServer http = PipelineHttp.start(
                    settings, Access.of(settings.http(), Map.of()), running.add(installation.start()), running);
            awaitReady(http);

            registry.goDown();

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(ready(http).statusCode()).isEqualTo(503));
            HttpResponse<String> gone = ready(http);
            assertThat(checks(gone))
                    .isEqualTo(Map.of("streams", true, "tasks", true, "lag", true, "registry", false, "view", true));
            assertThat(gone.body())
                    .contains("\"NOT_READY\"", "\"name\":\"registry\",\"ok\":false,\"detail\":\"ConnectException\"")
                    .as("health is open to all, so it names no host")
                    .doesNotContain("127.0.0.1");

            registry.comeBack();

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

    private HttpResponse<String> ready(HttpServer http) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(http.url() + "/health/ready")).build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static Map<String, Boolean> checks(HttpResponse<String> answer) throws IOException {
        Map<String, Boolean> checks = new TreeMap<>();
        for (JsonNode check : new ObjectMapper().readTree(answer.body()).path("checks")) {
            checks.put(check.path("name").asText(), check.path("ok").asBoolean());
        }
        return checks;
    }
}
