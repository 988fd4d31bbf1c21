package org.tocsin.processor.cli;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
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
        readIncidentsToEnd();
    }

    /** Counts and alerts as they are now; {@link #inMotion} then begins anew. */
    void readCountsAndAlerts() {
        readAlertsToEnd();
        readCountsToEnd();
        changed.clear();
    }

    /** Reads all again, in the opposite order: what differs from the first reading is in motion. */
    void readAgain() {
        readCountsToEnd();
        readAlertsToEnd();
        readIncidentsToEnd();
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

    private void readIncidentsToEnd() {
        readToEnd(incidentReader, incidents, incident -> contributions.apply(incident).stream()
                .flatMap(each -> Verification.days(each).stream()));
    }

    private void readCountsToEnd() {
        readToEnd(countReader, counts, count -> Stream.of(SubjectKeys.dayKey(count.getSubject(), count.getDate())));
    }

    private void readAlertsToEnd() {
        readToEnd(alertReader, alerts, alert -> Stream.of(SubjectKeys.dayKey(alert.getSubject(), alert.getDate())));
    }

    /** The days of what was there before and of what has come, or has been purged, are in motion. */
    private <T extends SpecificRecord> void readToEnd(
            TopicReader<T> reader, Map<String, T> newest, Function<T, Stream<String>> days) {
        reader.readRecordsToEnd((record, value) -> {
            if (value == null && record.value() != null) {
                return; // It cannot be read, and the one before stays in its place.
            }
            T before = value == null ? newest.remove(record.key()) : newest.put(record.key(), value);
            Stream.ofNullable(before).flatMap(days).forEach(changed::add);
            Stream.ofNullable(value).flatMap(days).forEach(changed::add);
        });
    }

    @Override
    public void close() {
        incidentReader.close();
        countReader.close();
        alertReader.close();
    }
}
