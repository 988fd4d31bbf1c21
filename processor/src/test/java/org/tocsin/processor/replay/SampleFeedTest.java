package org.tocsin.processor.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tocsin.coder.EventCoder;
import org.tocsin.processor.ExpectedSamples;
import org.tocsin.processor.SampleArticles;
import org.tocsin.processor.Settings;
import org.tocsin.processor.merge.MergeStage;
import org.tocsin.processor.verify.Verification;
import org.tocsin.processor.watchlist.Watchlist;
import org.tocsin.schemas.Article;
import org.tocsin.schemas.AvroSerdes;

/** The sample feed, replayed without Kafka, against what a careful reader takes from it. */
class SampleFeedTest {
    private static final FinalState STATE = new FinalState();
    private static final ExpectedSamples EXPECTED = ExpectedSamples.read();

    @BeforeAll
    static void replay() {
        Settings settings = Settings.of(Map.of(AvroSerdes.REGISTRY_URL, "mock://samples"));
        List<Article> articles = SampleArticles.all();
        Instant start = SampleArticles.eventTime(articles.get(0));
        try (Replay replay = new Replay(settings, EventCoder.load(), Watchlist.none(), start)) {
            STATE.follow(replay);
            articles.forEach(article -> replay.publish(article, SampleArticles.eventTime(article)));
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
        Verification verification = new Verification(
                Watchlist.none(), new Verification.Terms(settings.keepDays(), settings.grace(), Optional.empty()));
        STATE.reports()
                .standing()
                .forEach(incident -> verification.incident(
                        incident, MergeStage.contributions(settings).apply(incident)));

        assertThat(verification.against(STATE.tallies(), STATE.latestAlerts()).disagreements())
                .isEmpty();
    }
}
