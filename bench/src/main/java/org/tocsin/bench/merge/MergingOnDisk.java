package org.tocsin.bench.merge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.tocsin.processor.Settings;
import org.tocsin.processor.StreamsConfiguration;
import org.tocsin.schemas.AvroSerdes;
import org.tocsin.schemas.IncidentReport;
import org.tocsin.schemas.MergeInput;
import org.tocsin.schemas.Topics;

/** The merge stage with its RocksDB stores in Kafka's test driver, records serialized in and out; no changelogs. */
final class MergingOnDisk implements MergeSpeedCommand.Merging {
    private static final Instant START = Instant.parse("2020-10-02T00:00:00Z");

    private final Path directory;
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, MergeInput> reports;
    private final TestOutputTopic<String, byte[]> incidents;
    private final Set<String> seen = new HashSet<>();

    MergingOnDisk() {
        Settings settings = Settings.of(Map.of(AvroSerdes.REGISTRY_URL, "mock://merge-speed-" + System.nanoTime()));
        try {
            directory = Files.createTempDirectory("tocsin-merge-speed");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a temporary folder for the stores", e);
        }
        Properties config = StreamsConfiguration.of(settings);
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none");
        config.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        driver = new TopologyTestDriver(MergeTopology.of(settings, false), config, START);
        reports = driver.createInputTopic(
                MergeTopology.REPORTS,
                new StringSerializer(),
                settings.serdes().values(MergeInput.class).serializer());
        Deserializer<byte[]> raw = new ByteArrayDeserializer();
        incidents = driver.createOutputTopic(
                Topics.INCIDENTS.name(settings.topicPrefix()), new StringDeserializer(), raw);
    }

    @Override
    public void accept(IncidentReport report) {
        reports.pipeInput(report.getArea(), MergeInput.newBuilder().setReport(report).build(), START);
        while (!incidents.isEmpty()) {
            seen.add(incidents.readKeyValue().key);
        }
    }

    /** All that were ever made: here none is bridged often enough to matter. */
    @Override
    public int incidents() {
        return seen.size();
    }

    @Override
    public long bytes() {
        return files().stream().mapToLong(file -> file.toFile().length()).sum();
    }

    @Override
    public void close() {
        driver.close();
        files().forEach(file -> file.toFile().delete());
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.sorted(Comparator.reverseOrder()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
