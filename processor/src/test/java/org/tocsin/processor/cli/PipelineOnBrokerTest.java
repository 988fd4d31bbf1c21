package org.tocsin.processor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tocsin.processor.PipelineApp;
import org.tocsin.schemas.DeadLetter;
import org.tocsin.schemas.DeadLetterReason;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.ReportRef;
import org.tocsin.schemas.Topics;

/** What only a real broker and a real registry show. */
class PipelineOnBrokerTest {
    private static final int UNKNOWN_SCHEMA = 987_654;

    @Test
    void shouldPassArticlesOfAWrongClockWithoutHarm() throws Exception {
        Installation installation = Installation.with(Map.of());
        Instant now = Instant.now();
        try (PipelineApp app = installation.start()) {
            installation.publish(
                    bombing("today", "Mosul", now),
                    bombing("in-23-hours", "Kirkuk", now.plus(Duration.ofHours(23))),
                    bombing("in-2099", "Basra", Instant.parse("2099-01-01T12:00:00Z")),
                    bombing("long-ago", "Tikrit", Instant.parse("2009-06-01T12:00:00Z")),
                    bombing("today-too", "Fallujah", now));
            installation.awaitProcessed();

            assertThat(app.fault()).isEmpty();
        }
        assertThat(articles(installation.read(Topics.INCIDENTS)))
                .contains("today", "in-23-hours", "in-2099", "long-ago", "today-too");
        long latest = Instant.now().toEpochMilli();
        assertThat(installation.timestamps(Topics.INCIDENTS)).isNotEmpty().allSatisfy(t -> assertThat(t)
                .isLessThanOrEqualTo(latest));
        assertThat(installation.timestamps(Topics.DAILY_COUNTS)).isNotEmpty().allSatisfy(t -> assertThat(t)
                .isLessThanOrEqualTo(latest));
    }

    @Test
    void shouldPutAsideWhatIsNoArticleAndGoOn() throws Exception {
        Installation installation = Installation.with(Map.of());
        try (PipelineApp app = installation.start()) {
            installation.publishRaw("not-avro", "this is not Avro".getBytes(UTF_8));
            installation.publishRaw(
                    "unknown-schema",
                    ByteBuffer.allocate(8).put((byte) 0).putInt(UNKNOWN_SCHEMA).array());
            installation.publish(
                    "{\"id\":\"empty\",\"body\":\"<br/>\"}",
                    "{\"id\":\"endless\",\"body\":\"" + "word ".repeat(300_000) + "\"}",
                    bombing("good", "Mosul", Instant.now()));
            installation.awaitProcessed();

            assertThat(app.fault()).isEmpty();
        }
        List<DeadLetter> letters = installation.read(Topics.DEAD_LETTERS);
        assertThat(letters)
                .extracting(DeadLetter::getReason)
                .containsExactlyInAnyOrder(
                        DeadLetterReason.UNREADABLE,
                        DeadLetterReason.UNREADABLE,
                        DeadLetterReason.EMPTY,
                        DeadLetterReason.TOO_LONG);
        assertThat(letters).allSatisfy(letter -> assertThat(
                        letter.getOrigin().orElseThrow().getTopic())
                .isEqualTo(Topics.ARTICLES.name(installation.settings().topicPrefix())));
        assertThat(articles(installation.read(Topics.INCIDENTS))).contains("good");
    }

    @Test
    void shouldStopAndSkipNothingWhenTheRegistryStaysDown() throws Exception {
        try (RegistryProxy registry = RegistryProxy.start()) {
            Installation installation =
                    Installation.with(Map.of("schema.registry.url", registry.url(), "tocsin.registry.patience", "3s"));
            installation.publish(bombing("waiting", "Mosul", Instant.now()));
            registry.goDown();
            try (PipelineApp app = PipelineApp.start(installation.settings(), Clock.systemUTC())) {
                assertThat(app.awaitStopped()).isPresent();
            }
            registry.comeBack();
            try (PipelineApp app = installation.start()) {
                installation.awaitProcessed();
                assertThat(app.fault()).isEmpty();
            }
            assertThat(installation.read(Topics.DEAD_LETTERS)).isEmpty();
            assertThat(articles(installation.read(Topics.INCIDENTS))).contains("waiting");
        }
    }

    private static List<String> articles(List<Incident> incidents) {
        return incidents.stream()
                .flatMap(i -> i.getReports().stream())
                .map(ReportRef::getArticleId)
                .distinct()
                .toList();
    }

    private static String bombing(String id, String town, Instant publishedAt) {
        return """
                {"id":"%s","source":"%s","title":"Car bomb kills four in %s","publishedAt":"%s",\
                "body":"A car bomb exploded outside a police station in %s, Iraq, on Sunday morning, killing four \
                officers and wounding nine, a police colonel said. No group claimed the attack."}"""
                .formatted(id, "Paper " + id, town, publishedAt, town);
    }
}
