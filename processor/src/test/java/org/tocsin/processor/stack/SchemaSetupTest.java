package org.tocsin.processor.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tocsin.processor.OperatorException;
import org.tocsin.processor.Settings;
import org.tocsin.schemas.AvroSerdes;
import org.tocsin.schemas.Topics;

class SchemaSetupTest {
    @Test
    void shouldRegisterEveryTopicsSchema() throws Exception {
        Settings settings = TestStack.installation(Map.of());

        new SchemaSetup(settings).run();

        String subjects = get(settings.kafka().get(AvroSerdes.REGISTRY_URL) + "/subjects");
        Topics.ALL.forEach(t -> assertThat(subjects).contains("\"" + t.name(settings.topicPrefix()) + "-value\""));
    }

    @Test
    void shouldRefuseASchemaThatReadersCannotFollow() throws Exception {
        Settings settings = TestStack.installation(Map.of());
        String subject = Topics.TARGETS.name(settings.topicPrefix()) + "-value";
        String other =
                "{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"Target\\\",\\\"namespace\\\":\\\"org.tocsin.schemas\\\","
                        + "\\\"fields\\\":[{\\\"name\\\":\\\"id\\\",\\\"type\\\":\\\"int\\\"}]}";
        post(
                settings.kafka().get(AvroSerdes.REGISTRY_URL) + "/subjects/" + subject + "/versions",
                "{\"schema\":\"" + other + "\"}");

        assertThatThrownBy(() -> new SchemaSetup(settings).run())
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("refuses the schema of " + subject);
    }

    @Test
    void shouldTryADeadRegistryAgainAndThenSayWhich() {
        Settings settings =
                Settings.of(Map.of(AvroSerdes.REGISTRY_URL, "http://127.0.0.1:1", "tocsin.registry.patience", "600ms"));
        long began = System.nanoTime();
        assertThatThrownBy(() -> new SchemaSetup(settings).run())
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("http://127.0.0.1:1 does not answer");
        assertThat(System.nanoTime() - began).isGreaterThan(600_000_000L);
    }

    @Test
    void shouldSayThatAWebPageIsNoRegistry() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] page = "<html><body>Welcome</body></html>".getBytes(UTF_8);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
        try {
            Settings settings = Settings.of(Map.of(
                    AvroSerdes.REGISTRY_URL,
                    "http://127.0.0.1:" + server.getAddress().getPort()));
            assertThatThrownBy(() -> new SchemaSetup(settings).run())
                    .isInstanceOf(OperatorException.class)
                    .hasMessageContaining("is no schema registry");
        } finally {
            server.stop(0);
        }
    }

    private static String get(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
    }

    private static void post(String url, String json) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);
    }
}
