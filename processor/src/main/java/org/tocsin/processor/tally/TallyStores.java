package org.tocsin.processor.tally;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.tocsin.processor.Expiry;
import org.tocsin.processor.Names;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.AvroSerdes;
import org.tocsin.schemas.Contribution;
import org.tocsin.schemas.CountedIncident;
import org.tocsin.schemas.DailyTally;
import org.tocsin.schemas.PipelineTime;
import org.tocsin.schemas.Progress;
import org.tocsin.schemas.Records;
import org.tocsin.schemas.Subject;

/** The stores of a tally task and how their keys nest: subject, day, and under it incidents and rules. */
final class TallyStores {
    private static final String INCIDENTS = "incidents";
    private static final String INCIDENT = "incident";
    private static final String EVIDENCE = "evidence";
    /** Incidents and days of one task: some megabytes. */
    static final int MOST_IN_MEMORY = 5_000;
    /** Makes all instants numbers of 19 digits, which sort as text, too. */
    private static final long OFFSET = 1L << 61;

    /** subject|incident: the contribution that last changed the incident's days. */
    private final KeyValueStore<String, Contribution> contributions;
    /** subject|day: the last count of each day. */
    final KeyValueStore<String, DailyTally> days;
    /** closing time|subject|day: the day key of each open day. */
    final KeyValueStore<String, String> openDays;

    final KeyValueStore<String, PipelineTime> time;
    final KeyValueStore<String, Progress> progress;
    private final KnownDays known;
    private final List<Expiry<?>> expiries;

    TallyStores(ProcessingContext context) {
        contributions = store(context, Names.CONTRIBUTIONS_STORE);
        KeyValueStore<String, CountedIncident> cells = store(context, Names.CELLS_STORE);
        days = store(context, Names.DAYS_STORE);
        openDays = store(context, Names.OPEN_DAYS_STORE);
        KeyValueStore<String, Alert> alerts = store(context, Names.ALERTS_STORE);
        time = store(context, Names.TALLY_TIME_STORE);
        progress = store(context, Names.TALLY_PROGRESS_STORE);
        known = new KnownDays(cells, days, alerts, MOST_IN_MEMORY);
        expiries = List.of(
                new Expiry<>(
                        contributions,
                        held -> held.getIncident().map(TallyStores::end).orElse(held.getEventTime())),
                new Expiry<>(cells, TallyStores::end),
                new Expiry<>(days, tally -> end(tally.getDate())),
                new Expiry<>(alerts, alert -> end(alert.getDate())));
    }

    static Set<StoreBuilder<?>> builders(AvroSerdes serdes) {
        return Set.of(
                builder(Names.CONTRIBUTIONS_STORE, serdes.values(Contribution.class)),
                builder(Names.CELLS_STORE, serdes.values(CountedIncident.class)),
                builder(Names.DAYS_STORE, serdes.values(DailyTally.class)),
                builder(Names.OPEN_DAYS_STORE, Serdes.String()),
                builder(Names.ALERTS_STORE, serdes.values(Alert.class)),
                builder(Names.TALLY_TIME_STORE, serdes.values(PipelineTime.class)),
                builder(Names.TALLY_PROGRESS_STORE, serdes.values(Progress.class)));
    }

    /** Deletes, some at a time, days from before the limit and all that stands on them. Public topics keep what they have. */
    void expire(Instant limit) {
        int deleted = expiries.stream().mapToInt(expiry -> expiry.slice(limit)).sum();
        if (deleted > 0) {
            known.forget();
        }
    }

    private static Instant end(CountedIncident incident) {
        List<LocalDate> days = CivilDay.of(incident);
        return end(days.get(days.size() - 1));
    }

    /** A day is over everywhere on earth half a day after its end in UTC. */
    private static Instant end(LocalDate day) {
        return day.plusDays(1).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    }

