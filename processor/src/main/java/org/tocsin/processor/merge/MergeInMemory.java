package org.tocsin.processor.merge;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.IncidentReport;
import org.tocsin.schemas.IncidentState;
import org.tocsin.schemas.MergedReport;

/** Merging without Kafka: the stores are maps. For tests and measurements; not thread-safe. */
public final class MergeInMemory implements KnownIncidents {
    private final MergeModel model;
    private final Map<String, MergedReport> reports = new HashMap<>();
    private final Map<String, IncidentState> incidents = new HashMap<>();
    private final IncidentIndex index = new IncidentIndex();
    private final Merger merger;

    public MergeInMemory(MergeModel model) {
        this.model = model;
        this.merger = new Merger(model.rule(), model.nameWords(), index, this);
    }

    @Override
    public Optional<MergedReport> report(String reportId) {
        return Optional.ofNullable(reports.get(reportId));
    }

    @Override
    public Optional<IncidentState> incident(String incidentId) {
        return Optional.ofNullable(incidents.get(incidentId));
    }

    /** Takes the report and stores what it changes. */
    public Changes accept(IncidentReport report) {
        Changes changes = merger.accept(report, Watchlist.NONE);
        changes.reports()
                .forEach((id, merged) -> merged.ifPresentOrElse(m -> reports.put(id, m), () -> reports.remove(id)));
        for (Changes.Revision revision : changes.revisions()) {
            Incident incident = revision.after().getIncident();
            incidents.put(incident.getIncidentId(), revision.after());
            if (incident.getRetracted() || incident.getMergedInto().isPresent()) {
                index.remove(incident.getIncidentId());
            } else {
                index.put(Profile.of(revision.after(), model.nameWords()));
            }
        }
        return changes;
    }

    /** The incidents that count, by their ids. */
    public List<Incident> living() {
        return incidents.values().stream()
                .map(IncidentState::getIncident)
                .filter(i -> !i.getRetracted() && i.getMergedInto().isEmpty())
                .sorted(Comparator.comparing(Incident::getIncidentId))
                .toList();
    }

    /** Ids of the reports that tell of one incident. */
    public Set<Set<String>> clusters() {
        Map<String, Set<String>> clusters = new HashMap<>();
        reports.forEach((id, merged) -> clusters.computeIfAbsent(living(merged.getIncidentId()), i -> new TreeSet<>())
                .add(id));
        return Set.copyOf(clusters.values());
    }

    private String living(String incidentId) {
        return incident(incidentId)
                .flatMap(s -> s.getIncident().getMergedInto())
                .map(this::living)
                .orElse(incidentId);
    }
}
