package org.tocsin.processor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code up} as a process of its own: stopped, killed, started again on the same directory. */
class UpCommandTest {
    private static final Duration START = Duration.ofMinutes(2);

    private static final String BOMB =
            """
            {"id":"one","source":"Paper","title":"Car bomb kills four in Mosul","publishedAt":"2024-03-12T12:00:00Z",\
            "body":"A car bomb exploded outside a police station in Mosul, Iraq, on Monday, killing four officers."}
            """;
    private static final String KIDNAPPING =
            """
            {"id":"two","source":"Gazette","title":"Nurses kidnapped near Maiduguri","publishedAt":"2024-03-20T12:00:00Z",\
            "body":"Gunmen stopped a minibus on the road to Maiduguri, Nigeria, on Tuesday and kidnapped six nurses."}
            """;

    @TempDir
    Path data;

    private int runs;

    private @Nullable Process process;

    @AfterEach
    void stop() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void shouldContinueAfterAStopAndAfterAKill() throws Exception {
        Process first = up();
        publish(BOMB);
        awaitIncidentsOf("one");
        List<ProcessHandle> children = first.children().toList();
        assertThat(children).as("the registry").hasSize(1);

        first.destroy();
        await().atMost(START).until(() -> !first.isAlive());
        assertThat(children).noneMatch(ProcessHandle::isAlive);
        assertThat(data.resolve("client.properties")).doesNotExist();

        Process second = up();
        publish(KIDNAPPING);
        second.destroyForcibly().waitFor();

        up();
        awaitIncidentsOf("one", "two");
        await().atMost(START).untilAsserted(() -> {
            assertThat(get("/health/ready")).contains("\"READY\"");
            assertThat(get("/api/v1/incidents")).contains("\"articleId\":\"one\"", "\"articleId\":\"two\"");
        });
        assertThat(incidents()).as("each once").hasSize(2);
    }

    private Process up() throws IOException {
        runs++;
        Path log = data.resolveSibling(data.getFileName() + "-" + runs + ".log");
        Process started = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "up",
                        "--data",
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        process = started;
        await().atMost(START)
                .until(() -> !started.isAlive() || Files.readString(log).contains("Running: "));
        assertThat(started.isAlive()).as(() -> read(log)).isTrue();
        return started;
    }

    /** From the HTTP server of the newest run, whose first line names it. */
    private String get(String path) throws Exception {
        Path log = data.resolveSibling(data.getFileName() + "-" + runs + ".log");
        Matcher address = Pattern.compile("HTTP (http://127\\.0\\.0\\.1:\\d+)").matcher(read(log));
        assertThat(address.find()).isTrue();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address.group(1) + path)).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private void publish(String article) {
        Call call = Call.withInput(article, "publish", "--data", data.toString(), "-");
        assertThat(call.exitCode()).as(call.err()).isZero();
    }

    private void awaitIncidentsOf(String... articles) {
        await().atMost(START).untilAsserted(() -> assertThat(String.join("\n", incidents()))
                .contains(List.of(articles).stream()
                        .map(a -> "\"articleId\":\"" + a + "\"")
                        .toList()));
    }

    private List<String> incidents() {
        return Call.of("incidents", "--data", data.toString()).outLines();
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return "no log: " + e.getMessage();
        }
    }
}
