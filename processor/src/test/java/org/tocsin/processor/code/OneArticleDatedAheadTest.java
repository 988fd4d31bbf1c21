package org.tocsin.processor.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.coder.EventCoder;
import org.tocsin.processor.Pipeline;
import org.tocsin.processor.Settings;
import org.tocsin.processor.StreamsConfiguration;
import org.tocsin.schemas.Article;
import org.tocsin.schemas.MergeInput;
import org.tocsin.schemas.TimeMark;
import org.tocsin.schemas.Topics;

/** Promise 8, the mark: one article dated ahead moves no time, however often its feed delivers or edits it. */
class OneArticleDatedAheadTest {
    private static final Instant NOON = Instant.parse("2024-03-12T12:00:00Z");
    private static final Instant AHEAD = Instant.parse("2099-01-01T00:00:00Z");

    @TempDir
    Path state;

    @Test
    void shouldMoveNoTimeHoweverOftenTheArticleComes() {
        Settings settings = Settings.of(Map.of("schema.registry.url", "mock://dated-ahead"));
        Properties config = StreamsConfiguration.of(settings);
        config.put("bootstrap.servers", "none");
        config.put("state.dir", state.toString());
        try (TopologyTestDriver driver =
                new TopologyTestDriver(Pipeline.topology(settings, EventCoder.load()), config, NOON)) {
            TestInputTopic<String, Article> articles = driver.createInputTopic(
                    Topics.ARTICLES.name(settings.topicPrefix()),
                    new StringSerializer(),
                    Topics.ARTICLES.values(settings.serdes()).serializer());
            TestOutputTopic<String, MergeInput> sent = driver.createOutputTopic(
                    "tocsin-reports-repartition",
                    new StringDeserializer(),
                    settings.serdes().values(MergeInput.class).deserializer());

            for (String id : List.of("a", "b", "c")) {
                articles.pipeInput(id, article(id, "Rain is expected.", NOON), NOON);
            }
            for (String body : List.of("Snow is expected.", "Snow is expected.", "Sleet is expected.", "Hail.")) {
                articles.pipeInput("ahead", article("ahead", body, AHEAD), NOON);
            }
            driver.advanceWallClockTime(Duration.ofSeconds(2));

            assertThat(sent.readValuesToList())
                    .extracting(MergeInput::getMark)
                    .extracting(mark -> mark.map(TimeMark::getEventTime))
                    .containsExactly(Optional.of(NOON));
        }
    }

    private static Article article(String id, String body, Instant published) {
        return Article.newBuilder()
                .setId(id)
                .setSource("Courier")
                .setTitle("Weather")
                .setBody(body)
                .setPublishedAt(published)
                .build();
    }
}
