package org.tocsin.connect.sink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/** A real Alertmanager as a child process, with a {@code resolve_timeout} of one second and nothing on disk. */
final class Alertmanager implements AutoCloseable {
    /** Where Debian's package puts it. */
    private static final Path BINARY = Path.of("/usr/bin/prometheus-alertmanager");

    static final Duration RESOLVE_TIMEOUT = Duration.ofSeconds(1);

    private static final String CONFIG =
            """
            global: {resolve_timeout: 1s}
            route: {receiver: nobody, group_wait: 0s}
            receivers: [{name: nobody}]
            """;

    private final Process process;
    private final int port;

    private Alertmanager(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Skips the test, and says so, where it is not installed. */
    static void assumeInstalled(String test) {
        boolean installed = Files.isExecutable(BINARY);
        String why = "SKIPPED: " + test + ": no " + BINARY + "; apt-get install prometheus-alertmanager";
        if (!installed) {
            System.err.println(why);
        }
        Assumptions.assumeTrue(installed, why);
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Starts one that knows nothing, and returns when it is ready. */
    static Alertmanager start(Path directory, int port) throws IOException {
        Path config = Files.writeString(directory.resolve("alertmanager.yml"), CONFIG);
        Process process = new ProcessBuilder(
                        BINARY.toString(),
                        "--config.file=" + config,
                        "--storage.path=" + Files.createTempDirectory(directory, "data"),
                        "--web.listen-address=127.0.0.1:" + port,
                        "--cluster.listen-address=")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("alertmanager.log").toFile())
                .start();
        Alertmanager alertmanager = new Alertmanager(process, port);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> alertmanager.get("/-/ready") != null);
        return alertmanager;
    }

    static String url(int port) {
        return "http://127.0.0.1:" + port + "/api/v2/alerts";
    }

    /** What fires now, as {@code alert_id/severity}. */
    Set<String> firing() throws IOException, InterruptedException {
        JsonNode alerts = new ObjectMapper().readTree(get("/api/v2/alerts?active=true"));
        Set<String> firing = new TreeSet<>();
        for (JsonNode alert : alerts) {
            firing.add(alert.at("/labels/alert_id").asText() + "/"
                    + alert.at("/labels/severity").asText());
        }
        return firing;
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
