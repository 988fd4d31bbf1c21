package org.tocsin.connect.sink;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.AlertKind;
import org.tocsin.schemas.SubjectKind;
import org.tocsin.schemas.SurgeLevel;

/**
 * What each receiver is sent, whole: the files beside this test. Run with {@code -Dtocsin.golden.write=true} to write
 * them anew, and read the difference.
 */
class AlertFormatsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/org/tocsin/connect/sink");
    private static final Instant NOW = Instant.parse("2024-03-12T20:00:00Z");
    private static final PagerDutyFormat PAGERDUTY =
            new PagerDutyFormat("routing-key", Map.of("severe", "critical", "high", "error"));

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void shouldWriteCloudEvents() throws IOException {
        assertGolden("cloudevents.json", new CloudEventsFormat("/tocsin/alerts").body(fires(Alerts.raised())));
    }

    @Test
    void shouldWriteSlackMessages() throws IOException {
        assertGolden("slack.json", new SlackFormat().body(fires(Alerts.raised())));
    }

    @Test
    void shouldWritePagerDutyTriggers() throws IOException {
        assertGolden("pagerduty-trigger.json", PAGERDUTY.body(fires(Alerts.raised())));
    }

    @Test
    void shouldWriteAlertmanagerAlerts() throws IOException {
        assertGolden("alertmanager.json", new AlertmanagerFormat().body(fires(Alerts.raised())));
    }

    @Test
    void shouldResolveByTheSameKeyAtPagerDuty() throws JsonProcessingException {
        Alert withdrawn = Alerts.next(Alerts.raised(), AlertKind.WITHDRAWN);

        JsonNode body = PAGERDUTY.body(announcement(withdrawn, true, null));

        assertThat(body)
                .isEqualTo(
                        json.readTree(
                                """
                {"routing_key": "routing-key", "event_action": "resolve", "dedup_key": "a-1"}
                """));
    }

    @Test
    void shouldTakeTheSeverityFromTheLevelAtPagerDuty() {
        Alert severe = Alerts.of("a-1").setLevel("Severe").build();
        Alert unheardOf = Alerts.of("a-1").setLevel("purple").build();

        assertThat(PAGERDUTY.body(fires(severe)).at("/payload/severity").asText())
                .isEqualTo("critical");
        assertThat(PAGERDUTY.body(fires(unheardOf)).at("/payload/severity").asText())
                .isEqualTo("error");
    }

    @Test
    void shouldEndAtOnceAtAlertmanager() {
        Alert closed = Alerts.next(Alerts.raised(), AlertKind.CLOSED);

        JsonNode body = new AlertmanagerFormat().body(announcement(closed, true, "high"));

        assertThat(body).hasSize(1);
        assertThat(body.at("/0/endsAt").asText()).isEqualTo("2024-03-12T19:59:00Z");
    }

    @Test
    void shouldNotEndBeforeTheStartAtAlertmanager() {
        Instant justAfterMidnight = Instant.parse("2024-03-11T21:00:10Z");
        Alert withdrawn = Alerts.next(Alerts.raised(), AlertKind.WITHDRAWN);

        JsonNode body = new AlertmanagerFormat()
                .body(new Announcement(withdrawn, true, Alerts.RECORDED, justAfterMidnight, "high"));

        assertThat(body.at("/0/startsAt").asText()).isEqualTo("2024-03-11T21:00:00Z");
        assertThat(body.at("/0/endsAt").asText()).isEqualTo("2024-03-11T21:00:00.001Z");
    }

    @Test
    void shouldEndTheLevelBeforeWhenAnAlertEscalatesAtAlertmanager() {
        Alert severe = Alert.newBuilder(Alerts.next(Alerts.raised(), AlertKind.ESCALATED))
                .setLevel("severe")
                .build();

        JsonNode body = new AlertmanagerFormat().body(announcement(severe, false, "high"));

        assertThat(body).hasSize(2);
        assertThat(body.at("/0/labels/severity").asText()).isEqualTo("high");
        assertThat(body.at("/0/endsAt").asText()).isEqualTo("2024-03-12T19:59:00Z");
        assertThat(body.at("/1/labels/severity").asText()).isEqualTo("severe");
        assertThat(body.at("/1/endsAt").asText()).isEqualTo(Alerts.CLOSES.toString());
    }

    @Test
    void shouldSayEachKindInOneLine() {
        Alert raised = Alerts.raised();
        Alert late = Alert.newBuilder(Alerts.next(raised, AlertKind.REVISED))
                .setCount(1)
                .setAfterClose(true)
                .build();
        Alert country = Alerts.raised();
        country = Alert.newBuilder(country)
                .setSubject(org.tocsin.schemas.Subject.newBuilder(country.getSubject())
                        .setKind(SubjectKind.COUNTRY)
                        .setName("Iraq")
                        .build())
                .setSurge(new SurgeLevel(0.54, 0.0002, 28))
                .build();

        assertThat(AlertText.headline(raised))
                .isEqualTo("3 attacks on US forces in Iraq on 2024-03-12, more than 2 (high)");
        assertThat(AlertText.headline(Alerts.next(raised, AlertKind.ESCALATED)))
                .isEqualTo("Now high: 3 attacks on US forces in Iraq on 2024-03-12, more than 2");
        assertThat(AlertText.headline(Alerts.next(raised, AlertKind.WITHDRAWN)))
                .isEqualTo("Withdrawn: 3 attacks on US forces in Iraq on 2024-03-12, no longer more than 2");
        assertThat(AlertText.headline(Alerts.next(raised, AlertKind.CLOSED)))
                .isEqualTo("Closed: 3 attacks on US forces in Iraq on 2024-03-12 (high)");
        assertThat(AlertText.headline(late))
                .isEqualTo("Revised: 1 attack on US forces in Iraq on 2024-03-12, more than 2 (high), "
                        + "corrected after the day had closed");
        assertThat(AlertText.headline(country))
                .isEqualTo("3 attacks in Iraq on 2024-03-12, more than 2 where 0.5 were expected (high)");
    }

    private static Announcement fires(Alert alert) {
        return announcement(alert, false, null);
    }

    private static Announcement announcement(Alert alert, boolean ends, @Nullable String levelBefore) {
        return new Announcement(alert, ends, Alerts.RECORDED, NOW, levelBefore);
    }

    private void assertGolden(String name, JsonNode body) throws IOException {
        Path file = GOLDEN.resolve(name);
        String pretty = json.writerWithDefaultPrettyPrinter().writeValueAsString(body) + "\n";
        if (Boolean.getBoolean("tocsin.golden.write")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, pretty);
        }
        assertThat(pretty).isEqualTo(Files.readString(file));
    }
}
