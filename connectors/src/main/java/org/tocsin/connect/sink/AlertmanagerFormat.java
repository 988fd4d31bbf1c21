package org.tocsin.connect.sink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Collectors;
import org.tocsin.schemas.Alert;

/**
 * Alerts for {@code POST /api/v2/alerts} of Prometheus' Alertmanager. Its labels are an alert's identity there, so that
 * an escalated alert is another one: the one at the level before ends in the same call.
 */
record AlertmanagerFormat() implements AlertFormat {
    /**
     * An alert ends so long before now. Were its end still ahead by Alertmanager's clock, the later end that it knows
     * would win and the alert go on.
     */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

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
        Instant over = over(alert, announcement.now());
        ArrayNode alerts = AlertJson.NODES.arrayNode();
        String before = announcement.levelBefore();
        if (before != null && !before.equals(alert.getLevel())) {
            alerts.add(item(alert, before, over));
        }
        Instant end = announcement.ends() ? over : alert.getClosesAt();
        return alerts.add(item(alert, alert.getLevel(), end));
    }

    /** The alert as it is sent again and again while it fires. */
    static ObjectNode firing(Alert alert) {
        return item(alert, alert.getLevel(), alert.getClosesAt());
    }

    private static ObjectNode item(Alert alert, String level, Instant end) {
        ObjectNode item = AlertJson.NODES.objectNode();
        ObjectNode labels = item.putObject("labels");
        labels.put("alertname", "TocsinAlert");
        labels.put("severity", level);
        labels.put("rule", alert.getRuleId());
        labels.put("subject_kind", alert.getSubject().getKind().name());
        labels.put("subject_id", alert.getSubject().getId());
        labels.put("date", alert.getDate().toString());
        labels.put("alert_id", alert.getAlertId());
        ObjectNode annotations = item.putObject("annotations");
        annotations.put("summary", AlertText.headline(alert));
        annotations.put("subject", alert.getSubject().getName());
        annotations.put("description", description(alert));
        annotations.put("revision", Integer.toString(alert.getRevision()));
        item.put("startsAt", start(alert).toString());
        item.put("endsAt", end.toString());
        AlertText.links(alert, 1).stream().map(URI::toASCIIString).forEach(link -> item.put("generatorURL", link));
        return item;
    }

    private static String description(Alert alert) {
        return alert.getIncidents().stream()
                .limit(SHOWN)
                .map(incident -> AlertText.incident(incident)
                        + AlertText.link(incident)
                                .map(link -> " " + link.toASCIIString())
                                .orElse(""))
                .collect(Collectors.joining("\n"));
    }

    /** The day's first moment: the same in each revision and after each restart. */
    private static Instant start(Alert alert) {
        return alert.getDate().atStartOfDay(ZoneId.of(alert.getZone())).toInstant();
    }

    /** Alertmanager refuses an end that is not after the start. */
    private static Instant over(Alert alert, Instant now) {
        Instant end = now.minus(CLOCK_SKEW);
        Instant least = start(alert).plusMillis(1);
        return end.isBefore(least) ? least : end;
    }
}
