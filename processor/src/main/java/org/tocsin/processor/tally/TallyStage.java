package org.tocsin.processor.tally;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * revision than that changes nothing. {@link Standing} says on which days an incident counts.
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
        input.getContribution().ifPresent(first -> take(first, input.getFurther()));
    }

    @Override
    public void close() {
        meters.closed(Names.TALLY, context.taskId().partition());
    }

    /** Takes what one report changes of a subject, of one incident or several, and counts each day that it touches once. */
    private void take(Contribution first, List<Contribution> further) {
        first.getCause()
                .getOrigin()
                .ifPresent(
                        origin -> meters.processed(Names.TALLY, context.taskId().partition(), origin.getAppendedAt()));
        Moment moment = moment(first.getCause());
        List<Standing> news = Stream.concat(Stream.of(first), further.stream())
                .flatMap(contribution -> news(contribution, moment).stream())
                .toList();
        List<Runnable> changes = new ArrayList<>();
        Set<LocalDate> touched = new TreeSet<>();
        news.forEach(standing -> touched.addAll(standing.touched()));
        for (LocalDate day : touched) {
            changes.addAll(recount(first, day, news, moment));
        }
        for (Standing standing : news) {
            if (standing.isPartlyTooOld()) {
                Contribution old = standing.contribution();
                forward(old.getIncidentId(), DeadLetters.tooOld(old), old.getEventTime());
            }
            if (standing.isMoved()) {
                changes.add(() -> stores.putContribution(standing.contribution()));
            }
        }
        if (!news.isEmpty()) {
            clock.save();
            changes.forEach(Runnable::run);
        }
    }

    /** Where the contribution's incident stood and stands; empty for one that is not newer than what is held. */
    private Optional<Standing> news(Contribution contribution, Moment moment) {
        Optional<TallyStores.Held> held = stores.held(contribution.getSubject(), contribution.getIncidentId());
        if (held.isPresent() && held.get().revision() >= contribution.getRevision()) {
            return Optional.empty();
        }
        List<LocalDate> before = held.map(TallyStores.Held::days).orElse(List.of());
        return Optional.of(Standing.of(contribution, before, day -> isTooOld(day, moment)));
    }

    /** Computes a day with what is new of it; nothing is stored before all days are computed. */
    private List<Runnable> recount(Contribution first, LocalDate day, List<Standing> news, Moment moment) {
        Subject subject = subject(first, news);
        List<Standing> here =
                news.stream().filter(each -> each.touched().contains(day)).toList();
        Set<String> changed = here.stream().map(Standing::incidentId).collect(Collectors.toSet());
        List<CountedIncident> standing = stores.incidents(subject, day);
        List<CountedIncident> incidents = new ArrayList<>(standing);
        incidents.removeIf(incident -> changed.contains(incident.getIncidentId()));
        here.forEach(each -> each.on(day).ifPresent(incidents::add));
        DayCount.Before before = stores.before(subject, day, standing);
        DayCount.After after = dayCount.recount(before, incidents, thresholds(subject, day, incidents), moment);
        List<Runnable> changes = new ArrayList<>();
        here.forEach(each -> changes.add(() ->
                stores.putCell(subject, day, each.incidentId(), each.on(day).orElse(null))));
        changes.add(() -> say(before, after, first.getEventTime()));
        return changes;
    }

    /** As an incident that still counts names it: one that is gone tells names and groups of before. */
    private static Subject subject(Contribution first, List<Standing> news) {
        return news.stream()
                .map(Standing::contribution)
                .filter(contribution -> contribution.getIncident().isPresent())
                .findFirst()
                .orElse(first)
                .getSubject();
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
        Supplier<Surge.History> history = () -> history(subject, CivilDay.lastZone(day, incidents, ZoneOffset.UTC));
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

    /** Days without an incident end where the day does that is judged. */
    private Surge.History history(Subject subject, ZoneId zone) {
        return new Surge.History(date -> stores.incidents(subject, date), date -> {
            ZoneId own = CivilDay.lastZone(date, stores.incidents(subject, date), zone);
            return clock.hasRead(CivilDay.beginsAt(date, own), CivilDay.closesAt(date, own, settings.grace()));
        });
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
