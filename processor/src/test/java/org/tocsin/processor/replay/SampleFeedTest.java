package org.tocsin.processor.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

    private static final EventCoder CODER = EventCoder.load();

    @BeforeAll
    static void replay() {
        List<Article> articles = SampleArticles.all();
        replay(articles, SampleArticles.eventTime(articles.get(0)), STATE);
    }

    private static void replay(List<Article> articles, Instant start, FinalState into) {
        Settings settings = Settings.of(Map.of(AvroSerdes.REGISTRY_URL, "mock://samples"));
        try (Replay replay = new Replay(settings, CODER, Watchlist.none(), start)) {
            into.follow(replay);
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

    /** The days stay open meanwhile: all of it comes at once, as a backlog of several partitions does. */
    @ParameterizedTest
    @MethodSource("orders")
    void shouldRaiseTheSameAlertsInWhateverOrderTheArticlesCome(long seed) {
        List<Article> articles = new ArrayList<>(SampleArticles.all());
        Collections.shuffle(articles, new Random(seed));
        FinalState state = new FinalState();

        replay(articles, Instant.parse("2024-04-01T00:00:00Z"), state);

        assertThat(ExpectedSamples.alerts(state.latestAlerts().values())).isEqualTo(EXPECTED.alerts());
        assertThat(state.tallies())
                .hasEntrySatisfying("TARGET:military.us@iq|2024-03-12", count -> assertThat(count.getCertain())
                        .isEqualTo(4));
    }

    /** Seeds of orders; {@code -Dtocsin.orders=40} tries as many. */
    static LongStream orders() {
        return LongStream.rangeClosed(1, Integer.getInteger("tocsin.orders", 10));
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
