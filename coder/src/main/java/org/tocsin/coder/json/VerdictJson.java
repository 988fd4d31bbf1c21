package org.tocsin.coder.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.CodedIncident;
import org.tocsin.coder.CountRange;
import org.tocsin.coder.DateRange;
import org.tocsin.coder.Evidence;
import org.tocsin.coder.Perpetrator;
import org.tocsin.coder.Place;
import org.tocsin.coder.Target;
import org.tocsin.coder.Verdict;
import org.tocsin.coder.Weapon;

/**
 * Verdicts as JSON, one object a line: {@code {"articleId","verdict","reason","score","incidents"}}. The verdict is
 * INCIDENT, NOT_AN_ATTACK or REJECTED; incidents come most confident first, dates are ISO days, what is unknown is null.
 */
public final class VerdictJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private VerdictJson() {}

    /** The line of one article, without a line feed. */
    public static String line(String articleId, Verdict verdict) {
        ObjectNode line = JSON.createObjectNode().put("articleId", articleId);
        if (verdict instanceof Verdict.Incidents) {
            line.put("verdict", "INCIDENT").putNull("reason");
        } else if (verdict instanceof Verdict.NotAnAttack not) {
            line.put("verdict", "NOT_AN_ATTACK").put("reason", not.reason());
        } else if (verdict instanceof Verdict.Rejected rejected) {
            line.put("verdict", "REJECTED").put("reason", rejected.reason() + ": " + rejected.detail());
        }
        line.put("score", rounded(verdict.score()));
        ArrayNode incidents = line.putArray("incidents");
        if (verdict instanceof Verdict.Incidents found) {
            found.incidents().forEach(i -> incidents.add(incident(i)));
        }
        return line.toString();
    }

    private static ObjectNode incident(CodedIncident incident) {
        ObjectNode json = JSON.createObjectNode()
                .put("attackType", incident.attackType().name())
                .put("acledSubEventType", incident.acledSubEventType().label())
                .put("stage", incident.stage().name())
                .put("weaponType", incident.weaponType().map(Enum::name).orElse(null));
        json.set("attackDate", date(incident.attackDate()));
        json.set("place", place(incident.place()));
        ArrayNode targets = json.putArray("targets");
        incident.targets().forEach(t -> targets.add(target(t)));
        ArrayNode perpetrators = json.putArray("perpetrators");
        incident.perpetrators().forEach(p -> perpetrators.add(perpetrator(p)));
        ArrayNode weapons = json.putArray("weapons");
        incident.weapons().forEach(w -> weapons.add(weapon(w)));
        json.set("killed", count(incident.killed()));
        json.set("injured", count(incident.injured()));
        ArrayNode evidence = json.putArray("evidence");
        incident.evidence().forEach(e -> evidence.add(evidence(e)));
        ArrayNode names = json.putArray("names");
        incident.fingerprint().names().forEach(names::add);
        return json.put("confidence", rounded(incident.confidence()));
    }

    private static @Nullable ObjectNode date(@Nullable DateRange range) {
        return range == null
                ? null
                : JSON.createObjectNode()
                        .put("earliest", range.earliest().toString())
                        .put("latest", range.latest().toString());
    }

    private static @Nullable ObjectNode place(@Nullable Place place) {
        return place == null
                ? null
                : JSON.createObjectNode()
                        .put("name", place.name())
                        .put("site", place.site())
                        .put("admin1", place.admin1())
                        .put("countryCode", place.countryCode())
                        .put("latitude", place.latitude())
                        .put("longitude", place.longitude())
                        .put("zone", place.zone() == null ? null : place.zone().getId())
                        .put("precision", place.precision().name());
    }

    private static ObjectNode target(Target target) {
        return JSON.createObjectNode()
                .put("text", target.text())
                .put("role", target.role().name())
                .put("kind", target.kind().name())
                .put("type", target.type().name())
                .put("nationality", target.nationality())
                .put("targetId", target.derivedId());
    }

    private static ObjectNode perpetrator(Perpetrator perpetrator) {
        return JSON.createObjectNode()
                .put("text", perpetrator.text())
                .put("kind", perpetrator.kind().name())
                .put("claimed", perpetrator.claimed());
    }

    private static ObjectNode weapon(Weapon weapon) {
        return JSON.createObjectNode()
                .put("text", weapon.text())
                .put("type", weapon.type().name());
    }

    private static @Nullable ObjectNode count(@Nullable CountRange count) {
        return count == null
                ? null
                : JSON.createObjectNode().put("min", count.min()).put("max", count.max());
    }

    private static ObjectNode evidence(Evidence evidence) {
        return JSON.createObjectNode()
                .put("in", evidence.inTitle() ? "title" : "body")
                .put("begin", evidence.begin())
                .put("end", evidence.end())
                .put("sentence", evidence.sentence());
    }

    /** Four decimals: more would only show the floating point of the machine. */
    private static double rounded(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.4f", value));
    }
}
