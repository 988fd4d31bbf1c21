package org.tocsin.processor.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.tocsin.processor.PipelineApp;
import org.tocsin.processor.cli.Scrape.Family;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.AlertKind;
import org.tocsin.schemas.DeadLetter;
import org.tocsin.schemas.DeadLetterReason;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.Topic;
import org.tocsin.schemas.Topics;

/** What a pipeline that has done some work tells of it, against its topics and against the document. */
class MetricsTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "metrics.md");
    private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\| (\\w+) \\| ([^|]*) \\|.*");
    private static final Pattern LABEL = Pattern.compile("`(\\w+)`");

    private final Installation installation = Installation.with(Map.of());

    @Test
    void shouldCountWhatIsCommittedAndTellAllThatTheDocumentSays() throws Exception {
        try (PipelineApp app = installation.start()) {
            installation.publish(sampleArticles());
            installation.publish(hourlyBulletins());
            installation.publish("{\"id\":\"empty\",\"body\":\"<br/>\"}");
            installation.publishRaw("not-avro", "this is not Avro".getBytes(StandardCharsets.UTF_8));
            installation.awaitProcessed();
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                Scrape now = Scrape.of(app.metrics().scrape());
                assertThat(now.sum("tocsin_feed_patience_seconds", "Hourly")).isPositive();
                assertThat(now.sum("tocsin_lag_records", "")).isZero();
                assertThat(now.sum("tocsin_merge_index_incidents", "")).isPositive();
            });
            String text = app.metrics().scrape();

            assertCounts(Scrape.of(text));
            assertDocumented(Scrape.of(text).families());
        }
    }

    private void assertCounts(Scrape scrape) throws IOException {
        int articles = sampleArticles().length + hourlyBulletins().length + 1;
        assertThat(scrape.sum("tocsin_articles_total", "")).isEqualTo(articles);
        assertThat(scrape.sum("tocsin_verdicts_total", "")).isEqualTo(articles);
        assertThat(scrape.sum("tocsin_coding_seconds_count", ""))
                .isEqualTo(articles - scrape.sum("tocsin_verdicts_total", "unchanged"));

        List<Incident> incidents = all(Topics.INCIDENTS);
        assertThat(scrape.sum("tocsin_incidents_total", "")).isEqualTo(incidents.size());
        assertThat(scrape.sum("tocsin_incidents_total", "new"))
                .isEqualTo(incidents.stream()
                        .filter(incident -> incident.getRevision() == 1)
                        .toList()
                        .size());
        List<Alert> alerts = all(Topics.ALERTS);
        for (AlertKind kind : AlertKind.values()) {
            assertThat(scrape.sum("tocsin_alerts_total", "\"" + kind.name().toLowerCase(Locale.ROOT) + "\""))
                    .as(kind.name())
                    .isEqualTo(alerts.stream()
                            .filter(alert -> alert.getKind() == kind)
                            .toList()
                            .size());
        }
        assertThat(scrape.sum("tocsin_publish_to_alert_seconds_count", "")).isPositive();
        assertThat(scrape.sum("tocsin_publish_to_alert_seconds_sum", ""))
                .as("of articles of years ago")
                .isLessThan(600 * scrape.sum("tocsin_publish_to_alert_seconds_count", ""));
        List<DeadLetter> letters = all(Topics.DEAD_LETTERS);
        assertThat(scrape.sum("tocsin_dead_letters_total", "")).isEqualTo(letters.size());
        assertThat(letters)
                .extracting(DeadLetter::getReason)
                .contains(DeadLetterReason.EMPTY, DeadLetterReason.UNREADABLE);
        assertThat(scrape.sum("tocsin_dead_letters_total", "unreadable")).isEqualTo(1);
    }

    /** Every metric is a row of the document with its type and labels, and every row is a metric. */
    private static void assertDocumented(Map<String, Family> told) throws IOException {
        Map<String, Family> documented = new TreeMap<>();
        for (String line : Files.readAllLines(DOCUMENT)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                TreeSet<String> labels = new TreeSet<>();
                Matcher label = LABEL.matcher(row.group(3));
                while (label.find()) {
                    labels.add(label.group(1));
                }
                documented.put(row.group(1), new Family(row.group(2), labels));
            }
        }
        assertThat(lines(documented)).isEqualTo(lines(told));
    }

    private static String lines(Map<String, Family> families) {
        StringBuilder lines = new StringBuilder();
        families.forEach((name, family) -> lines.append(name + " " + family.type() + " " + family.labels() + "\n"));
        return lines.toString();
    }

    private <T extends SpecificRecord> List<T> all(Topic<T> topic) {
        return installation.read(topic);
    }

    private static String[] sampleArticles() throws IOException {
        try (InputStream samples = requireNonNull(MetricsTest.class.getResourceAsStream("/samples/articles.jsonl"))) {
            return new String(samples.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toArray(String[]::new);
        }
    }

    /** Enough of one publisher to make it a usual one. */
    private static String[] hourlyBulletins() {
        Instant noon = Instant.parse("2024-03-12T12:00:00Z");
        return IntStream.range(0, 12)
                .mapToObj(hour ->
                        """
                        {"id":"hourly-%d","source":"Hourly","title":"Weather at hour %d","publishedAt":"%s",\
                        "body":"The weather bureau expects rain in the north and sun in the south of the country."}"""
                                .formatted(hour, hour, noon.plus(Duration.ofHours(hour))))
                .toArray(String[]::new);
    }
}
