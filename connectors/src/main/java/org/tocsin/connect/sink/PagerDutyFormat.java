package org.tocsin.connect.sink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.tocsin.schemas.Alert;

/**
 * PagerDuty's Events API v2: one incident an alert, by {@code dedup_key}; a revision updates it, WITHDRAWN and CLOSED
 * resolve it.
 *
 * @param routingKey of the service's integration; a secret
 * @param severities PagerDuty's severity by level in lower case; other levels are {@code error}
 */
record PagerDutyFormat(String routingKey, Map<String, String> severities) implements AlertFormat {
    /** PagerDuty's own limit. */
    private static final int SUMMARY = 1024;

    private static final int SHOWN = 10;

    @Override
    public String contentType() {
        return "application/json; charset=UTF-8";
    }

    @Override
    public boolean holdsAlerts() {
        return true;
    }

    @Override
    public JsonNode body(Announcement announcement) {
        Alert alert = announcement.alert();
        ObjectNode event = AlertJson.NODES.objectNode();
        event.put("routing_key", routingKey);
        event.put("event_action", announcement.ends() ? "resolve" : "trigger");
        event.put("dedup_key", alert.getAlertId());
        if (announcement.ends()) {
            return event;
        }
        event.put("client", "Tocsin");
        event.set("payload", payload(announcement));
        ArrayNode links = event.putArray("links");
        for (URI link : AlertText.links(alert, SHOWN)) {
            links.addObject().put("href", link.toASCIIString()).put("text", String.valueOf(link.getHost()));
        }
        return event;
    }

    private ObjectNode payload(Announcement announcement) {
        Alert alert = announcement.alert();
        String headline = AlertText.headline(alert);
        ObjectNode payload = AlertJson.NODES.objectNode();
        payload.put("summary", headline.length() <= SUMMARY ? headline : headline.substring(0, SUMMARY));
        payload.put(
                "source",
                alert.getSubject().getKind() + ":" + alert.getSubject().getId());
        payload.put("severity", severities.getOrDefault(alert.getLevel().toLowerCase(Locale.ROOT), "error"));
        payload.put("timestamp", announcement.recordedAt().toString());
        payload.put("group", alert.getRuleId());
        payload.put("class", "attacks in a day");
        ObjectNode details = payload.putObject("custom_details");
        details.put("count", alert.getCount());
        details.put("threshold", alert.getThreshold());
        details.put("level", alert.getLevel());
        details.put("date", alert.getDate().toString());
        details.put("zone", alert.getZone());
        details.put("revision", alert.getRevision());
        ArrayNode incidents = details.putArray("incidents");
        alert.getIncidents().stream().limit(SHOWN).map(AlertText::incident).forEach(incidents::add);
        return payload;
    }
}
