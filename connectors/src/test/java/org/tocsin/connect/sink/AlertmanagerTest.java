package org.tocsin.connect.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.connect.ConnectCluster;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.AlertKind;

/** The sink on the real worker against the real Alertmanager. */
@ExtendWith(ConnectCluster.class)
class AlertmanagerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Long enough for Alertmanager to end an alert by itself, and for firing alerts to be sent again. */
    private static final Duration TWICE_RESOLVE_TIMEOUT = Alertmanager.RESOLVE_TIMEOUT.multipliedBy(2);

    private static final String INTERVAL = "300";

    private final ConnectCluster cluster = ConnectCluster.get();
    private final int port = Alertmanager.freePort();
    private String name = "";

    @BeforeEach
    void needAlertmanager(TestInfo test) {
        name = test.getTestMethod().orElseThrow().getName();
        Alertmanager.assumeInstalled(name);
    }

    @AfterEach
    void deleteConnector() {
        cluster.rest().delete(name);
    }

    @Test
    void shouldKeepAnAlertFiringUntilItEnds(@TempDir Path directory) throws IOException {
        AlertTopic topic = AlertTopic.create(cluster.client(), "alertmanager." + name);
        Alert raised = Alerts.today("a");
        try (Alertmanager alertmanager = Alertmanager.start(directory, port)) {
            cluster.rest().run(name, settings(topic));
            topic.write(List.of(raised, Alerts.today("b")));
            awaitFiring(alertmanager, "a/high", "b/high");
            stillFiring(alertmanager, "a/high", "b/high");

            Alert severe = Alert.newBuilder(Alerts.next(raised, AlertKind.ESCALATED))
                    .setLevel("severe")
                    .build();
            topic.write(List.of(severe));
            awaitFiring(alertmanager, "a/severe", "b/high");

            topic.write(List.of(Alerts.next(severe, AlertKind.WITHDRAWN)));
            awaitFiring(alertmanager, "b/high");
            topic.write(List.of(Alerts.next(Alerts.today("b"), AlertKind.CLOSED)));
            awaitFiring(alertmanager);
            stillFiring(alertmanager);
        }
    }

    @Test
    void shouldTellAnAlertmanagerThatForgot(@TempDir Path directory) throws IOException {
        AlertTopic topic = AlertTopic.create(cluster.client(), "alertmanager." + name);
        cluster.rest().run(name, settings(topic));
        try (Alertmanager alertmanager = Alertmanager.start(directory, port)) {
            topic.write(List.of(Alerts.today("a")));
            awaitFiring(alertmanager, "a/high");
        }
        try (Alertmanager afresh = Alertmanager.start(directory, port)) {
            awaitFiring(afresh, "a/high");
        }
    }

    @Test
    void shouldKnowWhatFiresAfterARestart(@TempDir Path directory) throws IOException {
        AlertTopic topic = AlertTopic.create(cluster.client(), "alertmanager." + name);
        Alert over = Alerts.today("over");
        try (Alertmanager alertmanager = Alertmanager.start(directory, port)) {
            cluster.rest().run(name, settings(topic));
            topic.write(List.of(Alerts.today("a"), over, Alerts.next(over, AlertKind.WITHDRAWN), Alerts.today("b")));
            awaitFiring(alertmanager, "a/high", "b/high");
            cluster.rest().delete(name);
        }
        try (Alertmanager afresh = Alertmanager.start(directory, port)) {
            // Written while nobody listened: this ends what was told before the restart.
            topic.write(List.of(Alerts.next(Alerts.today("b"), AlertKind.WITHDRAWN)));
            cluster.rest().run(name, settings(topic));

            awaitFiring(afresh, "a/high");
            stillFiring(afresh, "a/high");
        }
    }

    private static void awaitFiring(Alertmanager alertmanager, String... alerts) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(alertmanager.firing())
                .isEqualTo(Set.of(alerts)));
    }

    private static void stillFiring(Alertmanager alertmanager, String... alerts) {
        Awaitility.await()
                .during(TWICE_RESOLVE_TIMEOUT.plusMillis(500))
                .atMost(PATIENCE)
                .until(() -> alertmanager.firing().equals(Set.of(alerts)));
    }

    private Map<String, String> settings(AlertTopic topic) {
        return Map.of(
                "connector.class", AlertWebhookSinkConnector.class.getName(),
                "tasks.max", "1",
                "topics", topic.name(),
                "consumer.override.isolation.level", "read_committed",
                "webhook.format", "alertmanager",
                "webhook.url", Alertmanager.url(port),
                "http.allowed.addresses", "127.0.0.0/8",
                "alertmanager.resend.interval.ms", INTERVAL,
                "retry.backoff.ms", "50");
    }
}
