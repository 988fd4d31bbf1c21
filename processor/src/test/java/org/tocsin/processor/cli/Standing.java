package org.tocsin.processor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.tocsin.processor.replay.FinalState;
import org.tocsin.processor.tally.SubjectKeys;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.DailyTally;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.RecordJson;
import org.tocsin.schemas.Topics;

/**
 * What stands when all is read, in a form in which a live run and a replay can be compared: the newest incidents,
 * counts and alerts, without what tells only where and when a record was appended and how far time had come then.
 */
record Standing(Map<String, JsonNode> incidents, Map<String, JsonNode> counts, Map<String, JsonNode> alerts) {
    private static final List<String> OF_THE_RUN = List.of("origin", "completeThrough", "silentPublishers");
    /** A day may close before or after a late report comes: the count is the same, its history is not. */
    private static final List<String> OF_A_COUNTS_HISTORY = List.of("revision", "cause");

    /** Of a live installation, from its topics. */
    static Standing of(Installation installation) {
        Standing standing = empty();
        installation.read(Topics.INCIDENTS).forEach(standing::take);
        installation.read(Topics.DAILY_COUNTS).forEach(standing::take);
        installation.read(Topics.ALERTS).forEach(standing::take);
        return standing;
    }

    /** Of a replay. */
    static Standing of(FinalState state) {
        Standing standing = empty();
        state.reports().all().forEach(standing::take);
        state.tallies().values().forEach(standing::take);
        state.latestAlerts().values().forEach(standing::take);
        return standing;
    }

    private static Standing empty() {
        return new Standing(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    private void take(Incident incident) {
        incidents.put(incident.getIncidentId(), plain(incident));
    }

    private void take(DailyTally count) {
        ObjectNode plain = plain(count);
        plain.remove(OF_A_COUNTS_HISTORY);
        counts.put(SubjectKeys.dayKey(count.getSubject(), count.getDate()), plain);
    }

    private void take(Alert alert) {
        alerts.put(alert.getAlertId(), plain(alert));
    }

    private static ObjectNode plain(SpecificRecord record) {
        ObjectNode node = RecordJson.object(record);
        node.findParents("origin").forEach(parent -> ((ObjectNode) parent).remove("origin"));
        node.remove(OF_THE_RUN);
        return node;
    }
}
