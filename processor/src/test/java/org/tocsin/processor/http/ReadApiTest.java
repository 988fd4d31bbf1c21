package org.tocsin.processor.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.processor.Settings;
import org.tocsin.processor.stack.TestStack;
import org.tocsin.processor.view.Table;
import org.tocsin.processor.view.View;

/** The read API over a real broker's topics: what is answered, in which form, and how mistakes are named. */
class ReadApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final LocalDate DAY = LocalDate.of(2024, 3, 12);
    private static final int DAYS = 5;

    @TempDir
    static Path directory;

    private static Settings settings;
    private static Publications published;
    private static View view;
    private static HttpServer server;

    @BeforeAll
    static void startOnTopicsWithSomething() {
        settings = TestStack.installation(Map.of("tocsin.http.port", "0", "tocsin.http.streams", "2"));
        published = Publications.on(settings);
        for (int day = 0; day < DAYS; day++) {
            published.incident("incident-" + day, 1, DAY.minusDays(day), day % 2 == 0 ? "IQ" : "SY");
            published.count("IQ", DAY.minusDays(day), day);
            published.alert("alert-" + day, 1, "IQ", DAY.minusDays(day));
        }
        published.count("SY", DAY, 1);
        view = View.start(settings, directory.resolve("view"));
        await().atMost(Duration.ofMinutes(1)).until(view::isCaughtUp);
        server = serve(view);
    }

    @AfterAll
    static void stop() {
        server.close();
        view.close();
        published.close();
    }

    @Test
    void shouldAnswerAsTheOpenApiDocumentSays() throws Exception {
        JsonNode document = JSON.readTree(get("/api/v1/openapi.json").body());
        List<String> checked = new ArrayList<>();
        document.get("paths").fieldNames().forEachRemaining(path -> {
            if (!path.endsWith("/stream")) {
                String asked = path.contains("subjects")
                        ? path.replace("{id}", "COUNTRY:IQ")
                        : path.replace("{id}", "incident-1");
                HttpResponse<String> answer = get(asked);
                assertThat(answer.statusCode()).as(asked).isEqualTo(200);
                assertThat(mistakes(document, path, "200", answer.body()))
                        .as(asked)
                        .isEmpty();
                HttpResponse<String> mistake = get(asked + "?colour=red");
                assertThat(mistakes(document, path, "400", mistake.body()))
                        .as(asked)
                        .isEmpty();
                checked.add(path);
            }
        });
        assertThat(checked).hasSize(5);
        ObjectNode wrong =
                (ObjectNode) JSON.readTree(get("/api/v1/incidents/incident-1").body());
        assertThat(mistakes(
                        document,
                        "/api/v1/incidents/{id}",
                        "200",
                        wrong.put("revision", "one").toString()))
                .as("the check itself can fail")
                .isNotEmpty();
    }

    @Test
    void shouldDescribeEveryParameterThatItKnows() throws Exception {
        JsonNode document = JSON.readTree(get("/api/v1/openapi.json").body());
        for (String path : List.of("/api/v1/alerts", "/api/v1/incidents", "/api/v1/subjects")) {
            List<String> described = new ArrayList<>();
            document.at("/paths")
                    .get(path)
                    .at("/get/parameters")
                    .forEach(p -> described.add(p.get("name").asText()));

            String known = detail(get(path + "?colour=red")).replaceFirst(".*known are ", "");

            assertThat(known.split(", ")).containsExactlyInAnyOrderElementsOf(described);
        }
    }

    @Test
    void shouldPageThroughAllNewestFirst() throws Exception {
        List<String> ids = new ArrayList<>();
        String next = "";
        int pages = 0;
        while (next != null) {
            JsonNode page = JSON.readTree(
                    get("/api/v1/incidents?limit=2&from=2024-01-01" + next).body());
            page.get("items").forEach(i -> ids.add(i.get("incidentId").asText()));
            next = page.get("next").isNull()
                    ? null
                    : "&after=" + page.get("next").asText();
            pages++;
        }
        assertThat(ids).containsExactly("incident-0", "incident-1", "incident-2", "incident-3", "incident-4");
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void shouldFilter() throws Exception {
        assertThat(values("/api/v1/incidents?country=sy", "incidentId")).containsExactly("incident-1", "incident-3");
        assertThat(values("/api/v1/incidents?from=2024-03-10&to=2024-03-11", "incidentId"))
                .containsExactly("incident-1", "incident-2");
        assertThat(values("/api/v1/alerts?subject=COUNTRY:IQ&from=2024-01-01&to=2024-03-09", "alertId"))
                .containsExactly("alert-3", "alert-4");
        assertThat(values("/api/v1/alerts?kind=raised&limit=1", "alertId")).containsExactly("alert-0");
        assertThat(values("/api/v1/alerts?kind=WITHDRAWN", "alertId")).isEmpty();
        assertThat(values("/api/v1/alerts?level=none-of-this-name", "alertId")).isEmpty();
        assertThat(values("/api/v1/subjects", "id")).containsExactly("COUNTRY:IQ", "COUNTRY:SY");
        assertThat(values("/api/v1/subjects?country=SY", "newestDay")).containsExactly("2024-03-12");
        assertThat(values("/api/v1/subjects/COUNTRY:IQ/days?from=2024-03-11", "date"))
                .containsExactly("2024-03-12", "2024-03-11");
    }

    @Test
    void shouldSendWhatIsUnchangedOnlyOnce() {
        HttpResponse<String> first = get("/api/v1/alerts");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = get("/api/v1/alerts", "If-None-Match", "\"other\", W/" + tag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(get("/api/v1/alerts", "If-None-Match", "\"other\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void shouldNameEachMistake() throws Exception {
        assertThat(detail(get("/api/v1/alerts?from=yesterday"))).contains("from", "2024-03-12", "yesterday");
        assertThat(detail(get("/api/v1/alerts?limit=501"))).contains("limit", "500", "501");
        assertThat(detail(get("/api/v1/alerts?limit=0"))).contains("limit");
        assertThat(detail(get("/api/v1/alerts?after=%25%25"))).contains("after");
        assertThat(detail(get("/api/v1/subjects/COUNTRY:IQ/days?after=aGVsbG8")))
                .contains("after");
        assertThat(detail(get("/api/v1/alerts?kind=LOUD"))).contains("LOUD", "RAISED");
        assertThat(detail(get("/api/v1/alerts?active=perhaps"))).contains("true or false");
        assertThat(detail(get("/api/v1/alerts?limit=1&limit=2"))).contains("2 times");
        assertThat(detail(get("/api/v1/stream", "Last-Event-ID", "alerts.zero:1")))
                .contains("Last-Event-ID");
        assertThat(get("/api/v1/incidents/none").statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/subjects/COUNTRY:XX/days").statusCode()).isEqualTo(404);
    }

    @Test
    void shouldStreamChangesAndGoOnAfterTheLastOneThatWasReceived() throws Exception {
        String seen;
        try (Listener listener = Listener.of(null)) {
            seen = listener.event("position").id();
            published.alert("streamed", 1, "IQ", DAY.minusYears(1));
            Event alert = listener.event("alert");
            assertThat(alert.data()).contains("\"alertId\":\"streamed\"").contains("\"revision\":1");
            seen = alert.id();
        }
        published.alert("streamed", 2, "IQ", DAY.minusYears(1));
        published.incident("streamed-too", 1, DAY.minusYears(1), "IQ");
        await().until(() -> get("/api/v1/incidents/streamed-too").statusCode() == 200);
        try (View other = View.start(settings, directory.resolve("other"));
                HttpServer otherServer = serve(other)) {
            await().atMost(Duration.ofMinutes(1)).until(other::isCaughtUp);
            try (Listener listener = Listener.at(otherServer, seen)) {
                assertThat(listener.event("incident").data()).contains("\"incidentId\":\"streamed-too\"");
                assertThat(listener.event("alert").data()).contains("\"alertId\":\"streamed\"", "\"revision\":2");
            }
        }
        published.deleteIncident("streamed-too");
        await().until(() -> get("/api/v1/incidents/streamed-too").statusCode() == 404);
        published.deleteAlert("streamed");
        await().until(() -> values("/api/v1/alerts", "alertId").size() == DAYS);
    }

    @Test
    void shouldRefuseMoreListenersThanAreAllowed() throws Exception {
        try (Listener first = Listener.of(null);
                Listener second = Listener.of(null)) {
            first.event("position");
            second.event("position");

            assertThat(get("/api/v1/stream").statusCode()).isEqualTo(503);
        }
    }

    @Test
    void shouldStartAgainOnAStoreThatWasLeftBehind() {
        Path left = directory.resolve("left-behind");
        View before = View.start(settings, left);
        await().atMost(Duration.ofMinutes(1)).until(before::isCaughtUp);
        before.close();
        try (View after = View.start(settings, left)) {
            await().atMost(Duration.ofMinutes(1)).until(after::isCaughtUp);

            assertThat(after.positions(Table.DAYS)).isEqualTo(view.positions(Table.DAYS));
        }
    }

    private static HttpServer serve(View of) {
        ReadApi api = new ReadApi(of);
        EventStream stream = new EventStream(of, settings.http().streams());
        return HttpServer.start(
                settings.http(), Access.of(settings.http(), Map.of()), Clock.systemUTC(), List.of(api, stream));
    }

    private static HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(path, e);
        }
    }

    private static String detail(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        return JSON.readTree(answer.body()).get("detail").asText();
    }

    private static List<String> values(String path, String field) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        List<String> values = new ArrayList<>();
        JSON.readTree(answer.body())
                .get("items")
                .forEach(item -> values.add(item.get(field).asText()));
        return values;
    }

    private static List<String> mistakes(JsonNode document, String path, String status, String body) {
        JsonNode content =
                document.get("paths").get(path).at("/get/responses").get(status).get("content");
        ObjectNode schema = ((ObjectNode) content.elements().next().get("schema")).deepCopy();
        schema.set("components", document.get("components"));
        try {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(schema)
                    .validate(JSON.readTree(body))
                    .stream()
                    .map(Object::toString)
                    .toList();
        } catch (JsonProcessingException e) {
            return List.of(e.getMessage());
        }
    }

    /** One server-sent event. */
    private record Event(String id, String name, String data) {}

    /** Reads a stream line by line. */
    private record Listener(BufferedReader lines) implements AutoCloseable {
        static Listener of(@Nullable String last) throws Exception {
            return at(server, last);
        }

        static Listener at(HttpServer on, @Nullable String last) throws Exception {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(on.url() + "/api/v1/stream"));
            if (last != null) {
                request.header("Last-Event-ID", last);
            }
            HttpResponse<InputStream> answer = CLIENT.send(request.build(), BodyHandlers.ofInputStream());
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            return new Listener(new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8)));
        }

        /** The next event of this name. */
        Event event(String name) throws Exception {
            Event event = next();
            while (!event.name().equals(name)) {
                event = next();
            }
            return event;
        }

        private Event next() throws Exception {
            String id = "";
            String name = "";
            String data = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                } else if (line.isEmpty() && !name.isEmpty()) {
                    return new Event(id, name, data);
                }
            }
            throw new AssertionError("the stream has ended");
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
