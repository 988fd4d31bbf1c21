package org.tocsin.connect.sink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.Subject;

/**
 * CloudEvents 1.0, structured mode in JSON: the whole alert as data.
 *
 * @param source the {@code source} attribute, a URI reference; with the id it is unique
 */
record CloudEventsFormat(String source) implements AlertFormat {

    @Override
    public String contentType() {
        return "application/cloudevents+json; charset=UTF-8";
    }

    @Override
    public boolean holdsAlerts() {
        return false;
    }

    @Override
    public JsonNode body(Announcement announcement) {
        Alert alert = announcement.alert();
        ObjectNode event = AlertJson.NODES.objectNode();
        event.put("specversion", "1.0");
        event.put("id", Announcement.idempotencyKey(alert));
        event.put("source", source);
        event.put("type", "org.tocsin.alert." + alert.getKind().name().toLowerCase(Locale.ROOT));
        event.put("subject", subject(alert.getSubject()));
        event.put("time", announcement.recordedAt().toString());
        event.put("datacontenttype", "application/json");
        event.set("data", AlertJson.of(alert));
        return event;
    }

    private static String subject(Subject subject) {
        return subject.getKind() + ":" + subject.getId();
    }
}
