package org.tocsin.processor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.coder.EventCoder;
import org.tocsin.processor.PipelineApp;
import org.tocsin.processor.SampleArticles;
import org.tocsin.processor.Settings;
import org.tocsin.processor.replay.FinalState;
import org.tocsin.processor.replay.Replay;
import org.tocsin.processor.tally.SubjectKeys;
import org.tocsin.processor.watchlist.Watchlist;
import org.tocsin.schemas.Article;
import org.tocsin.schemas.DailyTally;
import org.tocsin.schemas.Origin;
import org.tocsin.schemas.ReportRef;
import org.tocsin.schemas.Topics;

/** On a real broker with one partition the sample feed gives what {@code replay} gives, and {@code verify} agrees. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LiveAndReplayTest {
    private static final Duration SETTLED = Duration.ofMinutes(1);

    @TempDir
    static Path directory;

    private static Installation installation;

    @BeforeAll
    static void run() throws InterruptedException {
        installation = Installation.inOneOrder();
        try (PipelineApp app = installation.start()) {
            installation.publish(SampleArticles.lines().toArray(String[]::new));
            installation.awaitProcessed();
            Standing expected = replayed(installation.settings());
            // Days close a second after the last marks have passed.
            await().atMost(SETTLED)
                    .untilAsserted(
                            () -> assertThat(Standing.of(installation).counts()).isEqualTo(expected.counts()));
            assertThat(app.fault()).isEmpty();
        }
    }

    @Test
    @Order(1)
    void shouldGiveTheIncidentsCountsAndAlertsOfTheReplay() {
        Standing expected = replayed(installation.settings());
        Standing live = Standing.of(installation);

        assertThat(live.incidents()).isNotEmpty().isEqualTo(expected.incidents());
        assertThat(live.counts()).isNotEmpty().isEqualTo(expected.counts());
        assertThat(live.alerts()).isNotEmpty().isEqualTo(expected.alerts());
    }

    @Test
    @Order(1)
    void shouldLeadFromEveryAlertToTheRecordsOfItsArticles() {
        List<ReportRef> evidence = installation.read(Topics.ALERTS).stream()
                .flatMap(alert -> alert.getIncidents().stream())
                .flatMap(incident -> incident.getEvidence().stream())
                .distinct()
                .toList();
        assertThat(evidence).isNotEmpty();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                installation.settings().kafka(), new StringDeserializer(), new ByteArrayDeserializer())) {
            assertThat(evidence).allSatisfy(ref -> assertThat(keyAt(consumer, ref.getOrigin()))
                    .isEqualTo(ref.getArticleId()));
        }
    }

    /** Articles are keyed by their id. */
    private static String keyAt(KafkaConsumer<String, byte[]> consumer, Origin origin) {
        TopicPartition partition = new TopicPartition(origin.getTopic(), origin.getPartition());
        consumer.assign(List.of(partition));
        consumer.seek(partition, origin.getOffset());
        return consumer.poll(SETTLED).iterator().next().key();
    }

    @Test
    @Order(2)
    void shouldVerifyWhatThePipelinePublished() throws Exception {
        Call call = verify();

        assertThat(call.out()).contains("no disagreement").contains(" 0 left out as changing");
        assertThat(call.exitCode()).isZero();
    }

    @Test
    @Order(3)
    void shouldFindAndNameACorruptedCount() throws Exception {
        DailyTally count = installation.read(Topics.DAILY_COUNTS).get(0);
        String day = SubjectKeys.dayKey(count.getSubject(), count.getDate());
        installation.forge(
                Topics.DAILY_COUNTS,
                day,
                DailyTally.newBuilder(count).setCertain(count.getCertain() + 7).build());

        Call call = verify();

        assertThat(call.out()).contains(day + ": certain: published " + (count.getCertain() + 7));
        assertThat(call.exitCode()).isEqualTo(1);
    }

    private static Call verify() throws Exception {
        return Call.of("verify", "--config", Call.configFile(directory, installation.settings()));
    }

    private static Standing replayed(Settings settings) {
        FinalState state = new FinalState();
        List<Article> articles = SampleArticles.all();
        try (Replay replay =
                new Replay(settings, EventCoder.load(), Watchlist.none(), SampleArticles.eventTime(articles.get(0)))) {
            state.follow(replay);
            articles.forEach(article -> replay.publish(article, SampleArticles.eventTime(article)));
            replay.settle();
        }
        return Standing.of(state);
    }
}
