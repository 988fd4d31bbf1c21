package org.tocsin.processor.merge;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.StoreBuilder;
import org.tocsin.processor.BeforeChange;
import org.tocsin.processor.DeadLetters;
import org.tocsin.processor.Expiry;
import org.tocsin.processor.Names;
import org.tocsin.processor.Settings;
import org.tocsin.processor.metrics.StageMeters;
import org.tocsin.processor.time.TaskClock;
import org.tocsin.processor.watchlist.WatchlistPoll;
import org.tocsin.schemas.Contribution;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.IncidentReport;
import org.tocsin.schemas.IncidentState;
import org.tocsin.schemas.MergeInput;
import org.tocsin.schemas.MergedReport;
import org.tocsin.schemas.TallyInput;

/**
 * The shell of merging: loads, asks {@link Merger}, stores and forwards. Each revision of an incident goes out once as
 * {@code Incident}, keyed by its id. What one report changes of a subject goes out as one {@code TallyInput}, keyed by the
 * subject, with the contributions of all incidents that it changed: a day is never told half of a change.
 */
public final class MergeStage implements Processor<String, MergeInput, String, SpecificRecord> {
    private static final Duration MARK_EVERY = Duration.ofSeconds(1);

    private final Settings settings;
    private final MergeModel model;
    private final StageMeters meters;
    private ProcessorContext<String, SpecificRecord> context;
    private IncidentIndex index;
    private MergeStores stores;
    private Merger merger;
    private TaskClock clock;
    private WatchlistPoll poll;
    private Watchlist watchlist = Watchlist.NONE;
    private RelinkingPass relinking;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
    private MergeStage(Settings settings, MergeModel model, StageMeters meters) {
        this.settings = settings;
        this.model = model;
        this.meters = meters;
    }

