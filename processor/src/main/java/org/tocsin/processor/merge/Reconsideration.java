package org.tocsin.processor.merge;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tocsin.schemas.CauseKind;
import org.tocsin.schemas.IncidentReport;
import org.tocsin.schemas.IncidentState;

/**
 * Looks again at the incidents that a report may tell of: the earlier reports were placed without knowing of the later. So
 * the order of arrival matters less, and a report that was placed wrongly is put right once its own attack is known.
 * Incidents of many reports, and those whose reports are no longer all kept, stay as they are.
 */
final class Reconsideration {
    /** So many of the likeliest incidents, the one that it joined among them: all cost more time and change nothing. */
    private static final int MOST = 3;

    private final Clustering clustering;
    private final Changes changes;
    private final IncidentWriter writer;

    Reconsideration(Clustering clustering, Changes changes, IncidentWriter writer) {
        this.clustering = clustering;
        this.changes = changes;
        this.writer = writer;
    }

    /**
     * Clusters them again.
     *
     * @param own the incident that the report has joined or made
     * @param others those that it may tell of, too, the likeliest first
     */
    void of(IncidentState own, List<IncidentState> others) {
        Map<String, List<IncidentReport>> members = new LinkedHashMap<>();
        addWhole(own, members);
        if (members.isEmpty() || others.isEmpty()) {
            return;
        }
        for (IncidentState other : others.subList(0, Math.min(MOST, others.size()))) {
            changes.living(other.getIncident().getIncidentId()).ifPresent(state -> addWhole(state, members));
        }
        List<IncidentReport> all =
                members.values().stream().flatMap(List::stream).toList();
        Map<String, List<IncidentReport>> oldestFirst = new LinkedHashMap<>();
        members.keySet().stream()
                .sorted(Comparator.comparing(
                        id -> changes.incident(id).orElseThrow().getFirstOrigin(), Assembly.BY_APPEND))
                .forEach(id -> oldestFirst.put(id, members.get(id)));
        regroup(Regrouping.of(oldestFirst, clustering.of(all), changes::isNew), members);
    }

    /** Adds the incident's reports unless they are too many, or not all are kept. */
    private void addWhole(IncidentState state, Map<String, List<IncidentReport>> members) {
        if (state.getIncident().getReportCount() > Clustering.LARGEST) {
            return;
        }
        List<IncidentReport> reports = writer.members(state);
        boolean isWhole = state.getBase().isEmpty() && state.getIncident().getReportCount() == reports.size();
        int before = members.values().stream().mapToInt(List::size).sum();
        if (isWhole && before + reports.size() <= Clustering.LARGEST) {
            members.putIfAbsent(state.getIncident().getIncidentId(), reports);
        }
    }

    private void regroup(Regrouping regrouping, Map<String, List<IncidentReport>> members) {
        regrouping.kept().forEach((id, reports) -> {
            if (!regrouping.isAsBefore(id, members)) {
                writer.put(new Assembly(id, changes.incident(id), reports, 0), CauseKind.REPORT);
            }
        });
        for (List<IncidentReport> reports : regrouping.founded()) {
            writer.put(new Assembly(writer.freeId(reports.get(0)), Optional.empty(), reports, 0), CauseKind.REPORT);
        }
        regrouping.ended().forEach((id, heir) -> {
            if (changes.isNew(id)) {
                changes.discard(id, heir);
            } else {
                writer.endIn(id, heir);
            }
        });
    }
}
