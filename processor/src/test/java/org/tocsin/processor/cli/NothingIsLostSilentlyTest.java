package org.tocsin.processor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tocsin.coder.EventCoder;
import org.tocsin.processor.PipelineApp;
import org.tocsin.schemas.DeadLetter;
import org.tocsin.schemas.DeadLetterReason;
import org.tocsin.schemas.Topics;

/**
 * Promise 7, on a real broker and a real registry: what cannot be read or coded goes to the dead letters with its cause
 * and origin, and the pipeline goes on; when the registry is gone it stops and skips nothing.
 */
class NothingIsLostSilentlyTest {
    private static final int UNKNOWN_SCHEMA = 987_654;

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
                    Installation.bombing("good", "Mosul", Instant.now()));
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
        assertThat(installation.reportedArticles()).contains("good");
    }

    @Test
    void shouldStopAndSkipNothingWhenTheRegistryStaysDown() throws Exception {
        try (RegistryProxy registry = RegistryProxy.start()) {
            Installation installation =
                    Installation.with(Map.of("schema.registry.url", registry.url(), "tocsin.registry.patience", "3s"));
            installation.publish(Installation.bombing("waiting", "Mosul", Instant.now()));
            registry.goDown();
            try (PipelineApp app = PipelineApp.start(installation.settings(), EventCoder.load(), Clock.systemUTC())) {
                assertThat(app.awaitStopped()).isPresent();
            }
            registry.comeBack();
            try (PipelineApp app = installation.start()) {
                installation.awaitProcessed();
                assertThat(app.fault()).isEmpty();
            }
            assertThat(installation.read(Topics.DEAD_LETTERS)).isEmpty();
            assertThat(installation.reportedArticles()).contains("waiting");
        }
    }
}
