package org.tocsin.connect.sink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.tocsin.connect.sink.AlertFilter.Decision;
import org.tocsin.schemas.Alert;

/** The alerts that Alertmanager is to hold as firing, by partition, so that they go when their partition does. */
final class FiringAlerts {
    /** One call stays small: an alert is a few kilobytes there. */
    private static final int A_CALL = 50;

    private record Entry(String level, Instant closesAt, ObjectNode item) {}

    private final Map<TopicPartition, Map<String, Entry>> firing = new HashMap<>();

    /** Takes note of a revision that was decided on. Revisions of an alert come in their order. */
    void note(TopicPartition partition, Alert alert, Decision decision) {
        switch (decision) {
            case TELL ->
                firing.computeIfAbsent(partition, p -> new LinkedHashMap<>())
                        .put(
                                alert.getAlertId(),
                                new Entry(alert.getLevel(), alert.getClosesAt(), AlertmanagerFormat.firing(alert)));
            case END -> firing.getOrDefault(partition, new HashMap<>()).remove(alert.getAlertId());
            case PASS -> {}
        }
    }

    /** The level at which the alert fires, null when it does not. */
    @Nullable
    String level(TopicPartition partition, String alertId) {
        Entry entry = firing.getOrDefault(partition, Map.of()).get(alertId);
        return entry == null ? null : entry.level();
    }

    /** Bodies of the calls that say again what fires. Alerts whose day is over end by themselves and are forgotten. */
    List<JsonNode> calls(Instant now) {
        List<JsonNode> calls = new ArrayList<>();
        ArrayNode call = AlertJson.NODES.arrayNode();
        for (Map<String, Entry> alerts : firing.values()) {
            alerts.values().removeIf(entry -> !entry.closesAt().isAfter(now));
            for (Entry entry : alerts.values()) {
                call.add(entry.item());
                if (call.size() == A_CALL) {
                    calls.add(call);
                    call = AlertJson.NODES.arrayNode();
                }
            }
        }
        if (!call.isEmpty()) {
            calls.add(call);
        }
        return calls;
    }

    /** These belong to another task now. */
    void forget(Collection<TopicPartition> partitions) {
        firing.keySet().removeAll(partitions);
    }
}
