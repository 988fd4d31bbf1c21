package org.tocsin.processor.tally;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.tocsin.processor.DeadLetters;
import org.tocsin.processor.Expiry;
import org.tocsin.processor.Names;
import org.tocsin.processor.Settings;
import org.tocsin.processor.alert.RuleCount;
import org.tocsin.processor.alert.Surge;
import org.tocsin.processor.alert.Threshold;
import org.tocsin.processor.metrics.StageMeters;
import org.tocsin.processor.time.TaskClock;
import org.tocsin.processor.watchlist.Watchlist;
import org.tocsin.processor.watchlist.WatchlistPoll;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.Cause;
import org.tocsin.schemas.CauseKind;
import org.tocsin.schemas.Contribution;
import org.tocsin.schemas.CountedIncident;
import org.tocsin.schemas.DailyTally;
import org.tocsin.schemas.RuleKind;
import org.tocsin.schemas.Subject;
import org.tocsin.schemas.TallyInput;

/**
 * The shell of tally and alert: takes contributions and time marks, loads a subject's days, lets {@link DayCount}
 * decide, stores and sends what it says. A contribution replaces what the store holds of its incident; an older
 * revision than that changes nothing.
 */
public final class TallyStage implements Processor<String, TallyInput, String, SpecificRecord> {
    private static final Duration CLOSE_EVERY = Duration.ofSeconds(1);
    private static final int CLOSE_AT_ONCE = 500;

    private final Settings settings;
    private final StageMeters meters;
    private final DayCount dayCount;
    private ProcessorContext<String, SpecificRecord> context;
    private TallyStores stores;
    private TaskClock clock;
    private WatchlistPoll watchlist;
    private Reevaluation reevaluation;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
    private TallyStage(Settings settings, StageMeters meters) {
        this.settings = settings;
        this.meters = meters;
        this.dayCount = new DayCount(settings.grace());
    }

    /** A new stage for each task, with its stores. */
    public static ProcessorSupplier<String, TallyInput, String, SpecificRecord> supplier(
            Settings settings, StageMeters meters) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, TallyInput, String, SpecificRecord> get() {
                return new TallyStage(settings, meters);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return TallyStores.builders(settings.serdes());
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> context) {
        this.context = context;
        stores = new TallyStores(context);
        clock = new TaskClock(stores.time, settings.idleAfter(), now());
        watchlist = new WatchlistPoll(context);
        watchlist.next();
        reevaluation = new Reevaluation(stores, this::reevaluate);
        context.schedule(CLOSE_EVERY, PunctuationType.WALL_CLOCK_TIME, at -> closeDueDays());
        context.schedule(Expiry.EVERY, PunctuationType.WALL_CLOCK_TIME, at -> clock.time(now())
                .map(time -> time.minus(settings.keepDays()))
                .ifPresent(stores::expire));
        context.schedule(Reevaluation.EVERY, PunctuationType.WALL_CLOCK_TIME, at -> applyWatchlist());
    }

    @Override
    public void process(Record<String, TallyInput> record) {
        TallyInput input = record.value();
        input.getMark().ifPresent(mark -> clock.take(mark, now()));
        input.getContribution().ifPresent(this::take);
    }

    @Override
    public void close() {
        meters.closed(Names.TALLY, context.taskId().partition());
    }

    private void take(Contribution contribution) {
        contribution
                .getCause()
                .getOrigin()
                .ifPresent(
                        origin -> meters.processed(Names.TALLY, context.taskId().partition(), origin.getAppendedAt()));
        Optional<TallyStores.Held> held = stores.held(contribution.getSubject(), contribution.getIncidentId());
        if (held.isPresent() && held.get().revision() >= contribution.getRevision()) {
            return;
        }
        Moment moment = moment(contribution.getCause());
        List<LocalDate> all = TallyStores.days(contribution);
        List<LocalDate> now = all.stream().filter(day -> !isTooOld(day, moment)).toList();
        if (now.size() < all.size()) {
            forward(contribution.getIncidentId(), DeadLetters.tooOld(contribution), contribution.getEventTime());
        }
        // An incident that turns out to be of a day that is no longer held still leaves the day where it stood, but
        // news
        // of it changes nothing on such a day where it stays.
        List<LocalDate> before = held.map(TallyStores.Held::days).orElse(List.of());
        Set<LocalDate> touched = new TreeSet<>(before);
        touched.removeAll(all);
        touched.addAll(now);
        List<Runnable> changes = new ArrayList<>();
        for (LocalDate day : touched) {
            changes.addAll(recount(contribution, day, now.contains(day), moment));
        }
        boolean allInCells = !now.isEmpty() && now.size() == all.size();
        if (!allInCells || !all.equals(before)) {
            changes.add(() -> stores.putContribution(contribution));
        }
        clock.save();
        changes.forEach(Runnable::run);
    }

