package org.tocsin.processor.tally;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
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
    private static final StringSerializer PREFIX = new StringSerializer();
    /** Makes all instants numbers of 19 digits, which sort as text, too. */
    private static final long OFFSET = 1L << 61;

    /** subject|incident: the newest contribution of each incident. */
    final KeyValueStore<String, Contribution> contributions;
    /** subject|day: the last count, without its incidents: they are the day's cells. */
    final KeyValueStore<String, DailyTally> days;
    /** closing time|subject|day: the day key of each open day. */
    final KeyValueStore<String, String> openDays;
    /** subject|day|rule: the last revision of each alert. */
    final KeyValueStore<String, Alert> alerts;

    final KeyValueStore<String, PipelineTime> time;
    final KeyValueStore<String, Progress> progress;
    private final DayCells dayCells;
    private final List<Expiry<?>> expiries;

    TallyStores(ProcessingContext context) {
        contributions = store(context, Names.CONTRIBUTIONS_STORE);
        KeyValueStore<String, CountedIncident> cells = store(context, Names.CELLS_STORE);
        days = store(context, Names.DAYS_STORE);
        openDays = store(context, Names.OPEN_DAYS_STORE);
        alerts = store(context, Names.ALERTS_STORE);
        time = store(context, Names.TALLY_TIME_STORE);
        progress = store(context, Names.TALLY_PROGRESS_STORE);
        dayCells = new DayCells(cells);
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
            dayCells.forget();
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

    Optional<Contribution> contribution(Subject subject, String incidentId) {
        return Optional.ofNullable(contributions.get(SubjectKeys.under(SubjectKeys.subjectKey(subject), incidentId)));
    }

    /**
     * What is known of a day; the subject's name and groups are those given.
     *
     * @param incidents those that stand on it
     */
    DayCount.Before before(Subject subject, LocalDate date, List<CountedIncident> incidents) {
        String key = SubjectKeys.dayKey(subject, date);
        Map<String, Alert> byRule = new HashMap<>();
        alerts(key).forEach(alert -> byRule.put(alert.getRuleId(), alert));
        Optional<DailyTally> last = Optional.ofNullable(days.get(key))
                .map(tally -> Records.with(tally, INCIDENTS, Bounded.of(TallyRule.inOrder(incidents))));
        return new DayCount.Before(new TallyRule.Day(subject, date, last), byRule);
    }

    /** The incidents that stand on a day. */
    List<CountedIncident> incidents(Subject subject, LocalDate date) {
        return dayCells.of(SubjectKeys.dayKey(subject, date));
    }

    void putContribution(Contribution contribution) {
        String key = SubjectKeys.subjectKey(contribution.getSubject());
        contributions.put(SubjectKeys.under(key, contribution.getIncidentId()), contribution);
    }

    void putCell(Subject subject, LocalDate date, String incidentId, @Nullable CountedIncident incident) {
        dayCells.put(SubjectKeys.dayKey(subject, date), incidentId, incident);
    }

    void putDay(DailyTally tally, Optional<Instant> closedBefore, Instant closesAt) {
        String key = SubjectKeys.dayKey(tally.getSubject(), tally.getDate());
        days.put(key, Records.with(tally, INCIDENTS, List.of()));
        Optional<Instant> closes = Optional.of(closesAt).filter(at -> !tally.getClosed());
        if (!closes.equals(closedBefore)) {
            closedBefore.ifPresent(before -> openDays.delete(openKey(before, key)));
            closes.ifPresent(at -> openDays.put(openKey(at, key), key));
        }
    }

    void putAlert(Alert alert) {
        String day = SubjectKeys.dayKey(alert.getSubject(), alert.getDate());
        alerts.put(SubjectKeys.under(day, alert.getRuleId()), alert);
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

    private List<Alert> alerts(String day) {
        List<Alert> values = new ArrayList<>();
        try (KeyValueIterator<String, Alert> entries = alerts.prefixScan(SubjectKeys.prefix(day), PREFIX)) {
            entries.forEachRemaining(entry -> values.add(entry.value));
        }
        return values;
    }

    private static <T> StoreBuilder<KeyValueStore<String, T>> builder(String name, Serde<T> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), values);
    }

    private static <T> KeyValueStore<String, T> store(ProcessingContext context, String name) {
        return requireNonNull(context.getStateStore(name), name);
    }
}
