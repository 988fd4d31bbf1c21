package org.tocsin.connect.sink;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tocsin.connect.ConnectCluster;
import org.tocsin.connect.ConnectRest;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.AlertKind;
import org.tocsin.schemas.Subject;

/** The sink on the real worker, from real topics to a real server. */
@ExtendWith(ConnectCluster.class)
class AlertWebhookSinkTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NO_CALL = "none";

    private final ConnectCluster cluster = ConnectCluster.get();
    private String name = "";
    private AlertTopic topic = new AlertTopic(cluster.client(), "");

    @BeforeEach
    void createTopic(TestInfo test) {
        name = test.getTestMethod().orElseThrow().getName();
        topic = AlertTopic.create(cluster.client(), "sink." + name);
    }

    @AfterEach
    void deleteConnector() {
        cluster.rest().delete(name);
    }

    @Test
    void shouldDeliverEachAlertInOrderThroughAServerThatFailsOneCallInThree() throws IOException {
        List<Alert> alerts = revisions(12, 5);
        // It takes the call and then fails, as servers do that die before they answer.
        try (WebhookServer server = WebhookServer.answering(call -> call.number() % 3 == 2 ? 503 : 202)) {
            topic.write(alerts);

            cluster.rest().run(name, settings(server, Map.of("tasks.max", "2")));

            Set<String> all = alerts.stream().map(Announcement::idempotencyKey).collect(toSet());
            Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(taken(server))
                    .containsAll(all));
            Map<String, List<Integer>> received = taken(server).stream()
                    .collect(groupingBy(
                            key -> key.substring(0, key.lastIndexOf('-')),
                            mapping(key -> Integer.valueOf(key.substring(key.lastIndexOf('-') + 1)), toList())));
            assertThat(received).hasSize(12);
            assertThat(received.values())
                    .as("first receipts of each alert's revisions, in order")
                    .allSatisfy(revisions -> assertThat(revisions).containsExactly(1, 2, 3, 4, 5));
            Map<String, Set<String>> bodies = server.calls().stream()
                    .collect(groupingBy(WebhookServer.Call::key, mapping(WebhookServer.Call::body, toSet())));
            assertThat(bodies).hasSize(60);
            assertThat(bodies.values()).as("repetitions are the same").allSatisfy(same -> assertThat(same)
                    .hasSize(1));
            assertThat(server.calls().size()).as("repetitions happened").isGreaterThan(60);
        }
    }

    @Test
    void shouldSendWhatTheReceiverNeedsToTrustIt() throws IOException {
        try (WebhookServer server = WebhookServer.answering(call -> 200)) {
            topic.write(List.of(Alerts.raised()));
            Map<String, String> secrets =
                    Map.of("webhook.authorization", "Bearer let-me-in", "webhook.secret", "sign-with-me");

            cluster.rest().run(name, settings(server, secrets));

            Awaitility.await().atMost(PATIENCE).until(() -> server.calls().size() == 1);
            WebhookServer.Call call = server.calls().get(0);
            assertThat(call.key()).isEqualTo("a-1-1");
            assertThat(call.authorization()).isEqualTo("Bearer let-me-in");
            assertThat(call.signature()).matches("v1,[A-Za-z0-9+/]{43}=");
            assertThat(call.contentType()).isEqualTo("application/cloudevents+json; charset=UTF-8");
            // Through the registry, the converter and back: nothing of the alert is lost.
            JsonNode data = call.json().path("data");
            assertThat(data).hasToString(AlertJson.of(Alerts.raised()).toString());
        }
    }

    @Test
    void shouldPassOverWhatAPurgeDeletes() throws IOException {
        try (WebhookServer server = WebhookServer.answering(call -> 200)) {
            Alert old = Alerts.of("old").build();
            topic.write(List.of(old));
            topic.purge(old);
            topic.write(List.of(Alerts.of("new").build()));

            cluster.rest().run(name, settings(server, Map.of()));

            Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(taken(server))
                    .containsExactly("old-1", "new-1"));
        }
    }

    @Test
    void shouldSendTheDeadLettersWhatTheReceiverRefusesAndGoOn() throws Exception {
        Alert refused = Alerts.of("refused").build();
        Alert taken = Alerts.of("taken").build();
        try (WebhookServer server = WebhookServer.answering(call -> call.key().startsWith("refused") ? 422 : 200)) {
            topic.writeRubbish("rubbish");
            topic.write(List.of(refused, taken));

            cluster.rest().run(name, settings(server, Map.of("webhook.secret", "sign-with-me")));

            Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(taken(server))
                    .containsExactly("refused-1", "taken-1"));
            List<ConsumerRecord<String, byte[]>> dead = deadLetters(2);
            assertThat(dead.stream().map(ConsumerRecord::key)).containsExactlyInAnyOrder("rubbish", "refused");
            ConsumerRecord<String, byte[]> letter = dead.stream()
                    .filter(record -> record.key().equals("refused"))
                    .findFirst()
                    .orElseThrow();
            assertThat(header(letter, "__connect.errors.exception.message"))
                    .isEqualTo("alert refused-1: the receiver answered 422, which no repetition mends");
            for (Header header : letter.headers()) {
                assertThat(new String(header.value(), StandardCharsets.UTF_8))
                        .doesNotContain("secret-path")
                        .doesNotContain("sign-with-me");
            }
        }
    }

    @Test
    void shouldGiveUpAfterTheLastAttempt() throws IOException {
        try (WebhookServer server = WebhookServer.answering(call -> 500)) {
            topic.write(List.of(Alerts.raised()));

            cluster.rest().run(name, settings(server, Map.of("retry.max.attempts", "3")));

            assertThat(deadLetters(1)).hasSize(1);
            assertThat(server.calls()).hasSize(3);
        }
    }

    @Test
    void shouldRefuseToCallItsOwnNetwork() throws IOException {
        try (WebhookServer server = WebhookServer.answering(call -> 200)) {
            topic.write(List.of(Alerts.raised()));

            cluster.rest().run(name, settings(server, Map.of("http.allowed.addresses", "")));

            assertThat(header(deadLetters(1).get(0), "__connect.errors.exception.message"))
                    .contains("REFUSED_ADDRESS")
                    .doesNotContain("127.0.0.1");
            assertThat(server.calls()).isEmpty();
        }
    }

    @Test
    void shouldNotSendWhatWasNeverCommitted() throws IOException {
        try (WebhookServer server = WebhookServer.answering(call -> 200)) {
            topic.writeAndAbort(List.of(Alerts.of("aborted").build()));
            topic.write(List.of(Alerts.of("committed").build()));

            cluster.rest().run(name, settings(server, Map.of()));

            Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(taken(server))
                    .containsExactly("committed-1"));
        }
    }

    @Test
    void shouldGoOnWhereItStoppedAfterARestart() throws IOException {
        Alert first = Alerts.raised();
        try (WebhookServer server = WebhookServer.answering(call -> 200)) {
            topic.write(List.of(first));
            cluster.rest().run(name, settings(server, Map.of()));
            Awaitility.await().atMost(PATIENCE).until(() -> server.calls().size() == 1);

            cluster.rest().delete(name);
            topic.write(List.of(Alerts.next(first, AlertKind.ESCALATED)));
            cluster.rest().run(name, settings(server, Map.of()));

            Awaitility.await().atMost(PATIENCE).until(() -> server.calls().size() >= 2);
            assertThat(server.calls().stream().map(WebhookServer.Call::key)).containsExactly("a-1-1", "a-1-2");
        }
    }

    @Test
    void shouldSayWhichSettingsAreWrong() {
        Map<String, String> wrong = new HashMap<>();
        wrong.put("connector.class", AlertWebhookSinkConnector.class.getName());
        wrong.put("name", name);
        wrong.put("topics", topic.name());
        wrong.put("webhook.format", "telegram");
        wrong.put("webhook.url", "ftp://user:hush@host/");
        wrong.put("filter.kinds", "RAISED,SHOUTED");
        wrong.put("pagerduty.severities", "high:terrible");

        JsonNode answer = ConnectRest.json(cluster.rest()
                .call(
                        "PUT",
                        "connector-plugins/" + AlertWebhookSinkConnector.class.getName() + "/config/validate",
                        wrong));

        assertThat(errors(answer, "webhook.format")).contains("telegram");
        assertThat(errors(answer, "webhook.url"))
                .contains("no http or https address")
                .doesNotContain("hush");
        assertThat(errors(answer, "filter.kinds")).contains("accepted are RAISED");
        assertThat(errors(answer, "pagerduty.severities")).contains("LEVEL:SEVERITY");
        assertThat(errors(answer, "consumer.override.isolation.level")).contains("Missing required configuration");
        assertThat(errors(answer, "webhook.secret")).isEqualTo(NO_CALL);
    }

    @Test
    void shouldAskForWhatTheFormatNeeds() {
        Map<String, String> pagerDuty = new HashMap<>(base());
        pagerDuty.put("name", name);
        pagerDuty.put("webhook.format", "pagerduty");
        pagerDuty.remove("webhook.url");

        JsonNode answer = ConnectRest.json(cluster.rest()
                .call(
                        "PUT",
                        "connector-plugins/" + AlertWebhookSinkConnector.class.getName() + "/config/validate",
                        pagerDuty));

        assertThat(errors(answer, "pagerduty.routing.key")).contains("integration key");
        assertThat(errors(answer, "webhook.url")).isEqualTo(NO_CALL);
        assertThat(answer.path("error_count").asInt()).isEqualTo(1);
    }

    private static String errors(JsonNode validation, String setting) {
        for (JsonNode config : validation.path("configs")) {
            if (config.at("/value/name").asText().equals(setting)
                    && !config.at("/value/errors").isEmpty()) {
                return config.at("/value/errors").toString();
            }
        }
        return NO_CALL;
    }

    /** Revisions of as many alerts, each of another subject, interleaved. */
    private static List<Alert> revisions(int alerts, int each) {
        List<Alert> latest = new ArrayList<>();
        for (int i = 0; i < alerts; i++) {
            Alert alert = Alerts.of("alert" + i).build();
            Subject own =
                    Subject.newBuilder(alert.getSubject()).setId("subject" + i).build();
            latest.add(Alert.newBuilder(alert).setSubject(own).build());
        }
        List<Alert> all = new ArrayList<>(latest);
        for (int revision = 2; revision <= each; revision++) {
            latest.replaceAll(alert -> Alerts.next(alert, AlertKind.REVISED));
            all.addAll(latest);
        }
        return all;
    }

    private Map<String, String> base() {
        Map<String, String> settings = new HashMap<>();
        settings.put("connector.class", AlertWebhookSinkConnector.class.getName());
        settings.put("tasks.max", "1");
        settings.put("topics", topic.name());
        settings.put("consumer.override.isolation.level", "read_committed");
        settings.put("errors.tolerance", "all");
        settings.put("errors.deadletterqueue.topic.name", topic.name() + ".dead");
        settings.put("errors.deadletterqueue.topic.replication.factor", "1");
        settings.put("errors.deadletterqueue.context.headers.enable", "true");
        return settings;
    }

    private Map<String, String> settings(WebhookServer server, Map<String, String> more) {
        Map<String, String> settings = base();
        settings.put("webhook.url", server.url());
        settings.put("retry.backoff.ms", "10");
        settings.put("http.allowed.addresses", "127.0.0.0/8");
        settings.putAll(more);
        return settings;
    }

    /** Keys in the order of their first receipt. */
    private static Set<String> taken(WebhookServer server) {
        return server.calls().stream()
                .map(WebhookServer.Call::key)
                .collect(java.util.stream.Collectors.toCollection(LinkedHashSet::new));
    }

    private List<ConsumerRecord<String, byte[]>> deadLetters(int expected) {
        Map<String, Object> consumer =
                new HashMap<>(Map.of("bootstrap.servers", cluster.client().getProperty("bootstrap.servers")));
        TopicPartition partition = new TopicPartition(topic.name() + ".dead", 0);
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> reader =
                new KafkaConsumer<>(consumer, new StringDeserializer(), new ByteArrayDeserializer())) {
            reader.assign(List.of(partition));
            reader.seekToBeginning(List.of(partition));
            Awaitility.await().atMost(PATIENCE).until(() -> {
                reader.poll(Duration.ofMillis(200)).forEach(records::add);
                return records.size() >= expected;
            });
        }
        return records;
    }

    private static String header(ConsumerRecord<String, byte[]> record, String key) {
        return new String(record.headers().lastHeader(key).value(), StandardCharsets.UTF_8);
    }
}
