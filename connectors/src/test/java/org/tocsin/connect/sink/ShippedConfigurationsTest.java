package org.tocsin.connect.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.connect.ChildWorker;
import org.tocsin.connect.ConnectCluster;
import org.tocsin.connect.feed.FeedServer;
import org.tocsin.connect.feed.Feeds;
import org.tocsin.schemas.Topics;

/**
 * The files of {@code config/} as users have them: on a worker of {@code config/worker.properties} that has the
 * environment variables which README.md names. Only what calls a public service is sent to this machine instead, which
 * then must be allowed. Those for tables are in {@link org.tocsin.connect.row.PostgresTest}.
 */
@ExtendWith(ConnectCluster.class)
class ShippedConfigurationsTest {
    private static final Path CONFIG = Path.of("config");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LOOPBACK = "127.0.0.0/8";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, AutoCloseable> open = new HashMap<>();
    private static Map<String, String> environment = Map.of();

    @TempDir
    private static Path directory;

    private final ConnectCluster cluster = ConnectCluster.get();

    @BeforeAll
    static void start() throws IOException {
        ConnectCluster cluster = ConnectCluster.get();
        cluster.prepare(Topics.DEFAULT_PREFIX);
        open.put("webhook", WebhookServer.answering(call -> 202));
        open.put("slack", WebhookServer.answering(call -> 200));
        environment = Map.of(
                "TOCSIN_CONTACT", "desk@example.org",
                "TOCSIN_WEBHOOK_URL", received("webhook").url(),
                "TOCSIN_WEBHOOK_SECRET", "sign-with-me",
                "TOCSIN_SLACK_URL", received("slack").url(),
                "TOCSIN_PAGERDUTY_KEY", "integration-key");
        open.put(
                "worker",
                ChildWorker.start(directory, ConnectCluster.worker(cluster.client(), "shipped"), environment));
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable each : open.values()) {
            each.close();
        }
    }

    @Test
    void shouldPostCloudEvents() throws IOException {
        post("alerts-cloudevents", shipped("alerts-cloudevents"));

        WebhookServer.Call call = delivered("cloudevents", received("webhook"));

        assertThat(call.json().path("type").asText()).isEqualTo("org.tocsin.alert.raised");
        assertThat(call.signature()).matches("v1,[A-Za-z0-9+/]{43}=");
        thenTheLogHasNoSecret();
        worker().rest().delete("alerts-cloudevents");
    }

    @Test
    void shouldPostSlackMessages() throws IOException {
        post("alerts-slack", with(shipped("alerts-slack"), "http.allowed.addresses", LOOPBACK));

        WebhookServer.Call call = delivered("slack", received("slack"));

        assertThat(call.json().path("text").asText()).contains("US forces in Iraq");
        thenTheLogHasNoSecret();
        worker().rest().delete("alerts-slack");
    }

    @Test
    void shouldTriggerPagerDuty() throws IOException {
        try (WebhookServer pagerDuty = WebhookServer.answering(call -> 202)) {
            JsonNode here = with(shipped("alerts-pagerduty"), "webhook.url", pagerDuty.url());
            post("alerts-pagerduty", with(here, "http.allowed.addresses", LOOPBACK));

            JsonNode event = delivered("pagerduty", pagerDuty).json();

            assertThat(event.path("routing_key").asText()).isEqualTo("integration-key");
            assertThat(event.path("event_action").asText()).isEqualTo("trigger");
            assertThat(event.path("dedup_key").asText()).isEqualTo("pagerduty");
            thenTheLogHasNoSecret();
            worker().rest().delete("alerts-pagerduty");
        }
    }

    @Test
    void shouldFireInAlertmanager() throws IOException {
        Alertmanager.assumeInstalled("shouldFireInAlertmanager");
        int port = Alertmanager.freePort();
        JsonNode shipped = shipped("alerts-alertmanager");
        assertThat(shipped.at("/config/webhook.url").asText()).isEqualTo(Alertmanager.url(9093));
        try (Alertmanager alertmanager = Alertmanager.start(directory, port)) {
            post("alerts-alertmanager", with(shipped, "webhook.url", Alertmanager.url(port)));
            write("alertmanager");

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(alertmanager.firing()).contains("alertmanager/high"));
            worker().rest().delete("alerts-alertmanager");
        }
    }

    @Test
    void shouldPublishArticlesOfFeeds() throws IOException {
        try (FeedServer server = new FeedServer()) {
            post("feeds", feeds(server, "distributed"));

            awaitArticle("On distributed");
            worker().rest().delete("feeds");
        }
    }

    @Test
    void shouldRunOnAStandaloneWorkerToo() throws IOException {
        Path alone = Files.createDirectory(directory.resolve("standalone"));
        Path feeds = alone.resolve("feeds.json");
        try (FeedServer server = new FeedServer()) {
            JSON.writeValue(feeds.toFile(), feeds(server, "standalone"));
            Map<String, String> settings = ConnectCluster.worker(cluster.client(), "alone");
            try (ChildWorker standalone = ChildWorker.standalone(
                    alone, settings, environment, feeds, CONFIG.resolve("alerts-cloudevents.json"))) {
                awaitArticle("On standalone");
                delivered("standalone", received("webhook"));
                // Leaves the consumer group, which a killed member would hold up.
                standalone.rest().delete("alerts-cloudevents");
            }
        }
    }

    private static void thenTheLogHasNoSecret() throws IOException {
        assertThat(Files.readString(directory.resolve("worker.log")))
                .contains("alerts go to the receiver at")
                .doesNotContain("sign-with-me", "integration-key", "secret-path");
    }

    /** Two hosts, so that there are two tasks. */
    private static JsonNode feeds(FeedServer server, String on) throws IOException {
        String path = "/" + on + ".xml";
        server.serve(path, "application/rss+xml", Feeds.rss(Feeds.item(on, "On " + on, "Text.")));
        JsonNode here = with(shipped("feeds"), "feeds", server.url(0, path) + "," + server.url(1, path));
        return with(here, "http.allowed.addresses", LOOPBACK);
    }

    private static JsonNode shipped(String name) throws IOException {
        return JSON.readTree(CONFIG.resolve(name + ".json").toFile());
    }

    private static JsonNode with(JsonNode connector, String setting, String value) {
        ((ObjectNode) connector.path("config")).put(setting, value);
        return connector;
    }

    /** As README.md has it: the whole file to the worker. */
    private static void post(String name, JsonNode connector) {
        var answer = worker().rest().call("POST", "connectors", connector);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        worker().rest().awaitRunning(name);
    }

    private void write(String alertId) {
        new AlertTopic(cluster.client(), Topics.ALERTS.name(Topics.DEFAULT_PREFIX))
                .write(List.of(Alerts.today(alertId)));
    }

    /** Writes an alert, and returns the call that brings it. */
    private WebhookServer.Call delivered(String alertId, WebhookServer receiver) {
        write(alertId);
        Predicate<WebhookServer.Call> brings = call -> call.key().equals(alertId + "-1");
        await().atMost(PATIENCE).until(() -> receiver.calls().stream().anyMatch(brings));
        return receiver.calls().stream().filter(brings).findFirst().orElseThrow();
    }

    private void awaitArticle(String title) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        cluster.read(Topics.ARTICLES.name(Topics.DEFAULT_PREFIX), Topics.ARTICLES).stream()
                                .map(ConsumerRecord::value)
                                .flatMap(article -> article.getTitle().stream()))
                .contains(title));
    }

    private static WebhookServer received(String name) {
        return (WebhookServer) Objects.requireNonNull(open.get(name), name);
    }

    private static ChildWorker worker() {
        return (ChildWorker) Objects.requireNonNull(open.get("worker"), "worker");
    }
}
