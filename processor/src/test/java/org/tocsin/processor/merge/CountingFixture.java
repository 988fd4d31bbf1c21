package org.tocsin.processor.merge;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.tocsin.processor.Pipeline;
import org.tocsin.processor.Settings;
import org.tocsin.processor.StreamsConfiguration;
import org.tocsin.processor.watchlist.Watchlist;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.AvroSerdes;
import org.tocsin.schemas.DailyTally;
import org.tocsin.schemas.DeadLetter;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.IncidentReport;
import org.tocsin.schemas.MergeInput;
import org.tocsin.schemas.SubjectKind;
import org.tocsin.schemas.TimeMark;
import org.tocsin.schemas.Topic;
import org.tocsin.schemas.Topics;
import org.tocsin.schemas.WatchlistVersion;

/** Merge, tally and alert in Kafka's test driver: coded reports and marks in, incidents, counts and alerts out. */
final class CountingFixture implements AutoCloseable {
    private static final String INPUT = "reports-in";
    private static final int APPLY_STEPS = 20;

    final List<Incident> incidents = new ArrayList<>();
    final List<DailyTally> counts = new ArrayList<>();
    final List<Alert> alerts = new ArrayList<>();
    final List<DeadLetter> deadLetters = new ArrayList<>();

    private final Settings settings;
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, MergeInput> input;
    private Instant now;
    private Watchlist applied = Watchlist.none();

    CountingFixture(String start) {
        settings = Settings.of(Map.of(AvroSerdes.REGISTRY_URL, "mock://" + UUID.randomUUID()));
        now = Instant.parse(start);
        Properties config = StreamsConfiguration.of(settings);
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none");
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "counting-" + UUID.randomUUID());
        driver = new TopologyTestDriver(Pipeline.fromReports(settings, INPUT), config, now);
        input = topic(INPUT, MergeInput.class);
    }

    void report(IncidentReport report) {
        input.pipeInput(
                report.getArea(), MergeInput.newBuilder().setReport(report).build(), now);
        drain();
    }

    /** Articles have been read up to this instant; two seconds later merge and tally know. */
    void readUpTo(String instant) {
        TimeMark mark = new TimeMark("code-0", Instant.parse(instant), List.of());
        input.pipeInput("", MergeInput.newBuilder().setMark(mark).build(), now);
        pass(Duration.ofSeconds(1));
        pass(Duration.ofSeconds(1));
    }

    void pass(Duration duration) {
        driver.advanceWallClockTime(duration);
        now = now.plus(duration);
        drain();
    }

    /** As {@code watchlist apply} does: what is gone is deleted, and the marker comes last. */
    void apply(Watchlist watchlist) {
        var targets = topic(Topics.TARGETS.name(settings.topicPrefix()), Topics.TARGETS.type());
        var rules = topic(Topics.ALERT_RULES.name(settings.topicPrefix()), Topics.ALERT_RULES.type());
        applied.targets().forEach(target -> targets.pipeInput(target.getId(), null, now));
        applied.ownRules().forEach(rule -> rules.pipeInput(rule.getId(), null, now));
        applied = watchlist;
        watchlist.targets().forEach(target -> targets.pipeInput(target.getId(), target, now));
        watchlist.ownRules().forEach(rule -> rules.pipeInput(rule.getId(), rule, now));
        WatchlistVersion marker = new WatchlistVersion(
                watchlist.version(),
                watchlist.targets().size(),
                watchlist.ownRules().size(),
                watchlist.hash(),
                now);
        topic(Topics.WATCHLIST_VERSIONS.name(settings.topicPrefix()), WatchlistVersion.class)
                .pipeInput(Topics.WATCHLIST_KEY, marker, now);
        // Incidents and days are gone over in slices of 50 ms of this machine's time, one at each step.
        for (int step = 0; step < APPLY_STEPS; step++) {
            pass(Duration.ofSeconds(1));
        }
    }

    /** The newest revision of each incident that counts. */
    List<Incident> standing() {
        Map<String, Incident> latest = new LinkedHashMap<>();
        incidents.forEach(incident -> latest.put(incident.getIncidentId(), incident));
        latest.values()
                .removeIf(incident ->
                        incident.getRetracted() || incident.getMergedInto().isPresent());
        return List.copyOf(latest.values());
    }

    /** The last count of a country's day. */
    DailyTally country(String code, String day) {
        return count(SubjectKind.COUNTRY, code, day);
    }

    /** The last count of a subject's day. */
    DailyTally count(SubjectKind kind, String id, String day) {
        return counts.stream()
                .filter(count -> count.getSubject().getKind() == kind)
                .filter(count -> count.getSubject().getId().equals(id))
                .filter(count -> count.getDate().equals(LocalDate.parse(day)))
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> new AssertionError("no count of " + id + " on " + day + " among " + counts));
    }

    private <T extends SpecificRecord> TestInputTopic<String, T> topic(String name, Class<T> type) {
        return driver.createInputTopic(
                name,
                Serdes.String().serializer(),
                settings.serdes().values(type).serializer());
    }

    private void drain() {
        drain(Topics.INCIDENTS, incidents);
        drain(Topics.DAILY_COUNTS, counts);
        drain(Topics.ALERTS, alerts);
        drain(Topics.DEAD_LETTERS, deadLetters);
    }

    private <T extends SpecificRecord> void drain(Topic<T> topic, List<T> into) {
        into.addAll(driver.createOutputTopic(
                        topic.name(settings.topicPrefix()),
                        Serdes.String().deserializer(),
                        topic.values(settings.serdes()).deserializer())
                .readValuesToList());
    }

    @Override
    public void close() {
        driver.close();
    }
}
