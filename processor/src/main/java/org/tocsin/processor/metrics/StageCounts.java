package org.tocsin.processor.metrics;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.tocsin.coder.Verdict;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.AlertKind;
import org.tocsin.schemas.DeadLetter;
import org.tocsin.schemas.DeadLetterReason;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.IncidentReport;
import org.tocsin.schemas.MergeInput;
import org.tocsin.schemas.PublisherPulse;

/** Counts the stages' work as it is committed. All series are there from the start, at 0, so that rates see a first one. */
final class StageCounts implements StageMeters {
    private static final Duration[] CODING_BUCKETS = millis(1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000);
    private static final Duration[] ALERT_BUCKETS =
            millis(100, 250, 500, 1000, 2500, 5000, 10_000, 30_000, 60_000, 300_000, 1_800_000, 7_200_000);

    /** What a revision of an incident says. */
    private enum Change {
        NEW,
        REVISED,
        MERGED,
        RETRACTED
    }

    private final CommittedWork work;
    private final TaskReadings tasks;
    private final Clock clock;
    private final Counter articles;
    private final Counter reports;
    private final Counter retractions;
    private final Map<Coding, Counter> verdicts;
    private final Map<Change, Counter> incidents;
    private final Map<AlertKind, Counter> alerts;
    private final Map<DeadLetterReason, Counter> deadLetters;
    private final Timer coding;
    private final Timer publishToAlert;

    StageCounts(MeterRegistry registry, CommittedWork work, TaskReadings tasks, Clock clock) {
        this.work = work;
        this.tasks = tasks;
        this.clock = clock;
        articles = registry.counter("tocsin.articles");
        reports = registry.counter("tocsin.reports", "retracted", "false");
        retractions = registry.counter("tocsin.reports", "retracted", "true");
        verdicts = counters(registry, "tocsin.verdicts", "verdict", Coding.class);
        incidents = counters(registry, "tocsin.incidents", "change", Change.class);
        alerts = counters(registry, "tocsin.alerts", "kind", AlertKind.class);
        deadLetters = counters(registry, "tocsin.dead.letters", "reason", DeadLetterReason.class);
        coding = Timer.builder("tocsin.coding")
                .serviceLevelObjectives(CODING_BUCKETS)
                .register(registry);
        publishToAlert = Timer.builder("tocsin.publish.to.alert")
                .serviceLevelObjectives(ALERT_BUCKETS)
                .register(registry);
    }

    @Override
    public Verdict coding(Supplier<Verdict> coder) {
        return requireNonNull(coding.record(coder));
    }

    @Override
    public void article(Coding outcome) {
        work.then(articles::increment);
        work.then(counter(verdicts, outcome)::increment);
    }

    @Override
    public void written(SpecificRecord record) {
        if (record instanceof MergeInput input) {
            input.getReport().ifPresent(report -> work.then(countOf(report)::increment));
        } else if (record instanceof Incident incident) {
            work.then(counter(incidents, change(incident))::increment);
        } else if (record instanceof DeadLetter letter) {
            work.then(counter(deadLetters, letter.getReason())::increment);
        } else if (record instanceof Alert alert) {
            written(alert);
        }
    }

    @Override
    public void processed(String stage, int partition, Instant appendedAt) {
        work.then(() -> tasks.processed(stage, partition, appendedAt));
    }

    @Override
    public void heard(int partition, List<PublisherPulse> publishers) {
        tasks.heard(partition, publishers);
    }

    @Override
    public void indexed(int partition, int size) {
        tasks.indexed(partition, size);
    }

    @Override
    public void closed(String stage, int partition) {
        tasks.closed(stage, partition);
    }

    /** An alert that an article raised has come when subscribers can read it: at the commit. */
    private void written(Alert alert) {
        work.then(counter(alerts, alert.getKind())::increment);
        boolean announces = alert.getKind() == AlertKind.RAISED || alert.getKind() == AlertKind.ESCALATED;
        alert.getCause()
                .getOrigin()
                .filter(origin -> announces)
                .ifPresent(origin -> work.then(
                        () -> publishToAlert.record(Duration.between(origin.getAppendedAt(), clock.instant()))));
    }

    private Counter countOf(IncidentReport report) {
        return report.getRetracted() ? retractions : reports;
    }

    private static Change change(Incident incident) {
        if (incident.getRetracted()) {
            return Change.RETRACTED;
        }
        if (incident.getMergedInto().isPresent()) {
            return Change.MERGED;
        }
        return incident.getRevision() == 1 ? Change.NEW : Change.REVISED;
    }

    private static <E extends Enum<E>> Counter counter(Map<E, Counter> counters, E key) {
        return requireNonNull(counters.get(key));
    }

    private static <E extends Enum<E>> Map<E, Counter> counters(
            MeterRegistry registry, String name, String label, Class<E> keys) {
        Map<E, Counter> counters = new EnumMap<>(keys);
        for (E key : keys.getEnumConstants()) {
            counters.put(key, registry.counter(name, label, key.name().toLowerCase(Locale.ROOT)));
        }
        return counters;
    }

    private static Duration[] millis(int... bounds) {
        return IntStream.of(bounds).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
    }
}
