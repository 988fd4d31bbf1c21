package org.tocsin.processor.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.tocsin.processor.alert.AlertPolicy;
import org.tocsin.processor.tally.SubjectKeys;
import org.tocsin.processor.view.Table;
import org.tocsin.processor.view.View;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.AlertKind;
import org.tocsin.schemas.AttackType;
import org.tocsin.schemas.DailyTally;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.Place;
import org.tocsin.schemas.RecordJson;
import org.tocsin.schemas.SubjectKind;

/** The read API over the local view; {@code openapi.json} describes it. */
public final class ReadApi implements HttpServer.Routes {
    private static final String JSON = "application/json";
    private static final int ETAG_BYTES = 16;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final View view;
    private final byte[] description = OpenApi.document();

    public ReadApi(View view) {
        this.view = view;
    }

    /** All under {@code /api/v1} but the stream. */
    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/v1/openapi.json", context -> answer(context, description));
        routes.get("/api/v1/alerts", this::alerts);
        routes.get("/api/v1/incidents", this::incidents);
        routes.get("/api/v1/incidents/{id}", this::incident);
        routes.get("/api/v1/subjects", this::subjects);
        routes.get("/api/v1/subjects/{id}/days", this::days);
    }

    private void alerts(Context context) {
        requireWhole();
        Query query = Query.of(context, List.of("from", "to", "subject", "country", "kind", "level", "rule", "active"));
        Predicate<Alert> filter = query.<Alert>filter("subject", (a, key) -> SubjectKeys.subjectKey(a.getSubject())
                        .equals(key))
                .and(query.filter("country", (a, code) -> a.getSubject()
                        .getCountryCode()
                        .filter(code::equalsIgnoreCase)
                        .isPresent()))
                .and(query.filter("kind", AlertKind.values(), (a, kind) -> a.getKind() == kind))
                .and(query.filter("level", (a, level) -> a.getLevel().equals(level)))
                .and(query.filter("rule", (a, rule) -> a.getRuleId().equals(rule)))
                .and(query.filter("active", AlertPolicy::isActive));
        page(context, view.page(Table.ALERTS, query.days(""), filter), RecordJson::object);
    }

    private void incidents(Context context) {
        requireWhole();
        Query query = Query.of(context, List.of("from", "to", "country", "type", "target", "standing"));
        Predicate<Incident> filter = query.<Incident>filter("country", (i, code) -> i.getPlace()
                        .flatMap(Place::getCountryCode)
                        .filter(code::equalsIgnoreCase)
                        .isPresent())
                .and(query.filter("type", AttackType.values(), (i, type) -> i.getAttackType() == type))
                .and(query.filter("target", (i, id) -> i.getLinkedTargets().stream()
                        .anyMatch(t -> t.getId().equals(id))))
                .and(query.filter("standing", ReadApi::isStanding));
        page(context, view.page(Table.INCIDENTS, query.days(""), filter), RecordJson::object);
    }

    private void incident(Context context) {
        requireWhole();
        Query.of(context, List.of());
        String id = context.pathParam("id");
        Incident incident = view.get(Table.INCIDENTS, id)
                .orElseThrow(
                        () -> Problem.notFound("there is no incident " + id).exception());
        answer(context, RecordJson.line(incident).getBytes(UTF_8));
    }

    private void subjects(Context context) {
        requireWhole();
        Query query = Query.of(context, List.of("kind", "country"));
        Predicate<DailyTally> filter = query.<DailyTally, SubjectKind>filter(
                        "kind",
                        SubjectKind.values(),
                        (d, kind) -> d.getSubject().getKind() == kind)
                .and(query.filter("country", (d, code) -> d.getSubject()
                        .getCountryCode()
                        .filter(code::equalsIgnoreCase)
                        .isPresent()));
        page(context, view.newestDays(query.all(""), filter), ReadApi::subject);
    }

    private void days(Context context) {
        requireWhole();
        Query query = Query.of(context, List.of("from", "to"));
        String id = context.pathParam("id");
        View.Range range = query.days(Table.ofSubject(id));
        View.Page<DailyTally> page = view.page(Table.DAYS, range, day -> true);
        if (page.items().isEmpty() && !isSubject(id)) {
            throw Problem.notFound("there is no subject " + id + "; ids are such as COUNTRY:IQ, see /api/v1/subjects")
                    .exception();
        }
        page(context, page, RecordJson::object);
    }

    private boolean isSubject(String id) {
        String start = Table.ofSubject(id);
        View.Range any = new View.Range(start, start + Table.AFTER_ALL, null, 1);
        return !view.page(Table.DAYS, any, day -> true).items().isEmpty();
    }

    private static boolean isStanding(Incident incident) {
        return !incident.getRetracted() && incident.getMergedInto().isEmpty();
    }

    /** A subject with what its newest day counts. */
    private static ObjectNode subject(DailyTally newest) {
        ObjectNode subject = NODES.objectNode().put("id", SubjectKeys.subjectKey(newest.getSubject()));
        subject.set("subject", RecordJson.object(newest.getSubject()));
        subject.put("newestDay", newest.getDate().toString());
        subject.put("certain", newest.getCertain());
        subject.put("possible", newest.getPossible());
        return subject;
    }

    /** Half of the topics would be a wrong answer. */
    private void requireWhole() {
        if (!view.isCaughtUp()) {
            throw Problem.unavailable("this instance has started and still reads the topics; ask again soon")
                    .exception();
        }
    }

    private static <T> void page(Context context, View.Page<T> page, Function<T, ObjectNode> json) {
        ObjectNode answer = NODES.objectNode();
        ArrayNode items = answer.putArray("items");
        page.items().forEach(item -> items.add(json.apply(item)));
        answer.put("next", Query.cursor(page.next()));
        answer(context, answer.toString().getBytes(UTF_8));
    }

    /** With an ETag of the content: the same bytes, the same tag, on whichever instance. */
    private static void answer(Context context, byte[] body) {
        String tag = '"' + HexFormat.of().formatHex(Arrays.copyOf(Digests.sha256(body), ETAG_BYTES)) + '"';
        context.header("ETag", tag);
        String known = Objects.requireNonNullElse(context.header("If-None-Match"), "");
        boolean same = Arrays.stream(known.split(","))
                .map(t -> t.strip().replaceFirst("^W/", ""))
                .anyMatch(t -> t.equals(tag) || t.equals("*"));
        if (same) {
            context.status(304);
        } else {
            context.contentType(JSON).result(body);
        }
    }
}
