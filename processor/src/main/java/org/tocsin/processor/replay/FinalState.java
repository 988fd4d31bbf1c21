package org.tocsin.processor.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.AlertKind;
import org.tocsin.schemas.DailyTally;
import org.tocsin.schemas.DeadLetter;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.RecordJson;

/** What stands after a replay: incidents with all their reports, counts, alerts, and what went to the dead letters. */
public final class FinalState {
    private final ReportBook reports = new ReportBook();
    private final Map<String, DailyTally> counts = new TreeMap<>();
    private final Map<String, Alert> alerts = new TreeMap<>();
    private final Map<String, Alert> raised = new TreeMap<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();

    /** Follows a replay's outputs. */
    public void follow(Replay replay) {
        replay.onOutputs(
                (id, incident) -> reports.take(incident),
                counts::put,
                (id, alert) -> {
                    alerts.put(id, alert);
                    if (alert.getKind() == AlertKind.RAISED) {
                        raised.put(id, alert);
                    }
                },
                (key, letter) -> deadLetters.add(letter));
    }

    /** One line per standing incident, with the ids of all articles that report it. */
    public List<String> incidents() {
        Map<String, Set<String>> articles = reports.articles();
        return reports.standing().stream()
                .filter(incident -> articles.containsKey(incident.getIncidentId()))
                .map(incident -> line(incident, articles.getOrDefault(incident.getIncidentId(), Set.of())))
                .toList();
    }

    /** The last count of each subject and day. */
    public List<String> counts() {
        return counts.values().stream().map(RecordJson::line).toList();
    }

    /** The last revision of each alert. */
    public List<String> alerts() {
        return alerts.values().stream().map(RecordJson::line).toList();
    }

    /** The alerts that were raised at any time, by their ids. */
    public Map<String, Alert> raised() {
        return raised;
    }

    /** The last count of each day, by key. */
    public Map<String, DailyTally> tallies() {
        return counts;
    }

    /** The last revision of each alert, by its id. */
    public Map<String, Alert> latestAlerts() {
        return alerts;
    }

    /** What could not be processed. */
    public List<DeadLetter> deadLetters() {
        return deadLetters;
    }

    /** Incidents that stand, with all reports' articles by incident id. */
    public ReportBook reports() {
        return reports;
    }

    private static String line(Incident incident, Set<String> articles) {
        ObjectNode all = RecordJson.object(incident);
        ObjectNode line = all.objectNode();
        for (String field :
                List.of("incidentId", "attackType", "attackDate", "place", "targets", "killed", "injured")) {
            JsonNode value = all.get(field);
            line.set(field, value);
        }
        ArrayNode reports = line.putArray("reports");
        articles.forEach(reports::add);
        return line.toString();
    }
}
