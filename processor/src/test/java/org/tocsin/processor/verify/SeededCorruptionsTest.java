package org.tocsin.processor.verify;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.coder.EventCoder;
import org.tocsin.processor.SampleArticles;
import org.tocsin.processor.Settings;
import org.tocsin.processor.alert.AlertPolicy;
import org.tocsin.processor.merge.MergeStage;
import org.tocsin.processor.replay.FinalState;
import org.tocsin.processor.replay.Replay;
import org.tocsin.processor.tally.SubjectKeys;
import org.tocsin.processor.watchlist.Watchlist;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.AlertKind;
import org.tocsin.schemas.AlertRule;
import org.tocsin.schemas.AvroSerdes;
import org.tocsin.schemas.CountRange;
import org.tocsin.schemas.CountedIncident;
import org.tocsin.schemas.DailyTally;
import org.tocsin.schemas.DateRange;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.Level;
import org.tocsin.schemas.SubjectKind;

/**
 * {@code verify} finds each of these corruptions of what the topics hold, and names it. The sound topics are what the
 * pipeline made of the sample feed: its first
 * day is closed and its second open.
 */
class SeededCorruptionsTest {
    private static final Settings SETTINGS =
            Settings.of(Map.of(AvroSerdes.REGISTRY_URL, "mock://corruptions", "tocsin.tally.grace", "24h"));
    private static final Watchlist WATCHLIST = new Watchlist(1, List.of(), List.of(rule()));
    /** A day of which the sample feed tells nothing. */
    private static final LocalDate QUIET = LocalDate.parse("2024-03-17");

    private static final Instant START = Instant.parse("2024-03-11T00:00:00Z");
    private static final FinalState SOUND = new FinalState();

    /** What the topics hold, to be corrupted. */
    private static final class Topics {
        private final Map<String, Incident> incidents = new TreeMap<>();
        private final Map<String, DailyTally> counts = new TreeMap<>(SOUND.tallies());
        private final Map<String, Alert> alerts = new TreeMap<>(SOUND.latestAlerts());

        Topics() {
            SOUND.reports().standing().forEach(incident -> incidents.put(incident.getIncidentId(), incident));
        }

        List<String> disagreements() {
            Verification verification = new Verification(
                    WATCHLIST, new Verification.Terms(SETTINGS.keepDays(), SETTINGS.grace(), Optional.of(START)));
            incidents
                    .values()
                    .forEach(incident -> verification.incident(
                            incident, MergeStage.contributions(SETTINGS).apply(incident)));
            return verification.against(counts, alerts).disagreements();
        }

        /** The count of a country's day on which an alert stands, closed or open. */
        DailyTally day(boolean closed) {
            return SOUND.latestAlerts().values().stream()
                    .filter(AlertPolicy::isActive)
                    .map(alert -> SOUND.tallies().get(SubjectKeys.dayKey(alert.getSubject(), alert.getDate())))
                    .filter(count -> count.getClosed() == closed)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("the sample feed raises no alert on such a day"));
        }

        DailyTally open() {
            return day(false);
        }

        Alert alert(boolean closed) {
            DailyTally day = day(closed);
            return requireNonNull(alerts.get(AlertPolicy.alertId(day.getSubject(), day.getDate(), "busy-country")));
        }

        Incident incident() {
            return requireNonNull(incidents.get(open().getIncidents().get(0).getIncidentId()));
        }

        void put(DailyTally count) {
            counts.put(key(count), count);
        }

        void put(Alert alert) {
            alerts.put(alert.getAlertId(), alert);
        }

