package org.tocsin.processor.tally;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.jspecify.annotations.Nullable;
import org.tocsin.processor.Names;
import org.tocsin.processor.PipelineTestAccess;
import org.tocsin.processor.Settings;
import org.tocsin.processor.metrics.StageMeters;
import org.tocsin.processor.watchlist.Watchlist;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.AttackType;
import org.tocsin.schemas.AvroSerdes;
import org.tocsin.schemas.Cause;
import org.tocsin.schemas.CauseKind;
import org.tocsin.schemas.Contribution;
import org.tocsin.schemas.CountedIncident;
import org.tocsin.schemas.DailyTally;
import org.tocsin.schemas.DateRange;
import org.tocsin.schemas.DeadLetter;
import org.tocsin.schemas.PublisherPulse;
import org.tocsin.schemas.Stage;
import org.tocsin.schemas.Subject;
import org.tocsin.schemas.SubjectKind;
import org.tocsin.schemas.TallyInput;
import org.tocsin.schemas.TargetType;
import org.tocsin.schemas.TimeMark;
import org.tocsin.schemas.Topics;
import org.tocsin.schemas.WatchlistVersion;

/** Tally and alert alone, in Kafka's test driver: contributions and marks in, counts and alerts out. */
final class TallyFixture implements AutoCloseable {
    static final Subject US_FORCES = subject("military.us@iq");
    private static final String INPUT = "contributions-in";

    final List<DailyTally> counts = new ArrayList<>();
    final List<Alert> alerts = new ArrayList<>();
    final List<DeadLetter> deadLetters = new ArrayList<>();

    private final Settings settings;
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, TallyInput> input;
    private Instant now;
    private Watchlist applied = Watchlist.none();

    TallyFixture(Instant start) {
        this(start, Map.of());
    }

