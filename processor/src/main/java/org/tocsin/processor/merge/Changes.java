package org.tocsin.processor.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.IncidentState;
import org.tocsin.schemas.MergedReport;

/**
 * What one input changes, computed in full before anything is stored: the new states over the stored ones. Reads go
 * through it, so that a later step sees what an earlier one decided.
 */
public final class Changes implements KnownIncidents {
    private final KnownIncidents stored;
    /** What was read: each read of a stored state costs its deserialisation. */
    private final Map<String, Optional<IncidentState>> read = new HashMap<>();

    private final Map<String, IncidentState> incidents = new LinkedHashMap<>();
    private final Map<String, Optional<MergedReport>> reports = new LinkedHashMap<>();

    Changes(KnownIncidents stored) {
        this.stored = stored;
    }

    /** One incident as it was, if it was, and as it is. */
    public record Revision(Optional<Incident> before, IncidentState after) {}

    @Override
    public Optional<MergedReport> report(String reportId) {
        Optional<MergedReport> changed = reports.get(reportId);
        return changed == null ? stored.report(reportId) : changed;
    }

    @Override
    public Optional<IncidentState> incident(String incidentId) {
        IncidentState changed = incidents.get(incidentId);
        return changed == null ? before(incidentId) : Optional.of(changed);
    }

    private Optional<IncidentState> before(String incidentId) {
        return read.computeIfAbsent(incidentId, stored::incident);
    }

    /** The incident that lives on under this id: itself, or the one that it was merged into. */
    Optional<IncidentState> living(String incidentId) {
        Optional<IncidentState> state = incident(incidentId);
        while (state.flatMap(s -> s.getIncident().getMergedInto()).isPresent()) {
            state = incident(state.get().getIncident().getMergedInto().get());
        }
        return state;
    }

    /** The revision that this input makes: one above the stored one, however many steps it takes. */
    int nextRevision(String incidentId) {
        return before(incidentId).map(s -> s.getIncident().getRevision()).orElse(0) + 1;
    }

    /** Incidents that this input has changed so far and that count: the index still has them as they were. */
    List<IncidentState> changedLiving() {
        return incidents.values().stream()
                .filter(s -> !s.getIncident().getRetracted()
                        && s.getIncident().getMergedInto().isEmpty())
                .toList();
    }

    boolean hasChanged(String incidentId) {
        return incidents.containsKey(incidentId);
    }

    /** True when only this input made it. */
    boolean isNew(String incidentId) {
        return before(incidentId).isEmpty();
    }

    /** Forgets an incident that only this input made; what was to end in it ends in its heir. */
    void discard(String incidentId, String heir) {
        incidents.remove(incidentId);
        incidents.replaceAll((id, state) -> {
            Incident incident = state.getIncident();
            return incident.getMergedInto().filter(incidentId::equals).isPresent()
                    ? IncidentState.newBuilder(state)
                            .setIncident(Incident.newBuilder(incident)
                                    .setMergedInto(heir)
                                    .build())
                            .build()
                    : state;
        });
    }

    void put(IncidentState state) {
        incidents.put(state.getIncident().getIncidentId(), state);
    }

    void put(String reportId, MergedReport report) {
        reports.put(reportId, Optional.of(report));
    }

    void remove(String reportId) {
        reports.put(reportId, Optional.empty());
    }

    /** Nothing that was not known. */
    public boolean isEmpty() {
        return incidents.isEmpty() && reports.isEmpty();
    }

    /** The incidents' new revisions, in the order in which they came about. */
    public List<Revision> revisions() {
        List<Revision> revisions = new ArrayList<>();
        incidents.forEach(
                (id, after) -> revisions.add(new Revision(before(id).map(IncidentState::getIncident), after)));
        return revisions;
    }

    /** The reports to store; empty for one to delete. */
    Map<String, Optional<MergedReport>> reports() {
        return reports;
    }
}