    /** Computes a day with the contribution in it or out of it; nothing is stored before all days are computed. */
    private List<Runnable> recount(Contribution contribution, LocalDate day, boolean stands, Moment moment) {
        Subject subject = contribution.getSubject();
        String incidentId = contribution.getIncidentId();
        List<CountedIncident> standing = stores.incidents(subject, day);
        List<CountedIncident> incidents = new ArrayList<>(standing);
        incidents.removeIf(incident -> incident.getIncidentId().equals(incidentId));
        Optional<CountedIncident> own = contribution.getIncident().filter(incident -> stands);
        own.ifPresent(incidents::add);
        DayCount.Before before = stores.before(subject, day, standing);
        DayCount.After after = dayCount.recount(before, incidents, thresholds(subject, day, incidents), moment);
        return List.of(
                () -> stores.putCell(subject, day, incidentId, own.orElse(null)),
                () -> say(before, after, contribution.getEventTime()));
    }

    private void say(DayCount.Before before, DayCount.After after, Instant eventTime) {
        Optional<Instant> openUntil =
                before.day().last().filter(last -> !last.getClosed()).map(dayCount::closesAt);
        for (DailyTally tally : after.tallies()) {
            stores.putDay(tally, openUntil, dayCount.closesAt(tally));
            forward(SubjectKeys.dayKey(tally.getSubject(), tally.getDate()), tally, eventTime);
        }
        for (Alert alert : after.alerts()) {
            stores.putAlert(alert);
            forward(alert.getAlertId(), alert, eventTime);
        }
    }

    private void closeDueDays() {
        Optional<Instant> time = clock.time(now());
        if (time.isEmpty()) {
            return;
        }
        List<String> due = stores.due(time.get(), CLOSE_AT_ONCE);
        if (due.isEmpty()) {
            return;
        }
        Moment moment = moment(Cause.newBuilder().setKind(CauseKind.TIME).build());
        clock.save();
        for (String key : due) {
            DailyTally last = stores.days.get(key);
            List<CountedIncident> incidents = stores.incidents(last.getSubject(), last.getDate());
            DayCount.Before before = stores.before(last.getSubject(), last.getDate(), incidents);
            say(before, dayCount.close(before, moment), time.get());
        }
    }

    private void applyWatchlist() {
        watchlist.next();
        reevaluation.slice(watchlist.current().version());
    }

    private void reevaluate(DailyTally last) {
        if (last.getClosed()) {
            return;
        }
        Cause cause = Cause.newBuilder()
                .setKind(CauseKind.WATCHLIST)
                .setWatchlistVersion(watchlist.current().version())
                .build();
        List<CountedIncident> incidents = stores.incidents(last.getSubject(), last.getDate());
        DayCount.Before before = stores.before(last.getSubject(), last.getDate(), incidents);
        Moment moment = moment(cause);
        List<Threshold> thresholds = thresholds(last.getSubject(), last.getDate(), incidents);
        clock.save();
        say(before, dayCount.recount(before, incidents, thresholds, moment), now());
    }

    private List<Threshold> thresholds(Subject subject, LocalDate day, List<CountedIncident> incidents) {
        Supplier<Surge.History> history =
                () -> new Surge.History(date -> stores.incidents(subject, date), clock.completeDays(settings.grace()));
        return current().rules().stream()
                .filter(rule -> RuleCount.watches(rule, subject))
                .map(rule -> rule.getKind() == RuleKind.SURGE
                        ? Surge.threshold(
                                rule,
                                subject.getKind(),
                                day,
                                RuleCount.counted(rule, subject.getKind(), incidents)
                                        .size(),
                                history.get())
                        : Threshold.fixed(rule))
                .toList();
    }

    private Watchlist current() {
        return watchlist.current();
    }

    private Moment moment(Cause cause) {
        return new Moment(cause, clock.time(now()), clock.silentPublishers());
    }

    private boolean isTooOld(LocalDate day, Moment moment) {
        return moment.completeThrough()
                .map(time -> time.atOffset(ZoneOffset.UTC).toLocalDate().minus(days(settings.keepDays())))
                .filter(day::isBefore)
                .isPresent();
    }

    private static Period days(Duration duration) {
        return Period.ofDays((int) duration.toDays());
    }

    private Instant now() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }

    /** A broker refuses timestamps ahead of its clock, so an event time in the future becomes now. */
    private void forward(String key, SpecificRecord value, Instant eventTime) {
        long timestamp = Math.max(0, Math.min(eventTime.toEpochMilli(), context.currentSystemTimeMs()));
        context.forward(new Record<>(key, value, timestamp));
    }
}
