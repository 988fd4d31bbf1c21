package org.tocsin.bench.pipeline;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.tocsin.processor.Pipeline;
import org.tocsin.processor.Settings;
import org.tocsin.processor.StreamsConfiguration;
import org.tocsin.schemas.MergeInput;

/** A process that counts coded reports, or passes them through: same broker, same settings, same serdes. */
final class CountingApp {
    /** Where the pass-through writes. */
    static final String PASSED = "passed";

    private CountingApp() {}

    /** {@code counting|pass-through REPORTS-TOPIC SETTINGS-FILE}; runs until it is stopped. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Properties properties = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of(arguments[2]))) {
            properties.load(file);
        }
        Settings settings = Settings.parse(properties);
        Topology topology = arguments[0].equals("counting")
                ? Pipeline.fromReports(settings, arguments[1])
                : passThrough(settings, arguments[1]);
        try (KafkaStreams streams = new KafkaStreams(topology, new StreamsConfig(StreamsConfiguration.of(settings)))) {
            CountDownLatch ended = new CountDownLatch(1);
            streams.setStateListener((now, before) -> {
                if (now == KafkaStreams.State.ERROR) {
                    ended.countDown();
                }
            });
            streams.start();
            ended.await();
        }
    }

    private static Topology passThrough(Settings settings, String reports) {
        StreamsBuilder builder = new StreamsBuilder();
        var values = settings.serdes().values(MergeInput.class);
        builder.stream(reports, Consumed.with(Serdes.String(), values).withName("reports"))
                .to(
                        settings.topicPrefix() + PASSED,
                        Produced.with(Serdes.String(), values).withName("passed"));
        return builder.build();
    }
}
