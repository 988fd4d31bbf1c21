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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tocsin.coder.EventCoder;
import org.tocsin.processor.ExpectedSamples;
import org.tocsin.processor.Settings;
import org.tocsin.processor.merge.MergeStage;
import org.tocsin.processor.verify.Verification;
import org.tocsin.processor.watchlist.Watchlist;
import org.tocsin.schemas.Article;
import org.tocsin.schemas.AvroSerdes;

/** The sample feed, replayed without Kafka, against what a careful reader takes from it. */
class SampleFeedTest {
    private static final Path SAMPLES = Path.of("..", "samples");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final FinalState STATE = new FinalState();
    private static final ExpectedSamples EXPECTED = ExpectedSamples.read();

    @BeforeAll
    static void replay() throws IOException {
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
        assertThat(EXPECTED.missed(STATE.reports())).hasSizeLessThanOrEqualTo(ExpectedSamples.MISSED);
    }

    @Test
    void shouldTakeFewArticlesForReportsOfAttacksThatReportNone() {
        assertThat(EXPECTED.falseAlarms(STATE.reports())).hasSizeLessThanOrEqualTo(ExpectedSamples.FALSE_ALARMS);
    }

    @Test
    void shouldCountTheIncidentsOfEachSubjectAndDay() {
        assertThat(EXPECTED.wrongCounts(STATE.tallies().values()))
                .hasSizeLessThanOrEqualTo(ExpectedSamples.WRONG_COUNTS);
    }

    @Test
    void shouldRaiseTheExpectedAlertsAndNoOther() {
        assertThat(ExpectedSamples.alerts(STATE.latestAlerts().values())).isEqualTo(EXPECTED.alerts());
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
