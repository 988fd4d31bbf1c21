package org.tocsin.connect.sink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.CountedIncident;

/**
 * A message for Slack's incoming webhooks, in Block Kit. Lengths are Slack's: 150 characters of a header, 3000 of a
 * section.
 */
record SlackFormat() implements AlertFormat {
    private static final int HEADER = 150;
    private static final int SHOWN = 5;
    /** Five of them stay below a section's 3000 with their links. */
    private static final int EVIDENCE = 200;

    private static final int LINK = 300;

    @Override
    public String contentType() {
        return "application/json; charset=UTF-8";
    }

    @Override
    public boolean holdsAlerts() {
        return false;
    }

    @Override
    public JsonNode body(Announcement announcement) {
        Alert alert = announcement.alert();
        String headline = AlertText.headline(alert);
        ObjectNode message = AlertJson.NODES.objectNode();
        message.put("text", escaped(headline));
        ArrayNode blocks = message.putArray("blocks");
        blocks.add(block("header", "plain_text", shortened(headline, HEADER)));
        if (!alert.getIncidents().isEmpty()) {
            blocks.add(block("section", "mrkdwn", incidents(alert)));
        }
        ObjectNode context = blocks.addObject().put("type", "context");
        context.putArray("elements").addObject().put("type", "mrkdwn").put("text", footer(alert));
        return message;
    }

    private static ObjectNode block(String type, String textType, String text) {
        ObjectNode block = AlertJson.NODES.objectNode().put("type", type);
        block.putObject("text").put("type", textType).put("text", text);
        return block;
    }

    private static String incidents(Alert alert) {
        StringBuilder lines = new StringBuilder();
        alert.getIncidents().stream().limit(SHOWN).forEach(incident -> lines.append(line(incident)));
        int more = alert.getIncidents().size() - SHOWN;
        return more > 0
                ? lines.append("and ").append(more).append(" more").toString()
                : lines.toString().strip();
    }

    private static String line(CountedIncident incident) {
        String text = escaped(shortened(AlertText.incident(incident), EVIDENCE));
        String link = AlertText.link(incident)
                .map(URI::toASCIIString)
                .filter(url -> url.length() <= LINK && url.indexOf('|') < 0 && url.indexOf('>') < 0)
                .map(url -> " (<" + escaped(url) + "|report>)")
                .orElse("");
        return "• " + text + link + "\n";
    }

    private static String footer(Alert alert) {
        return escaped("rule " + alert.getRuleId() + ", version " + alert.getRuleVersion() + " · revision "
                + alert.getRevision() + " · " + alert.getZone() + " · " + alert.getAlertId());
    }

    /** Slack's three control characters; the text of articles must not ping channels or forge links. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