    /** A new stage for each task, with its stores. The rule and its tables are shared: they are immutable. */
    public static ProcessorSupplier<String, MergeInput, String, SpecificRecord> supplier(
            Settings settings, StageMeters meters) {
        MergeModel model = MergeModel.load(
                new MergeSettings(settings.minConfidence(), settings.keepCandidates(), settings.keepFingerprints()));
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, MergeInput, String, SpecificRecord> get() {
                return new MergeStage(settings, model, meters);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return MergeStores.builders(settings.serdes());
            }
        };
    }

    /** All that the newest revision of an incident contributes, for whoever counts again. */
    public static Function<Incident, Collection<Contribution>> contributions(Settings settings) {
        Subjects subjects = new Subjects(settings.minConfidence(), CivilZones.load());
        return incident -> subjects.of(Optional.empty(), incident, incident.getLastReportedAt())
                .values();
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> context) {
        this.context = context;
        // A task whose transaction was aborted is initialised again: what it had indexed may never have been.
        index = new IncidentIndex();
        stores = new MergeStores(context);
        merger = new Merger(model.rule(), model.nameWords(), index, stores);
        clock = new TaskClock(stores.time(), settings.idleAfter(), now());
        poll = new WatchlistPoll(context);
        relinking = new RelinkingPass(stores, this::relinked);
        AgingPass aging = new AgingPass(stores, index, model);
        context.schedule(MARK_EVERY, PunctuationType.WALL_CLOCK_TIME, at -> passMarkOn());
        context.schedule(RelinkingPass.EVERY, PunctuationType.WALL_CLOCK_TIME, at -> applyWatchlist());
        context.schedule(Expiry.EVERY, PunctuationType.WALL_CLOCK_TIME, at -> clock.time(now())
                .ifPresent(time -> {
                    aging.slice(time);
                    stores.expireReports(time.minus(model.settings().keepFor()));
                }));
        readWatchlist();
        try (KeyValueIterator<String, IncidentState> incidents = stores.incidents()) {
            incidents.forEachRemaining(entry -> index(entry.value));
        }
    }

    @Override
    public void process(Record<String, MergeInput> record) {
        record.value().getMark().ifPresent(mark -> clock.take(mark, now()));
        record.value().getReport().ifPresent(this::take);
    }

    @Override
    public void close() {
        meters.closed(Names.MERGE, context.taskId().partition());
    }

    private void take(IncidentReport report) {
        meters.processed(
                Names.MERGE, context.taskId().partition(), report.getOrigin().getAppendedAt());
        boolean tooOld = isTooOld(report);
        if (!tooOld || stands(report.getReportId())) {
            IncidentReport taken = tooOld
                    ? IncidentReport.newBuilder(report).setRetracted(true).build()
                    : report;
            Changes changes = BeforeChange.compute(
                    report.getArticleId(), report.getOrigin(), () -> merger.accept(taken, watchlist));
            publish(changes, report.getEventTime());
        }
        if (tooOld) {
            forward(report.getArticleId(), DeadLetters.tooOld(report), report.getEventTime());
        }
    }

    /** An earlier version of the report counts on days that are held: of those its article has thought better. */
    private boolean stands(String reportId) {
        return stores.report(reportId)
                .flatMap(MergedReport::getReport)
                .filter(former -> !isTooOld(former))
                .isPresent();
    }

    /**
     * The attack's days are no longer held: its count must not be rewritten. Held from the later of pipeline time and the
     * article's own, so that an anniversary is history also before the first mark has come.
     */
    private boolean isTooOld(IncidentReport report) {
        Instant published = report.getEventTime();
        Instant time = clock.time(now()).filter(published::isBefore).orElse(published);
        LocalDate held =
                time.minus(settings.keepDays()).atOffset(ZoneOffset.UTC).toLocalDate();
        return report.getAttackDate()
                .filter(days -> days.getLatest().isBefore(held))
                .isPresent();
    }

    private void applyWatchlist() {
        readWatchlist();
        relinking.slice(watchlist);
    }

    private void readWatchlist() {
        poll.next().ifPresent(read -> watchlist = new ListedTargets(read.version(), read.targets(), model.nations()));
    }

    private void relinked(IncidentState after) {
        IncidentState before =
                stores.incident(after.getIncident().getIncidentId()).orElseThrow();
        stores.put(after);
        publish(List.of(new Changes.Revision(Optional.of(before.getIncident()), after)), now());
    }

    private void passMarkOn() {
        meters.indexed(context.taskId().partition(), index.size());
        clock.toPassOn(Names.MERGE + "-" + context.taskId().partition())
                .ifPresent(mark ->
                        forward("", TallyInput.newBuilder().setMark(mark).build(), now()));
    }

    private Instant now() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }

    private void publish(Changes changes, Instant eventTime) {
        // What was before is read from the stores: a subject that no longer counts must be told.
        List<Changes.Revision> revisions = changes.revisions();
        stores.put(changes);
        publish(revisions, eventTime);
    }

    private void publish(List<Changes.Revision> revisions, Instant eventTime) {
        Map<String, List<Contribution>> bySubject = new LinkedHashMap<>();
        for (Changes.Revision revision : revisions) {
            Incident incident = revision.after().getIncident();
            index(revision.after());
            forward(incident.getIncidentId(), incident, eventTime);
            model.subjects().of(revision.before(), incident, eventTime).forEach((subject, contribution) -> bySubject
                    .computeIfAbsent(subject, s -> new ArrayList<>())
                    .add(contribution));
        }
        bySubject.forEach((subject, contributions) -> forward(
                subject,
                TallyInput.newBuilder()
                        .setContribution(contributions.get(0))
                        .setFurther(contributions.subList(1, contributions.size()))
                        .build(),
                eventTime));
    }

    private void index(IncidentState state) {
        if (state.getIncident().getRetracted()
                || state.getIncident().getMergedInto().isPresent()) {
            index.remove(state.getIncident().getIncidentId());
        } else {
            index.put(Profile.of(state, model.nameWords()));
        }
    }

    /** A broker refuses timestamps ahead of its clock, so an event time in the future becomes now. */
    private void forward(String key, SpecificRecord value, Instant eventTime) {
        long timestamp = Math.max(0, Math.min(eventTime.toEpochMilli(), context.currentSystemTimeMs()));
        context.forward(new Record<>(key, value, timestamp));
    }
}
