package org.tocsin.connect.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.connect.feed.FeedServer.redirect;
import static org.tocsin.connect.feed.FeedServer.send;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedSourceTaskTest {
    private static final String XML = "application/rss+xml";
    private static final String PROSE =
            "The mayor said that the bridge, which was closed in spring, would be opened again before winter, and that "
                    + "the work had cost less than planned. ";

    private final Map<Map<String, ?>, Map<String, ?>> offsets = new HashMap<>();
    private FeedServer server;

    @BeforeEach
    void start() throws IOException {
        server = new FeedServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldGoOnWhereItsOffsetsAre() throws Exception {
        AtomicReference<String> document = new AtomicReference<>(Feeds.rss(Feeds.item("1", "One", "a")));
        server.on("/feed", (exchange, number) -> {
            exchange.getResponseHeaders().set("ETag", "\"" + Objects.hashCode(document.get()) + "\"");
            send(exchange, 200, XML, String.valueOf(document.get()).getBytes(UTF_8));
        });
        Map<String, String> settings = Map.of("feeds", server.url(0, "/feed"));
        try (TaskRun first = TaskRun.start(offsets, settings)) {
            assertThat(titles(first.articles(1))).containsExactly("One");
        }
        document.set(Feeds.rss(Feeds.item("2", "Two", "b"), Feeds.item("1", "One", "a")));
        try (TaskRun second = TaskRun.start(offsets, settings)) {
            assertThat(titles(second.articles(1))).containsExactly("Two");
        }
        assertThat(server.calls("/feed").get(1).headers()).containsKey("If-none-match");
    }

    @Test
    void shouldNotSkipWhatWasNotSentWhenItStopsAmidADocument() throws Exception {
        List<String> items = IntStream.range(0, 10)
                .mapToObj(i -> Feeds.item("g" + i, "Item " + i, "Text."))
                .toList();
        server.on("/feed", (exchange, number) -> {
            exchange.getResponseHeaders().set("ETag", "\"1\"");
            if (exchange.getRequestHeaders().containsKey("If-None-Match")) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                send(exchange, 200, XML, Feeds.rss(items).getBytes(UTF_8));
            }
        });
        Map<String, String> settings = Map.of("feeds", server.url(0, "/feed"), "batch.max.items", "4");
        List<String> before;
        List<String> after;
        try (TaskRun first = TaskRun.start(offsets, settings)) {
            before = titles(first.articles(4));
        }
        try (TaskRun second = TaskRun.start(offsets, settings)) {
            after = titles(second.articles(6));
        }
        assertThat(before).containsExactly("Item 9", "Item 8", "Item 7", "Item 6");
        assertThat(after).containsExactly("Item 5", "Item 4", "Item 3", "Item 2", "Item 1", "Item 0");
    }

    @Test
    void shouldTakeTheArticleFromItsPageWhereRobotsAllowsIt() throws Exception {
        server.on(
                "/robots.txt",
                (exchange, number) ->
                        send(exchange, 200, "text/plain", "User-agent: *\nDisallow: /closed\n".getBytes(UTF_8)));
        page("/open", "windows-1252");
        page("/closed/page", "utf-8");
        server.on("/moves-to-closed", (exchange, number) -> redirect(exchange, 302, "/closed/page"));
        server.on("/moves-to-open", (exchange, number) -> redirect(exchange, 301, "/open"));
        server.on("/fails", (exchange, number) -> exchange.sendResponseHeaders(404, -1));
        server.on(
                "/pdf",
                (exchange, number) ->
                        send(exchange, 200, "application/pdf", PROSE.repeat(9).getBytes(UTF_8)));
        server.on("/fails-once", (exchange, number) -> {
            if (number == 0) {
                exchange.sendResponseHeaders(503, -1);
            } else {
                send(exchange, 200, "text/html", html().getBytes(UTF_8));
            }
        });
        List<String> paths =
                List.of("/open", "/closed/page", "/moves-to-closed", "/moves-to-open", "/fails", "/pdf", "/fails-once");
        server.serve("/feed", XML, Feeds.rss(paths.stream().map(this::linked).toList()));
        Map<String, String> settings =
                Map.of("feeds", server.url(0, "/feed"), "fetch.full.text", "true", "backoff.ms", "100");
        List<Struct> articles;
        try (TaskRun run = TaskRun.start(offsets, settings)) {
            articles = run.articles(paths.size());
        }

        String whole = (PROSE + "Café.").strip();
        Map<String, String> bodies = new HashMap<>();
        articles.forEach(article -> bodies.put(article.getString("title"), article.getString("body")));
        for (String taken : List.of("/open", "/moves-to-open", "/fails-once")) {
            assertThat(bodies.get(taken)).as(taken).isEqualTo(whole + "\n\n" + whole + "\n\n" + whole);
        }
        for (String own : List.of("/closed/page", "/moves-to-closed", "/fails", "/pdf")) {
            assertThat(bodies.get(own)).as(own).isEqualTo("Summary.");
        }
        assertThat(server.calls("/robots.txt")).hasSize(1);
        assertThat(server.calls("/closed/page")).isEmpty();
        assertThat(server.calls("/fails-once")).hasSize(2);
    }

    @Test
    void shouldKeepThePauseBetweenCallsToAHost() throws Exception {
        server.serve("/a", XML, Feeds.rss(Feeds.item("1", "A", "a")));
        server.serve("/b", XML, Feeds.rss(Feeds.item("1", "B", "b")));
        Map<String, String> settings =
                Map.of("feeds", server.url(0, "/a") + "," + server.url(0, "/b"), "host.spacing.ms", "400");
        try (TaskRun run = TaskRun.start(offsets, settings)) {
            assertThat(titles(run.articles(2))).containsExactlyInAnyOrder("A", "B");
        }
        long apart =
                server.calls("/b").get(0).nanos() - server.calls("/a").get(0).nanos();
        assertThat(Math.abs(apart)).isGreaterThanOrEqualTo(400_000_000L);
    }

    @Test
    void shouldCutALongArticleAtAParagraph() throws Exception {
        String text = "&lt;p&gt;" + "first ".repeat(100) + "&lt;/p&gt;&lt;p&gt;" + "second ".repeat(100) + "&lt;/p&gt;";
        server.serve("/feed", XML, Feeds.rss(Feeds.item("1", "Long", text)));
        Map<String, String> settings = Map.of("feeds", server.url(0, "/feed"), "article.max.bytes", "1000");
        try (TaskRun run = TaskRun.start(offsets, settings)) {
            assertThat(run.articles(1).get(0).getString("body"))
                    .isEqualTo("first ".repeat(100).strip());
        }
    }

    private void page(String path, String charset) {
        server.on(
                path,
                (exchange, number) -> send(
                        exchange,
                        200,
                        "text/html",
                        html().replace("<head>", "<head><meta charset=\"" + charset + "\">")
                                .getBytes(charset)));
    }

    private static String html() {
        String paragraph = "<p>" + PROSE + "Café.</p>";
        return "<html><head><title>Page</title><script>track()</script></head><body>"
                + "<nav><a href=\"/\">Home</a> <a href=\"/sport\">Sport</a></nav><div id=\"main\"><article>"
                + paragraph.repeat(3)
                + "<img src=\"http://t.example/1.gif\" width=\"1\"></article></div>"
                + "<div class=\"sidebar\"><a href=\"/1\">Most read</a></div><footer>All rights reserved</footer></body></html>";
    }

    private String linked(String path) {
        return Feeds.item(List.of(
                "<title>" + path + "</title>",
                "<link>" + server.url(0, path) + "</link>",
                "<description>Summary.</description>"));
    }

    private static List<String> titles(List<Struct> articles) {
        return articles.stream().map(article -> article.getString("title")).toList();
    }
}