        void put(Incident incident) {
            incidents.put(incident.getIncidentId(), incident);
        }
    }

    private static String key(DailyTally count) {
        return SubjectKeys.dayKey(count.getSubject(), count.getDate());
    }

    /** A corruption by its name, and what {@code verify} must say of it. */
    private record Corruption(String name, Consumer<Topics> apply, String says) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Corruption> corruptions() {
        return Stream.concat(corruptedCounts(), Stream.concat(corruptedIncidents(), corruptedAlerts()));
    }

    private static Stream<Corruption> corruptedCounts() {
        return Stream.of(
                new Corruption(
                        "a count that is one too high",
                        t -> t.put(DailyTally.newBuilder(t.open())
                                .setCertain(t.open().getCertain() + 1)
                                .build()),
                        "certain: published"),
                new Corruption("a count that is lost", t -> t.counts.remove(key(t.open())), "no count is published"),
                new Corruption(
                        "a count of a day without incidents",
                        t -> t.put(
                                DailyTally.newBuilder(t.open()).setDate(QUIET).build()),
                        QUIET + ": incidents: published"),
                new Corruption(
                        "a toll that is too high",
                        t -> t.put(DailyTally.newBuilder(t.open())
                                .setKilled(new CountRange(1_000, 1_000))
                                .build()),
                        "killed: published"),
                new Corruption(
                        "a count that lists one incident twice in place of another",
                        t -> {
                            List<CountedIncident> listed =
                                    new ArrayList<>(t.open().getIncidents());
                            listed.set(1, listed.get(0));
                            t.put(DailyTally.newBuilder(t.open())
                                    .setIncidents(listed)
                                    .build());
                        },
                        "the count lists other incidents"),
                new Corruption(
                        "a day closed before its time",
                        t -> t.put(
                                DailyTally.newBuilder(t.open()).setClosed(true).build()),
                        "closed, though news is complete only through"));
    }

    private static Stream<Corruption> corruptedIncidents() {
        return Stream.of(
                new Corruption(
                        "an incident that moved to another day without its counts",
                        t -> t.put(Incident.newBuilder(t.incident())
                                .setAttackDate(new DateRange(QUIET, QUIET))
                                .build()),
                        QUIET + ": no count is published"),
                new Corruption(
                        "an incident that is lost",
                        t -> t.incidents.remove(t.incident().getIncidentId()),
                        "incidents: published"),
                new Corruption(
                        "a report that two incidents count",
                        t -> t.put(Incident.newBuilder(t.incident())
                                .setIncidentId("copy")
                                .build()),
                        "both count report"),
                new Corruption(
                        "an incident merged into one that is not there",
                        t -> t.put(Incident.newBuilder(t.incident())
                                .setMergedInto("nowhere")
                                .build()),
                        "merged into nowhere, which is not there"));
    }

    private static Stream<Corruption> corruptedAlerts() {
        return Stream.of(
                new Corruption(
                        "an alert that is lost",
                        t -> t.alerts.remove(t.alert(false).getAlertId()),
                        "but no alert stands"),
                new Corruption(
                        "an alert that was withdrawn for nothing",
                        t -> t.put(Alert.newBuilder(t.alert(false))
                                .setKind(AlertKind.WITHDRAWN)
                                .build()),
                        "but no alert stands"),
                new Corruption(
                        "an alert raised twice",
                        t -> t.put(Alert.newBuilder(t.alert(false))
                                .setAlertId("again")
                                .build()),
                        "alert again of rule busy-country must have the id"),
                new Corruption(
                        "an alert of another level",
                        t -> t.put(Alert.newBuilder(t.alert(true))
                                .setLevel("drill")
                                .build()),
                        "alert of rule busy-country: published level drill"),
                new Corruption(
                        "an alert whose count went stale",
                        t -> t.put(Alert.newBuilder(t.alert(true)).setCount(99).build()),
                        "alert of rule busy-country: published 99"),
                new Corruption(
                        "an alert that its day's end did not close",
                        t -> t.put(Alert.newBuilder(t.alert(true))
                                .setKind(AlertKind.RAISED)
                                .setAfterClose(false)
                                .build()),
                        "is RAISED, but the day is closed"));
    }

    @BeforeAll
    static void read() {
        try (Replay replay = new Replay(SETTINGS, EventCoder.load(), WATCHLIST, START)) {
            SOUND.follow(replay);
            SampleArticles.all().forEach(article -> replay.publish(article, SampleArticles.eventTime(article)));
            replay.settle();
        }
    }

    @Test
    void shouldFindNothingInSoundTopics() {
        assertThat(new Topics().disagreements()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("corruptions")
    void shouldFindAndName(Corruption corruption) {
        Topics topics = new Topics();
        corruption.apply().accept(topics);

        assertThat(topics.disagreements()).anySatisfy(line -> assertThat(line).contains(corruption.says()));
    }

    private static AlertRule rule() {
        return AlertRule.newBuilder(Watchlist.SHIPPED_RULE)
                .setId("busy-country")
                .setCountBy(SubjectKind.COUNTRY)
                .setLevels(new ArrayList<>(List.of(new Level("high", 1), new Level("severe", 3))))
                .build();
    }
}
