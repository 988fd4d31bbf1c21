package org.tocsin.processor.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tocsin.processor.OperatorException;

/** A worker's REST interface: what a folder of configurations needs of it. */
public final class ConnectRest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(90);

    private final URI worker;
    private final HttpClient http = HttpClient.newHttpClient();

    /**
     * That of a worker.
     *
     * @param worker where it listens
     */
    public ConnectRest(URI worker) {
        this.worker = worker;
    }

    /** Where it is. */
    public URI url() {
        return worker;
    }

    boolean answers() throws InterruptedException {
        try {
            return call("GET", "/connectors", "").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /**
     * Makes the worker run what the folder's {@code *.json} files say, and nothing else. A file that the worker refuses
     * does not keep the others from running.
     *
     * @param folder files of {@code {"name": …, "config": {…}}}
     * @return one line a file
     * @throws OperatorException when the folder cannot be read or a file is none of that form
     */
    public List<String> apply(Path folder) throws InterruptedException {
        List<String> said = new ArrayList<>();
        Set<String> names = new HashSet<>();
        try {
            for (Path file : files(folder)) {
                JsonNode connector = connector(file);
                String name = connector.path("name").asText();
                names.add(name);
                HttpResponse<String> answer = call(
                        "PUT",
                        "/connectors/" + name + "/config",
                        connector.path("config").toString());
                said.add(
                        answer.statusCode() / 100 == 2
                                ? "connector " + name + " runs"
                                : "connector " + name + " is refused (" + file + "): " + message(answer));
            }
            for (String running : running()) {
                if (!names.contains(running)) {
                    call("DELETE", "/connectors/" + running, "");
                }
            }
            return said;
        } catch (IOException e) {
            throw new OperatorException("connectors in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Names of the connectors that the worker has. */
    public List<String> running() throws IOException, InterruptedException {
        List<String> names = new ArrayList<>();
        JSON.readTree(call("GET", "/connectors", "").body()).forEach(name -> names.add(name.asText()));
        return names;
    }

    /** The topics that each sink reads, by the connector's name. */
    Map<String, List<String>> sinks() throws IOException, InterruptedException {
        Map<String, List<String>> sinks = new HashMap<>();
        JSON.readTree(call("GET", "/connectors?expand=info", "").body()).forEach(connector -> {
            JsonNode info = connector.path("info");
            if (info.path("type").asText().equals("sink")) {
                String topics = info.path("config").path("topics").asText();
                sinks.put(info.path("name").asText(), List.of(topics.split(" *, *", -1)));
            }
        });
        return sinks;
    }

    /**
     * The folder's configurations.
     *
     * @throws OperatorException when it is no folder or has none
     */
    public static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new OperatorException("no *.json in " + folder + "; each configures one connector");
            }
            return found;
        } catch (IOException e) {
            throw new OperatorException(
                    "cannot read " + folder + ": it must be a folder of connector configurations", e);
        }
    }

    private static JsonNode connector(Path file) {
        try {
            JsonNode connector = JSON.readTree(file.toFile());
            if (connector.path("name").isTextual() && connector.path("config") instanceof ObjectNode) {
                return connector;
            }
            throw new OperatorException(file + " is no connector; accepted is {\"name\": …, \"config\": {…}}");
        } catch (IOException e) {
            throw new OperatorException(file + " is no JSON: " + e.getMessage(), e);
        }
    }

    /** Connect's own words, one line. Its messages hide secrets. */
    private static String message(HttpResponse<String> answer) throws IOException {
        String message = JSON.readTree(answer.body()).path("message").asText(answer.body());
        return message.strip().replaceAll("\\s*\\n\\s*", " ");
    }

    private HttpResponse<String> call(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(worker.resolve(path))
                .timeout(ANSWER_WITHIN)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