    /** What is held of an incident for a subject: the revision taken last, and the days on which that one stands. */
    record Held(int revision, List<LocalDate> days) {}

    /** What is held of the incident, if anything has come of it. Where it stands on a day its cell is the newest. */
    Optional<Held> held(Subject subject, String incidentId) {
        String key = SubjectKeys.subjectKey(subject);
        Contribution contribution = contributions.get(SubjectKeys.under(key, incidentId));
        if (contribution == null) {
            return Optional.empty();
        }
        List<LocalDate> standing = days(contribution);
        int revision = contribution.getRevision();
        for (LocalDate day : standing) {
            Optional<CountedIncident> cell = known.incident(SubjectKeys.dayKey(subject, day), incidentId);
            revision = Math.max(revision, cell.map(CountedIncident::getRevision).orElse(0));
        }
        return Optional.of(new Held(revision, standing));
    }

    /** The days on which the incident stands by this contribution. */
    static List<LocalDate> days(Contribution contribution) {
        return contribution.getIncident().map(CivilDay::of).orElse(List.of());
    }

    /**
     * What is known of a day; the subject's name and groups are those given.
     *
     * @param incidents those that stand on it
     */
    DayCount.Before before(Subject subject, LocalDate date, List<CountedIncident> incidents) {
        String key = SubjectKeys.dayKey(subject, date);
        Optional<DailyTally> last =
                known.count(key).map(tally -> Records.with(tally, INCIDENTS, Bounded.of(TallyRule.inOrder(incidents))));
        return new DayCount.Before(new TallyRule.Day(subject, date, last), known.alerts(key));
    }

    /** The incidents that stand on a day. */
    List<CountedIncident> incidents(Subject subject, LocalDate date) {
        return known.incidents(SubjectKeys.dayKey(subject, date));
    }

    /** Keeps of the contribution where its incident stands; what it tells is in the days' cells. */
    void putContribution(Contribution contribution) {
        String key = SubjectKeys.subjectKey(contribution.getSubject());
        contributions.put(
                SubjectKeys.under(key, contribution.getIncidentId()),
                contribution
                        .getIncident()
                        .map(incident ->
                                Records.with(contribution, INCIDENT, Records.with(incident, EVIDENCE, List.of())))
                        .orElse(contribution));
    }

    void putCell(Subject subject, LocalDate date, String incidentId, @Nullable CountedIncident incident) {
        known.put(SubjectKeys.dayKey(subject, date), incidentId, incident);
    }

    void putDay(DailyTally tally, Optional<Instant> closedBefore, Instant closesAt) {
        String key = SubjectKeys.dayKey(tally.getSubject(), tally.getDate());
        known.put(key, Records.with(tally, INCIDENTS, List.of()));
        Optional<Instant> closes = Optional.of(closesAt).filter(at -> !tally.getClosed());
        if (!closes.equals(closedBefore)) {
            closedBefore.ifPresent(before -> openDays.delete(openKey(before, key)));
            closes.ifPresent(at -> openDays.put(openKey(at, key), key));
        }
    }

    void putAlert(Alert alert) {
        known.put(SubjectKeys.dayKey(alert.getSubject(), alert.getDate()), alert);
    }

    /** Keys of open days whose closing time has come, the earliest first, at most so many. */
    List<String> due(Instant time, int most) {
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, String> open = openDays.range(null, openKey(time, "~"))) {
            while (open.hasNext() && keys.size() < most) {
                keys.add(open.next().value);
            }
        }
        return keys;
    }

    private static String openKey(Instant closesAt, String dayKey) {
        return closesAt.toEpochMilli() + OFFSET + "|" + dayKey;
    }

    private static <T> StoreBuilder<KeyValueStore<String, T>> builder(String name, Serde<T> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), values)
                .withCachingEnabled();
    }

    private static <T> KeyValueStore<String, T> store(ProcessingContext context, String name) {
        return requireNonNull(context.getStateStore(name), name);
    }
}
