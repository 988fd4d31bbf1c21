package org.tocsin.processor.replay;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.ReportRef;

/**
 * Which reports belong to which incident, followed over all revisions: an incident itself lists only its first and
 * latest reports.
 */
public final class ReportBook {
    private final Map<String, Incident> incidents = new LinkedHashMap<>();
    private final Map<String, String> incidentOf = new LinkedHashMap<>();
    private final Map<String, String> articleOf = new TreeMap<>();

    /** The next revision of an incident. */
    public void take(Incident incident) {
        String id = incident.getIncidentId();
        incidents.put(id, incident);
        if (incident.getMergedInto().isPresent()) {
            String into = incident.getMergedInto().get();
            incidentOf.replaceAll((report, owner) -> owner.equals(id) ? into : owner);
            return;
        }
        boolean whole = incident.getReports().size() == incident.getReportCount();
        List<String> listed =
                incident.getReports().stream().map(ReportRef::getReportId).toList();
        if (whole || incident.getRetracted()) {
            incidentOf.entrySet().removeIf(e -> e.getValue().equals(id) && !listed.contains(e.getKey()));
        }
        for (ReportRef report : incident.getReports()) {
            incidentOf.put(report.getReportId(), id);
            articleOf.put(report.getReportId(), report.getArticleId());
        }
    }

    /** The newest revision of each incident, also of those that were merged into others or retracted. */
    public Collection<Incident> all() {
        return List.copyOf(incidents.values());
    }

    /** The newest revision of each incident that stands: neither merged into another nor retracted. */
    public Collection<Incident> standing() {
        return incidents.values().stream()
                .filter(incident -> incident.getMergedInto().isEmpty() && !incident.getRetracted())
                .toList();
    }

    /** The articles that report each incident, by incident id, each once and in order of report. */
    public Map<String, Set<String>> articles() {
        Map<String, Set<String>> articles = new LinkedHashMap<>();
        incidentOf.forEach((report, incident) -> articles.computeIfAbsent(incident, id -> new LinkedHashSet<>())
                .add(articleOf.getOrDefault(report, report)));
        return articles;
    }
}
