package org.tocsin.processor.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tocsin.coder.EventCoder;
import org.tocsin.processor.Settings;
import org.tocsin.processor.merge.MergeStage;
import org.tocsin.processor.verify.Verification;
import org.tocsin.processor.watchlist.Watchlist;
import org.tocsin.schemas.Article;
import org.tocsin.schemas.AvroSerdes;
import org.tocsin.schemas.Incident;

/**
 * The sample feed against what a careful reader takes from it (samples/expected.json). The coder does not reach all of
 * it; the floors here are what it reached when they were set, so that nothing is lost again unnoticed. What is missed is
 * printed.
 */
class SampleFeedTest {
    private static final int FOUND = 24;
    private static final int FALSE_ALARMS = 12;

    private static final Path SAMPLES = Path.of("..", "samples");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final FinalState STATE = new FinalState();
    private static JsonNode expected = JSON.createObjectNode();

    @BeforeAll
    static void replay() throws IOException {
        expected = JSON.readTree(Files.readString(SAMPLES.resolve("expected.json")));
        Settings settings = Settings.of(Map.of(AvroSerdes.REGISTRY_URL, "mock://samples"));
        List<Article> articles = articles();
        try (Replay replay = new Replay(settings, EventCoder.load(), Watchlist.none(), at(articles.get(0)))) {
            STATE.follow(replay);
            articles.forEach(article -> replay.publish(article, at(article)));
            replay.settle();
        }
    }

    @Test
    void shouldFindTheIncidentsOnTheirDayInTheirCountry() {
        List<String> missed = new ArrayList<>();
        for (JsonNode incident : expected.get("incidents")) {
            if (!isFound(incident)) {
                missed.add(incident.get("label").asText());
            }
        }
        System.out.println("sample incidents missed or on another day: " + missed);

        assertThat(expected.get("incidents").size() - missed.size()).isGreaterThanOrEqualTo(FOUND);
    }

    @Test
    void shouldTakeFewArticlesForReportsOfAttacksThatReportNone() {
        Set<String> reporting = new HashSet<>();
        STATE.reports().articles().values().forEach(reporting::addAll);
        List<String> falseAlarms = new ArrayList<>();
        for (JsonNode none : expected.get("noIncident")) {
            String id = none.get("article").asText();
            if (reporting.contains(id)) {
                falseAlarms.add(id);
            }
        }
        System.out.println("sample articles wrongly taken for reports of attacks: " + falseAlarms);

        assertThat(falseAlarms).hasSizeLessThanOrEqualTo(FALSE_ALARMS);
    }

    @Test
    void shouldRaiseTheExpectedAlertsAndNoOther() {
        Set<String> right = new HashSet<>();
        for (JsonNode alert : expected.get("shippedRule").get("alerts")) {
            right.add(alert.get("target").asText() + " " + alert.get("date").asText());
        }
        Set<String> raised = new HashSet<>();
        STATE.raised().values().forEach(a -> raised.add(a.getSubject().getId() + " " + a.getDate()));
        System.out.println("sample alerts raised: " + raised + ", expected: " + right);

        assertThat(raised).isEqualTo(right);
    }

    @Test
    void shouldPublishCountsAndAlertsThatTheIncidentsMake() {
        Settings settings = Settings.of(Map.of(AvroSerdes.REGISTRY_URL, "mock://samples"));
        Verification verification = new Verification(Watchlist.none(), settings.keepDays());
        STATE.reports()
                .standing()
                .forEach(incident ->
                        verification.incident(MergeStage.contributions(settings).apply(incident)));

        assertThat(verification.against(STATE.tallies(), STATE.latestAlerts())).isEmpty();
    }

    private static boolean isFound(JsonNode incident) {
        Set<String> articles = new HashSet<>();
        incident.get("articles").forEach(id -> articles.add(id.asText()));
        Map<String, Set<String>> reports = STATE.reports().articles();
        return STATE.reports().standing().stream()
                .filter(found -> reports.getOrDefault(found.getIncidentId(), Set.of()).stream()
                        .anyMatch(articles::contains))
                .anyMatch(found -> isThere(found, incident));
    }

    private static boolean isThere(Incident found, JsonNode incident) {
        String country = incident.get("place").get("countryCode").asText();
        String earliest = incident.get("date").get("earliest").asText();
        String latest = incident.get("date").get("latest").asText();
        boolean there = found.getPlace()
                .flatMap(place -> place.getCountryCode())
                .filter(country::equals)
                .isPresent();
        boolean then = found.getAttackDate()
                .filter(date -> date.getEarliest().equals(LocalDate.parse(earliest))
                        && date.getLatest().equals(LocalDate.parse(latest)))
                .isPresent();
        return there && then;
    }

    private static List<Article> articles() throws IOException {
        List<Article> articles = new ArrayList<>();
        for (String line : Files.readAllLines(SAMPLES.resolve("articles.jsonl"))) {
            JsonNode node = JSON.readTree(line);
            String published = node.get("publishedAt").asText();
            boolean instant = published.contains("T");
            articles.add(Article.newBuilder()
                    .setId(node.get("id").asText())
                    .setUrl(text(node, "url"))
                    .setSource(text(node, "source"))
                    .setTitle(text(node, "title"))
                    .setBody(node.get("body").asText())
                    .setLanguage(text(node, "language"))
                    .setPublishedAt(instant ? Instant.parse(published) : null)
                    .setPublishedOn(instant ? null : LocalDate.parse(published))
                    .build());
        }
        return articles;
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? null : value.asText();
    }

    private static Instant at(Article article) {
        return article.getPublishedAt()
                .orElseGet(() ->
                        article.getPublishedOn().orElseThrow().atTime(12, 0).toInstant(ZoneOffset.UTC));
    }
}
