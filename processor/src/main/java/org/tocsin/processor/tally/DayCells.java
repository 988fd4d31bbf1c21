package org.tocsin.processor.tally;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.tocsin.schemas.CountedIncident;

/**
 * The incidents that stand on each subject's day, as the store has them. A day is counted anew from all its incidents
 * with each report of one of them, so the days last used are kept in memory, too.
 *
 * <p>Not thread-safe; one per task, which alone writes the store.
 */
final class DayCells {
    private static final StringSerializer PREFIX = new StringSerializer();
    /** Incidents and days of one task. */
    private static final int MOST_IN_MEMORY = 5_000;

    /** subject|day|incident */
    private final KeyValueStore<String, CountedIncident> store;
    /** By day, the one used longest ago first; in each by incident id. */
    private final Map<String, Map<String, CountedIncident>> inMemory = new LinkedHashMap<>(16, 0.75f, true);

    private int entries;

    DayCells(KeyValueStore<String, CountedIncident> store) {
        this.store = store;
    }

    /** The day's incidents, in order of their ids. */
    List<CountedIncident> of(String day) {
        return List.copyOf(read(day).values());
    }

    /** The incident stands on the day from now on, or no longer when there is none. */
    void put(String day, String incidentId, @Nullable CountedIncident incident) {
        Map<String, CountedIncident> incidents = read(day);
        String key = SubjectKeys.under(day, incidentId);
        entries -= size(incidents);
        if (incident == null) {
            store.delete(key);
            incidents.remove(incidentId);
        } else {
            store.put(key, incident);
            incidents.put(incidentId, incident);
        }
        entries += size(incidents);
    }

    /** Reads all days anew: something else has deleted from the store. */
    void forget() {
        inMemory.clear();
        entries = 0;
    }

    private Map<String, CountedIncident> read(String day) {
        Map<String, CountedIncident> known = inMemory.get(day);
        if (known != null) {
            return known;
        }
        Map<String, CountedIncident> incidents = new TreeMap<>();
        try (KeyValueIterator<String, CountedIncident> stored = store.prefixScan(SubjectKeys.prefix(day), PREFIX)) {
            stored.forEachRemaining(cell -> incidents.put(cell.value.getIncidentId(), cell.value));
        }
        makeRoom(size(incidents));
        inMemory.put(day, incidents);
        entries += size(incidents);
        return incidents;
    }

    private void makeRoom(int more) {
        Iterator<Map<String, CountedIncident>> eldest = inMemory.values().iterator();
        while (entries + more > MOST_IN_MEMORY && eldest.hasNext()) {
            entries -= size(eldest.next());
            eldest.remove();
        }
    }

    /** A day without incidents takes room, too. */
    private static int size(Map<String, CountedIncident> incidents) {
        return incidents.size() + 1;
    }
}
