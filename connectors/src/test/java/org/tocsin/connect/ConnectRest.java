package org.tocsin.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * The REST interface of a worker.
 *
 * @param base where it listens
 */
public record ConnectRest(URI base) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Creates or changes a connector and waits until it and its tasks run. */
    public void run(String name, Map<String, String> config) {
        HttpResponse<String> response = call("PUT", "connectors/" + name + "/config", config);
        assertThat(response.statusCode()).as(response.body()).isIn(200, 201);
        awaitRunning(name);
    }

    /** Waits until a connector and its tasks run. */
    public void awaitRunning(String name) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode status = status(name);
            assertThat(status.at("/connector/state").asText())
                    .as(status.toString())
                    .isEqualTo("RUNNING");
            assertThat(status.path("tasks")).as(status.toString()).isNotEmpty();
            status.path("tasks").forEach(task -> assertThat(task.path("state").asText())
                    .as(status.toString())
                    .isEqualTo("RUNNING"));
        });
    }

    /** Status as Connect tells it. */
    public JsonNode status(String name) {
        return json(call("GET", "connectors/" + name + "/status", null));
    }

    /** Deletes a connector. */
    public void delete(String name) {
        call("DELETE", "connectors/" + name, null);
    }

    /** Calls the REST interface. */
    public HttpResponse<String> call(String method, String path, @Nullable Object body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(base.resolve("/" + path))
                    .header("Content-Type", "application/json")
                    .timeout(PATIENCE)
                    .method(
                            method,
                            body == null
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build();
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A body as JSON. */
    public static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(response.body(), e);
        }
    }
}
