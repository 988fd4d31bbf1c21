package org.tocsin.connect.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.connect.feed.FeedServer;
import org.tocsin.connect.feed.Feeds;

/**
 * {@code up --connect DIR} as a user starts it, with shipped configurations: from a news feed through the whole pipeline
 * to a webhook. Only the feeds' addresses are others, since tests call nobody's servers.
 */
class NewsInAlertsOutTest {
    private static final Path CONFIG = Path.of("config");
    private static final Path ROOT = Path.of("..");
    private static final String LIBRARIES = "processor/target/lib";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path directory;

    @Test
    void shouldPostTheAlertThatAFeedsArticlesRaise() throws Exception {
        boolean packaged = Files.isDirectory(ROOT.resolve(LIBRARIES));
        String why = "SKIPPED: up --connect: no " + LIBRARIES + "; mvn package puts them there";
        if (!packaged) {
            System.err.println(why);
        }
        assumeTrue(packaged, why);
        Path folder = Files.createDirectory(directory.resolve("connect.d"));
        Path log = directory.resolve("up.log");
        // Nobody has set the address of Slack's.
        for (String shipped : List.of("alerts-cloudevents.json", "alerts-slack.json")) {
            Files.copy(CONFIG.resolve(shipped), folder.resolve(shipped));
        }
        try (FeedServer news = new FeedServer();
                WebhookServer desk = WebhookServer.answering(call -> 202)) {
            news.serve("/news.xml", "application/rss+xml", threeAttacks());
            writeFeeds(folder.resolve("feeds.json"), news.url(0, "/news.xml"));

            Process up = up(folder, log, desk.url());
            try {
                await().atMost(PATIENCE)
                        .until(() -> !up.isAlive() || !desk.calls().isEmpty());
                assertThat(desk.calls())
                        .as(() -> read(log) + read(directory.resolve("data/connect/connect.log")))
                        .isNotEmpty();
                thenTheAlertLeadsBackToTheFeed(desk.calls().get(0).json());
                assertThat(read(log))
                        .contains("connector feeds runs", "connector alerts-cloudevents runs")
                        .containsPattern("connector alerts-slack is refused .*webhook\\.url")
                        .doesNotContain("sign-with-me");
                thenNothingIsLeftOf(up);
            } finally {
                up.descendants().forEach(ProcessHandle::destroyForcibly);
                up.destroyForcibly().waitFor();
            }
        }
    }

    private static void thenTheAlertLeadsBackToTheFeed(JsonNode event) {
        assertThat(event.path("type").asText()).isEqualTo("org.tocsin.alert.raised");
        JsonNode alert = event.path("data");
        assertThat(alert.path("count").asInt()).as(event.toString()).isEqualTo(3);
        assertThat(new HashSet<>(alert.path("incidents").findValuesAsText("articleId")))
                .as("articles, one an attack")
                .hasSize(3);
    }

    private static void thenNothingIsLeftOf(Process up) {
        List<ProcessHandle> children = up.descendants().toList();
        assertThat(children).as("the registry and the worker").hasSizeGreaterThanOrEqualTo(2);
        up.destroy();
        await().atMost(PATIENCE).until(() -> !up.isAlive() && children.stream().noneMatch(ProcessHandle::isAlive));
    }

    /** The defaults but for what keeps a test apart: its folder, and the environment that README.md names. */
    private Process up(Path folder, Path log, String desk) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classPath()));
        command.addAll(List.of("org.tocsin.processor.cli.Main", "up"));
        command.addAll(List.of("--data", directory.resolve("data").toString(), "--connect", folder.toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("TOCSIN_CONTACT", "desk@example.org");
        builder.environment().put("TOCSIN_WEBHOOK_URL", desk);
        builder.environment().put("TOCSIN_WEBHOOK_SECRET", "sign-with-me");
        return builder.start();
    }

    /** That of {@code ./tocsin}: this module's has some libraries in versions that its plugins need. */
    private static String classPath() {
        return Stream.of("processor/target/classes", "coder/target/classes", "schemas/target/classes", LIBRARIES + "/*")
                .map(part -> ROOT.resolve(part).toAbsolutePath().normalize().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void writeFeeds(Path file, String feed) throws IOException {
        JsonNode feeds = JSON.readTree(CONFIG.resolve("feeds.json").toFile());
        ((ObjectNode) feeds.path("config")).put("feeds", feed).put("http.allowed.addresses", "127.0.0.0/8");
        JSON.writeValue(file.toFile(), feeds);
    }

    private static String threeAttacks() {
        return Feeds.rss(Stream.of("Mosul", "Kirkuk", "Tikrit")
                .map(town -> Feeds.item(
                        town,
                        "US patrol attacked in " + town,
                        "Gunmen opened fire on US soldiers in %s, Iraq, on Sunday morning, wounding one soldier."
                                .formatted(town)))
                .toArray(String[]::new));
    }

    private static String read(Path log) {
        try {
            return Files.exists(log) ? Files.readString(log) : "no " + log;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
