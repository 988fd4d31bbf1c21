package org.tocsin.processor.tally;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.CountedIncident;
import org.tocsin.schemas.DailyTally;

/**
 * Each subject's day as the stores have it: the incidents that stand on it, its last count and its alerts. A day is
 * counted anew from all its incidents with each report of one of them, so the days last used are kept in memory, too.
 *
 * <p>Not thread-safe; one per task, which alone writes the stores.
 */
final class KnownDays {
    private static final StringSerializer PREFIX = new StringSerializer();
    /** subject|day|incident */
    private final KeyValueStore<String, CountedIncident> cells;
    /** subject|day: the last count, without its incidents: they are the day's cells. */
    private final KeyValueStore<String, DailyTally> counts;
    /** subject|day|rule: the last revision of each alert. */
    private final KeyValueStore<String, Alert> alerts;
    /** By day key, the one used longest ago first. */
    private final Map<String, Day> inMemory = new LinkedHashMap<>(16, 0.75f, true);

    private final int most;
    private int size;

    /** Keeps at most {@code most} incidents and days in memory. */
    KnownDays(
            KeyValueStore<String, CountedIncident> cells,
            KeyValueStore<String, DailyTally> counts,
            KeyValueStore<String, Alert> alerts,
            int most) {
        this.cells = cells;
        this.counts = counts;
        this.alerts = alerts;
        this.most = most;
    }

    /** The day's incidents, in order of their ids. */
    List<CountedIncident> incidents(String day) {
        return List.copyOf(read(day).incidents.values());
    }

    /** The incident as it stands on the day, if it does. */
    Optional<CountedIncident> incident(String day, String incidentId) {
        return Optional.ofNullable(read(day).incidents.get(incidentId));
    }

    /** The day's last count, without its incidents. */
    Optional<DailyTally> count(String day) {
        return Optional.ofNullable(read(day).count);
    }

    /** The day's alerts by rule id. */
    Map<String, Alert> alerts(String day) {
        return Map.copyOf(read(day).alerts);
    }

    /** The incident stands on the day from now on, or no longer when there is none. */
    void put(String day, String incidentId, @Nullable CountedIncident incident) {
        Day known = read(day);
        size -= known.size();
        if (incident == null) {
            cells.delete(SubjectKeys.under(day, incidentId));
            known.incidents.remove(incidentId);
        } else {
            cells.put(SubjectKeys.under(day, incidentId), incident);
            known.incidents.put(incidentId, incident);
        }
        size += known.size();
    }

    /** The day's newest count; its incidents are not part of it. */
    void put(String day, DailyTally count) {
        read(day).count = count;
        counts.put(day, count);
    }

    /** The newest revision of one of the day's alerts. */
    void put(String day, Alert alert) {
        Day known = read(day);
        size -= known.size();
        alerts.put(SubjectKeys.under(day, alert.getRuleId()), alert);
        known.alerts.put(alert.getRuleId(), alert);
        size += known.size();
    }

    /** Reads all days anew: something else has deleted from the stores. */
    void forget() {
        inMemory.clear();
        size = 0;
    }

    private Day read(String day) {
        Day known = inMemory.get(day);
        if (known != null) {
            return known;
        }
        Day read = new Day(counts.get(day));
        String prefix = SubjectKeys.prefix(day);
        try (KeyValueIterator<String, CountedIncident> stored = cells.prefixScan(prefix, PREFIX)) {
            stored.forEachRemaining(cell -> read.incidents.put(cell.value.getIncidentId(), cell.value));
        }
        try (KeyValueIterator<String, Alert> stored = alerts.prefixScan(prefix, PREFIX)) {
            stored.forEachRemaining(alert -> read.alerts.put(alert.value.getRuleId(), alert.value));
        }
        makeRoom(read.size());
        inMemory.put(day, read);
        size += read.size();
        return read;
    }

    /** Incidents, those in alerts included, and days in memory. */
    int size() {
        return size;
    }

    private void makeRoom(int more) {
        Iterator<Day> eldest = inMemory.values().iterator();
        while (size + more > most && eldest.hasNext()) {
            size -= eldest.next().size();
            eldest.remove();
        }
    }

    /** What is kept of a day. */
    private static final class Day {
        private final Map<String, CountedIncident> incidents = new TreeMap<>();
        private final Map<String, Alert> alerts = new TreeMap<>();
        private @Nullable DailyTally count;

        private Day(@Nullable DailyTally count) {
            this.count = count;
        }

        /** A day without incidents takes room, too. */
        private int size() {
            int inAlerts = 0;
            for (Alert alert : alerts.values()) {
                inAlerts += alert.getIncidents().size();
            }
            return 1 + incidents.size() + inAlerts;
        }
    }
}
