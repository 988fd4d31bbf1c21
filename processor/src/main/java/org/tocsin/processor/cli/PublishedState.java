package org.tocsin.processor.cli;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.tocsin.processor.Settings;
import org.tocsin.processor.tally.SubjectKeys;
import org.tocsin.processor.verify.Verification;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.Contribution;
import org.tocsin.schemas.DailyTally;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.Topics;

/**
 * The newest incidents, counts and alerts, and which days changed while they were read. The three topics are written in
 * different transactions, so a running pipeline has no instant at which all agree; a day whose records stayed the same
 * around the reading of the others is judged, and the rest is left out.
 *
 * <p>Of one thread.
 */
final class PublishedState implements AutoCloseable {
    private final TopicReader<Incident> incidentReader;
    private final TopicReader<DailyTally> countReader;
    private final TopicReader<Alert> alertReader;
    private final Function<Incident, Collection<Contribution>> contributions;
    private final Map<String, Incident> incidents = new HashMap<>();
    private final Map<String, DailyTally> counts = new HashMap<>();
    private final Map<String, Alert> alerts = new HashMap<>();
    private final Set<String> changed = new HashSet<>();

    PublishedState(Settings settings, Console console, Function<Incident, Collection<Contribution>> contributions) {
        this.contributions = contributions;
        this.incidentReader = new TopicReader<>(settings, Topics.INCIDENTS, console);
        this.countReader = new TopicReader<>(settings, Topics.DAILY_COUNTS, console);
        this.alertReader = new TopicReader<>(settings, Topics.ALERTS, console);
    }

    /** The incidents as they are now. */
    void readIncidents() {
        incidentReader.readToEnd(this::take);
    }

    /** Counts and alerts as they are now; {@link #inMotion} then begins anew. */
    void readCountsAndAlerts() {
        alertReader.readToEnd(this::take);
        countReader.readToEnd(this::take);
        changed.clear();
    }

    /** Reads all again, in the opposite order: what differs from the first reading is in motion. */
    void readAgain() {
        countReader.readToEnd(this::take);
        alertReader.readToEnd(this::take);
        incidentReader.readToEnd(this::take);
    }

    /** Keys of the days that changed since {@link #readCountsAndAlerts}. */
    Set<String> inMotion() {
        return Set.copyOf(changed);
    }

    Map<String, Incident> incidents() {
        return incidents;
    }

    Map<String, DailyTally> counts() {
        return counts;
    }

    Map<String, Alert> alerts() {
        return alerts;
    }

    private void take(Incident incident) {
        Incident before = incidents.put(incident.getIncidentId(), incident);
        if (before != null) {
            touch(before);
        }
        touch(incident);
    }

    private void touch(Incident incident) {
        contributions.apply(incident).forEach(each -> changed.addAll(Verification.days(each)));
    }

    private void take(DailyTally count) {
        String day = SubjectKeys.dayKey(count.getSubject(), count.getDate());
        counts.put(day, count);
        changed.add(day);
    }

    private void take(Alert alert) {
        alerts.put(alert.getAlertId(), alert);
        changed.add(SubjectKeys.dayKey(alert.getSubject(), alert.getDate()));
    }

    @Override
    public void close() {
        incidentReader.close();
        countReader.close();
        alertReader.close();
    }
}
