package org.tocsin.connect.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.tocsin.connect.feed.FeedServer.gzip;
import static org.tocsin.connect.feed.FeedServer.redirect;
import static org.tocsin.connect.feed.FeedServer.send;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Feeds that are wrong each in its own way, on one server, and the titles of what is readable in them. */
final class BadFeeds implements AutoCloseable {
    private static final String XML = "application/rss+xml; charset=utf-8";
    private static final int MANY = 10_000;

    private final CountDownLatch end = new CountDownLatch(1);
    private final FeedServer server = new FeedServer();
    private final List<String> addresses = new ArrayList<>();
    private final List<String> paths = new ArrayList<>();
    private final List<String> titles = new ArrayList<>();

    BadFeeds() throws IOException {
        slowOrCutOff();
        hostile();
        movedOrBusy();
        oddlyEncoded();
        incomplete();
        many();
    }

    List<String> addresses() {
        return addresses;
    }

    List<String> paths() {
        return paths;
    }

    /** Of all articles that can be read, each as often as it has to be published. */
    List<String> readable() {
        return titles;
    }

    List<FeedServer.Call> calls(String path) {
        return server.calls(path);
    }

    @Override
    public void close() {
        end.countDown();
        server.close();
    }

    private void slowOrCutOff() {
        feed("/drips", (exchange, number) -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            for (byte b : Feeds.rss(Feeds.item("drip", "Drip", "Never whole.")).getBytes(UTF_8)) {
                out.write(b);
                out.flush();
                pause(100);
            }
        });
        feed(
                "/slow",
                (exchange, number) -> {
                    pause(400);
                    send(
                            exchange,
                            200,
                            XML,
                            Feeds.rss(Feeds.item("s", "Slow", "Whole.")).getBytes(UTF_8));
                },
                "Slow");
        feed(
                "/truncated-at-first",
                (exchange, number) -> {
                    byte[] whole =
                            Feeds.rss(Feeds.item("t", "Truncated", "Whole.")).getBytes(UTF_8);
                    exchange.getResponseHeaders().set("ETag", "\"1\"");
                    exchange.sendResponseHeaders(200, whole.length);
                    exchange.getResponseBody().write(whole, 0, number == 0 ? whole.length / 2 : whole.length);
                },
                "Truncated");
        String whole = Feeds.rss(Feeds.item("a", "First", "Text."), Feeds.item("b", "Second", "Text."));
        document("/ends-early", XML, whole.substring(0, whole.indexOf("Second")));
    }

    private void hostile() throws IOException {
        byte[] bomb = gzip(new byte[100_000_000]);
        feed("/bomb", (exchange, number) -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            send(exchange, 200, XML, bomb);
        });
        document(
                "/xxe",
                XML,
                Feeds.rss(Feeds.item("x", "&file;", "Text."))
                        .replace("<rss", "<!DOCTYPE rss [<!ENTITY file SYSTEM \"file:///etc/passwd\">]><rss"));
        document(
                "/laughs",
                XML,
                Feeds.rss(Feeds.item("x", "&c;", "Text."))
                        .replace(
                                "<rss",
                                "<!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                                        + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><rss"));
        document("/deep", XML, "<a>".repeat(200_000));
        document("/no-feed", "text/html", "<html><body><p>Not found, sorry.</p></body></html>");
        feed("/to-metadata", (exchange, number) -> redirect(exchange, 302, "http://169.254.169.254/latest/"));
        feed("/circle", (exchange, number) -> redirect(exchange, 302, "/circle"));
        feed("/gone", (exchange, number) -> exchange.sendResponseHeaders(410, -1));
    }

    private void movedOrBusy() {
        String moved = Feeds.rss(Feeds.item("m", "Moved", "Text."));
        server.serve("/new-place", XML, moved);
        server.on("/old-place", (exchange, number) -> redirect(exchange, 301, "/new-place"));
        addresses.add(server.url(addresses.size(), "/old-place"));
        paths.add("/new-place");
        titles.add("Moved");
        feed(
                "/unchanged",
                (exchange, number) -> {
                    exchange.getResponseHeaders().set("ETag", "\"v1\"");
                    exchange.getResponseHeaders().set("Last-Modified", "Mon, 28 Sep 2020 10:00:00 GMT");
                    if (exchange.getRequestHeaders().containsKey("If-None-Match")) {
                        exchange.sendResponseHeaders(304, -1);
                    } else {
                        send(
                                exchange,
                                200,
                                XML,
                                Feeds.rss(Feeds.item("u", "Unchanged", "Text.")).getBytes(UTF_8));
                    }
                },
                "Unchanged");
        feed(
                "/busy",
                (exchange, number) -> {
                    exchange.getResponseHeaders().set("Retry-After", "2");
                    if (number == 0) {
                        exchange.sendResponseHeaders(429, -1);
                    } else {
                        send(
                                exchange,
                                200,
                                XML,
                                Feeds.rss(Feeds.item("y", "Busy", "Text.")).getBytes(UTF_8));
                    }
                },
                "Busy");
        feed(
                "/edited",
                (exchange, number) -> send(
                        exchange,
                        200,
                        XML,
                        Feeds.rss(Feeds.item("e", "Edited", number == 0 ? "Two hurt." : "Three hurt."))
                                .getBytes(UTF_8)),
                "Edited",
                "Edited");
    }

    private void oddlyEncoded() {
        String accents = Feeds.rss(Feeds.item("w", "Café Zürich", "Text."));
        feed(
                "/wrong-header",
                (exchange, number) -> send(exchange, 200, "text/xml; charset=iso-8859-1", accents.getBytes(UTF_8)),
                "Café Zürich");
        String latin = Feeds.rss(Feeds.item("v", "Málaga “now”", "Text."));
        feed(
                "/wrong-prolog",
                (exchange, number) -> send(exchange, 200, XML, latin.getBytes(Charset.forName("windows-1252"))),
                "Málaga “now”");
        feed(
                "/gzipped",
                (exchange, number) -> {
                    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                    send(
                            exchange,
                            200,
                            XML,
                            gzip(Feeds.rss(Feeds.item("z", "Zipped", "Text.")).getBytes(UTF_8)));
                },
                "Zipped");
        document(
                "/not-quite-xml",
                XML,
                "\n \n" + Feeds.rss(Feeds.item("n", "Smith & Sons&nbsp;\u0007open", "It&rsquo;s <![CDATA[a & b]]>")),
                "Smith & Sons open");
        document(
                "/html-in-cdata",
                "application/atom+xml",
                Feeds.atom(
                        "<entry><id>tag:example.org,2020:1</id><title type=\"html\">In &lt;b&gt;Atom&lt;/b&gt;</title>"
                                + "<updated>2020-09-28T12:00:00+02:00</updated><content type=\"html\"><![CDATA[<p>One &amp; two.</p>"
                                + "<script>track()</script><p>Three.<br>Four.</p><img src=\"http://t.example/1.gif\">]]>"
                                + "</content></entry>"),
                "In Atom");
        document(
                "/json",
                "application/feed+json",
                """
                {"version": "https://jsonfeed.org/version/1.1", "title": "Test", "language": "fr", "items": [
                  {"id": 7, "url": "https://news.example/7?utm_source=feed&id=7", "title": "JSON",
                   "content_html": "<p>Un.</p><p>Deux.</p>", "date_published": "2020-09-28T10:00:00-05:00"}]}
                """,
                "JSON");
    }

    private void incomplete() {
        document(
                "/incomplete",
                XML,
                Feeds.rss(
                        Feeds.item(List.of("<title>No guid</title>", "<description>Text.</description>")),
                        Feeds.item(List.of("<guid>g1</guid>", "<title>No date</title>")),
                        Feeds.item(List.of("<guid>g2</guid>", "<description>No title.</description>")),
                        Feeds.item(List.of("<guid>g3</guid>")),
                        Feeds.item(List.of("<guid>same</guid>", "<title>One id A</title>")),
                        Feeds.item(List.of("<guid>same</guid>", "<title>One id B</title>")),
                        Feeds.item("twice", "Twice", "Text."),
                        Feeds.item("twice", "Twice", "Text.")),
                "No guid",
                "No date",
                "No title.",
                "One id A",
                "One id B",
                "Twice");
        String[] dates = {
            "Mon, 28 Sep 2020 10:00:00 GMT",
            "28 Sep 20 06:00 EDT",
            "2020-09-28T12:00:00.123+02:00",
            "2020-09-28 10:00:00Z",
            "2020-09-28",
            "September 28, 2020"
        };
        document(
                "/dates",
                XML,
                Feeds.rss(IntStream.range(0, dates.length)
                        .mapToObj(i -> Feeds.item(List.of(
                                "<guid>" + i + "</guid>",
                                "<title>Date " + i + "</title>",
                                "<pubDate>" + dates[i] + "</pubDate>")))
                        .toList()),
                IntStream.range(0, dates.length).mapToObj(i -> "Date " + i).toArray(String[]::new));
    }

    private void many() {
        document(
                "/many",
                XML,
                Feeds.rss(IntStream.range(0, MANY)
                        .mapToObj(i -> Feeds.item("many-" + i, "Many " + i, "Text."))
                        .toList()),
                IntStream.range(0, MANY).mapToObj(i -> "Many " + i).toArray(String[]::new));
    }

    private void document(String path, String contentType, String body, String... readable) {
        feed(path, (exchange, number) -> send(exchange, 200, contentType, body.getBytes(UTF_8)), readable);
    }

    private void feed(String path, FeedServer.Answer answer, String... readable) {
        server.on(path, answer);
        addresses.add(server.url(addresses.size(), path));
        paths.add(path);
        titles.addAll(Arrays.asList(readable));
    }

    private void pause(int millis) throws IOException {
        try {
            if (end.await(millis, TimeUnit.MILLISECONDS)) {
                throw new IOException("the test is over");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
