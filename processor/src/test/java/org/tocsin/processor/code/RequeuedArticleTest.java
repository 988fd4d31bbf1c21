package org.tocsin.processor.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.coder.EventCoder;
import org.tocsin.processor.Pipeline;
import org.tocsin.processor.Requeued;
import org.tocsin.processor.Settings;
import org.tocsin.processor.StreamsConfiguration;
import org.tocsin.schemas.Article;
import org.tocsin.schemas.DeadLetterReason;
import org.tocsin.schemas.MergeInput;
import org.tocsin.schemas.Topics;

class RequeuedArticleTest {
    private static final Instant NOON = Instant.parse("2024-03-12T12:00:00Z");

    @TempDir
    Path state;

    @Test
    void shouldSendTheReportsOfAKnownArticleAgainOnlyWhenItWasPutBack() {
        Settings settings = Settings.of(Map.of("schema.registry.url", "mock://requeued"));
        Properties config = StreamsConfiguration.of(settings);
        config.put("bootstrap.servers", "none");
        config.put("state.dir", state.toString());
        try (TopologyTestDriver driver =
                new TopologyTestDriver(Pipeline.topology(settings, EventCoder.load()), config)) {
            TestInputTopic<String, Article> articles = driver.createInputTopic(
                    Topics.ARTICLES.name(settings.topicPrefix()),
                    new StringSerializer(),
                    Topics.ARTICLES.values(settings.serdes()).serializer());
            TestOutputTopic<String, MergeInput> reports = driver.createOutputTopic(
                    "tocsin-reports-repartition",
                    new StringDeserializer(),
                    settings.serdes().values(MergeInput.class).deserializer());
            Headers putBack = new RecordHeaders();
            new Requeued(List.of()).and(DeadLetterReason.FAILED).to(putBack);

            articles.pipeInput(new TestRecord<>("attack", attack(), NOON));
            assertThat(reports.readValuesToList()).hasSize(1);
            articles.pipeInput(new TestRecord<>("attack", attack(), NOON));
            assertThat(reports.isEmpty()).isTrue();
            articles.pipeInput(new TestRecord<>("attack", attack(), putBack, NOON));
            assertThat(reports.readValuesToList()).hasSize(1);
        }
    }

    private static Article attack() {
        return Article.newBuilder()
                .setId("attack")
                .setSource("Courier")
                .setTitle("Car bomb kills four in Mosul")
                .setBody("A car bomb exploded outside a police station in Mosul, Iraq, on Monday, killing four"
                        + " officers.")
                .setPublishedAt(NOON)
                .build();
    }
}
