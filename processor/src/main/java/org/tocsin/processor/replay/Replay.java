package org.tocsin.processor.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.tocsin.coder.EventCoder;
import org.tocsin.processor.Pipeline;
import org.tocsin.processor.Settings;
import org.tocsin.processor.StreamsConfiguration;
import org.tocsin.processor.time.HighestThree;
import org.tocsin.processor.watchlist.Watchlist;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.Article;
import org.tocsin.schemas.AvroSerdes;
import org.tocsin.schemas.DailyTally;
import org.tocsin.schemas.DeadLetter;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.Topic;
import org.tocsin.schemas.Topics;
import org.tocsin.schemas.WatchlistVersion;

/**
 * The whole pipeline over articles in order of publication, in this thread and without a broker: the very topology that
 * runs live, in Kafka's own test driver. Its wall clock follows the articles' time mark, so that days close as they
 * would have closed then.
 *
 * <p>Not thread-safe.
 */
public final class Replay implements AutoCloseable {
    private static final Duration SETTLE = Duration.ofSeconds(2);

    private final Settings settings;
    private final Path stateDirectory;
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, Article> articles;
    private final Map<Topic<?>, Drain<?>> drains = new HashMap<>();
    private HighestThree read = HighestThree.none();
    private Instant wallClock;

    /**
     * @param given settings of the pipeline; broker and registry are not used
     * @param start wall clock at the start, normally the first article's event time
     */
    public Replay(Settings given, EventCoder coder, Watchlist watchlist, Instant start) {
        this.settings = offline(given);
        this.stateDirectory = temporaryDirectory();
        this.wallClock = start;
        Properties config = StreamsConfiguration.of(settings);
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none");
        config.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        this.driver = new TopologyTestDriver(Pipeline.topology(settings, coder), config, start);
        this.articles = input(Topics.ARTICLES);
        apply(watchlist);
    }

    /** What is called with each record that the pipeline writes to a topic, with its key, in order. */
    public <T extends SpecificRecord> void onOutput(Topic<T> topic, BiConsumer<String, T> consumer) {
        TestOutputTopic<String, T> output = driver.createOutputTopic(
                topic.name(settings.topicPrefix()),
                Serdes.String().deserializer(),
                topic.values(settings.serdes()).deserializer());
        drains.put(topic, new Drain<>(output, consumer));
    }

    /** Calls a consumer for each of the four public outputs. */
    public void onOutputs(
            BiConsumer<String, Incident> incidents,
            BiConsumer<String, DailyTally> counts,
            BiConsumer<String, Alert> alerts,
            BiConsumer<String, DeadLetter> deadLetters) {
        onOutput(Topics.INCIDENTS, incidents);
        onOutput(Topics.DAILY_COUNTS, counts);
        onOutput(Topics.ALERTS, alerts);
        onOutput(Topics.DEAD_LETTERS, deadLetters);
    }

    /** The pipeline reads an article; {@code eventTime} is its publication time. */
    public void publish(Article article, Instant eventTime) {
        articles.pipeInput(article.getId(), article, wallClock);
        drain();
        read = read.and(article.getId(), eventTime);
        Optional<Instant> mark = read.mark().filter(time -> time.isAfter(wallClock));
        mark.ifPresent(time -> pass(Duration.between(wallClock, time)));
    }

    /** Lets so much time pass without news. */
    public void pass(Duration duration) {
        driver.advanceWallClockTime(duration);
        wallClock = wallClock.plus(duration);
        drain();
    }

    /** Lets the last marks through; the days that are open stay open. */
    public void settle() {
        pass(SETTLE);
        pass(SETTLE);
    }

    /** A new version of the watchlist, as {@code watchlist apply} writes it. */
    public void apply(Watchlist watchlist) {
        if (watchlist.version() == 0) {
            return;
        }
        var targets = input(Topics.TARGETS);
        var rules = input(Topics.ALERT_RULES);
        watchlist.targets().forEach(target -> targets.pipeInput(target.getId(), target, wallClock));
        watchlist.ownRules().forEach(rule -> rules.pipeInput(rule.getId(), rule, wallClock));
        WatchlistVersion marker = new WatchlistVersion(
                watchlist.version(),
                watchlist.targets().size(),
                watchlist.ownRules().size(),
                watchlist.hash(),
                wallClock);
        input(Topics.WATCHLIST_VERSIONS).pipeInput(Topics.WATCHLIST_KEY, marker, wallClock);
        settle();
    }

    @Override
    public void close() {
        driver.close();
        try (Stream<Path> files = Files.walk(stateDirectory)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove the replay's state in " + stateDirectory, e);
        }
    }

    private void drain() {
        drains.values().forEach(Drain::run);
    }

    private <T extends SpecificRecord> TestInputTopic<String, T> input(Topic<T> topic) {
        return driver.createInputTopic(
                topic.name(settings.topicPrefix()),
                Serdes.String().serializer(),
                topic.values(settings.serdes()).serializer());
    }

    private static Settings offline(Settings given) {
        Map<String, Object> kafka = new HashMap<>(given.kafka());
        kafka.put(AvroSerdes.REGISTRY_URL, "mock://replay-" + System.nanoTime());
        return given.withKafka(kafka);
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("tocsin-replay");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a temporary folder for the replay's state", e);
        }
    }

    private record Drain<T>(TestOutputTopic<String, T> topic, BiConsumer<String, T> consumer) implements Runnable {
        @Override
        public void run() {
            while (!topic.isEmpty()) {
                KeyValue<String, T> record = topic.readKeyValue();
                consumer.accept(record.key, record.value);
            }
        }
    }
}