    TallyFixture(Instant start, Map<String, String> given) {
        Map<String, Object> all = new HashMap<>(given);
        all.put(AvroSerdes.REGISTRY_URL, "mock://" + UUID.randomUUID());
        settings = Settings.of(all);
        now = start;
        StreamsBuilder builder = new StreamsBuilder();
        PipelineTestAccess.watchlist(builder, settings);
        PipelineTestAccess.tallyOutputs(
                builder.stream(
                                INPUT,
                                Consumed.with(Serdes.String(), settings.serdes().values(TallyInput.class)))
                        .process(
                                TallyStage.supplier(settings, StageMeters.NONE),
                                org.apache.kafka.streams.kstream.Named.as("tally")),
                settings);
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "tally-" + UUID.randomUUID());
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none");
        driver = new TopologyTestDriver(builder.build(), config, start);
        input = driver.createInputTopic(
                INPUT,
                Serdes.String().serializer(),
                settings.serdes().values(TallyInput.class).serializer());
    }

    static Subject subject(String id) {
        return Subject.newBuilder()
                .setKind(SubjectKind.TARGET)
                .setId(id)
                .setName(id)
                .setType(TargetType.MILITARY)
                .build();
    }

    /** An incident of that id on that day, as its first revision, certain, in Baghdad. */
    static CountedIncident.Builder incident(String id, String day) {
        LocalDate date = LocalDate.parse(day);
        return CountedIncident.newBuilder()
                .setIncidentId(id)
                .setRevision(1)
                .setAttackDate(new DateRange(date, date))
                .setZone("Asia/Baghdad")
                .setFirstReportedAt(Instant.parse(day + "T12:00:00Z"))
                .setCertain(true)
                .setConfidence(0.9)
                .setPublishers(1)
                .setAttackType(AttackType.BOMBING_EXPLOSION)
                .setStage(Stage.ACCOMPLISHED)
                .setTargets(List.of(US_FORCES.getId()))
                .setTargetTypes(List.of(TargetType.MILITARY))
                .setCountryCode("IQ");
    }

    void report(CountedIncident.Builder incident) {
        report(US_FORCES, incident.build());
    }

    void report(Subject subject, CountedIncident incident) {
        send(contribution(subject, incident.getIncidentId(), incident.getRevision())
                .setIncident(incident)
                .build());
    }

    /** The incident no longer counts for the subject. */
    void withdraw(String incidentId, int revision) {
        withdraw(US_FORCES, incidentId, revision);
    }

    void withdraw(Subject subject, String incidentId, int revision) {
        send(contribution(subject, incidentId, revision).setIncident(null).build());
    }

    /** One report shows that the first incident is the other one, which counts so from now on. */
    void unite(String gone, CountedIncident.Builder living) {
        CountedIncident incident = living.build();
        send(
                contribution(US_FORCES, gone, incident.getRevision())
                        .setIncident(null)
                        .build(),
                contribution(US_FORCES, incident.getIncidentId(), incident.getRevision())
                        .setIncident(incident)
                        .build());
    }

    private Contribution.Builder contribution(Subject subject, String incidentId, int revision) {
        return Contribution.newBuilder()
                .setSubject(subject)
                .setIncidentId(incidentId)
                .setRevision(revision)
                .setEventTime(now)
                .setCause(Cause.newBuilder()
                        .setKind(CauseKind.REPORT)
                        .setReportId(incidentId + "-r" + revision)
                        .setArticleId("article-of-" + incidentId)
                        .build());
    }

    private void send(Contribution first, Contribution... further) {
        input.pipeInput(
                SubjectKeys.subjectKey(first.getSubject()),
                TallyInput.newBuilder()
                        .setContribution(first)
                        .setFurther(List.of(further))
                        .build(),
                now);
        drain();
    }

    /** News has been read up to this instant by this merge task; a second later it has taken effect. */
    void mark(String source, String instant, PublisherPulse... publishers) {
        TimeMark mark = new TimeMark(source, Instant.parse(instant), List.of(publishers));
        input.pipeInput("", TallyInput.newBuilder().setMark(mark).build(), now);
        pass(Duration.ofSeconds(1));
    }

    void pass(Duration duration) {
        driver.advanceWallClockTime(duration);
        now = now.plus(duration);
        drain();
    }

    /** As {@code watchlist apply} does: what is gone is deleted, and the marker comes last. */
    void apply(Watchlist watchlist) {
        applied.ownRules().forEach(r -> global(Topics.ALERT_RULES, r.getId(), null));
        watchlist.ownRules().forEach(r -> global(Topics.ALERT_RULES, r.getId(), r));
        applied = watchlist;
        applyPart(watchlist);
    }

    /** The marker alone has come yet. */
    void applyPart(Watchlist watchlist) {
        int targets = watchlist.targets().size();
        int rules = watchlist.ownRules().size();
        WatchlistVersion marker = new WatchlistVersion(watchlist.version(), targets, rules, watchlist.hash(), now);
        global(Topics.WATCHLIST_VERSIONS, Topics.WATCHLIST_KEY, marker);
        pass(Duration.ofSeconds(1));
    }

    /** How many days the store holds. */
    int storedDays() {
        int days = 0;
        try (var stored = driver.getKeyValueStore(Names.DAYS_STORE).all()) {
            while (stored.hasNext()) {
                stored.next();
                days++;
            }
        }
        return days;
    }

    /** The last count of the subject's day. */
    DailyTally count(String day) {
        return counts.stream()
                .filter(count -> count.getDate().equals(LocalDate.parse(day)))
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> new AssertionError("no count for " + day + " among " + counts));
    }

    /** Kind, revision and count of each alert sent, in order. */
    List<String> story() {
        return alerts.stream()
                .map(alert ->
                        alert.getKind() + " " + alert.getRevision() + " " + alert.getLevel() + " " + alert.getCount())
                .toList();
    }

    private <T extends org.apache.avro.specific.SpecificRecord> void global(
            org.tocsin.schemas.Topic<T> topic, String key, @Nullable T value) {
        driver.createInputTopic(
                        topic.name(settings.topicPrefix()),
                        Serdes.String().serializer(),
                        topic.values(settings.serdes()).serializer())
                .pipeInput(key, value, now);
    }

    private void drain() {
        drain(Topics.DAILY_COUNTS, counts);
        drain(Topics.ALERTS, alerts);
        drain(Topics.DEAD_LETTERS, deadLetters);
    }

    private <T extends org.apache.avro.specific.SpecificRecord> void drain(
            org.tocsin.schemas.Topic<T> topic, List<T> into) {
        TestOutputTopic<String, T> output = driver.createOutputTopic(
                topic.name(settings.topicPrefix()),
                Serdes.String().deserializer(),
                topic.values(settings.serdes()).deserializer());
        into.addAll(output.readValuesToList());
    }

    @Override
    public void close() {
        driver.close();
    }
}
