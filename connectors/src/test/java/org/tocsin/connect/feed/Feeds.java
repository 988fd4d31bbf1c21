package org.tocsin.connect.feed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Feeds written for tests. */
public final class Feeds {
    private Feeds() {}

    /** Settings of a source that reads these feeds from this machine in two tasks; more may be put into them. */
    static Map<String, String> source(String topic, List<String> urls) {
        Map<String, String> settings = new HashMap<>();
        settings.put("connector.class", FeedSourceConnector.class.getName());
        settings.put("tasks.max", "2");
        settings.put("topic", topic);
        settings.put("contact", "desk@example.org");
        settings.put("feeds", String.join(",", urls));
        settings.put("http.allowed.addresses", "127.0.0.0/8");
        return settings;
    }

    public static String rss(String... items) {
        return rss(List.of(items));
    }

    static String rss(List<String> items) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <rss version="2.0"><channel><title>Test</title><link>http://news.example/</link>
                <description>Test</description><language>en</language>
                %s
                </channel></rss>
                """
                .formatted(String.join("\n", items));
    }

    public static String item(String guid, String title, String text) {
        return item(List.of(
                "<guid isPermaLink=\"false\">" + guid + "</guid>",
                "<title>" + title + "</title>",
                "<description>" + text + "</description>",
                "<pubDate>Mon, 28 Sep 2020 10:00:00 GMT</pubDate>"));
    }

    static String item(List<String> elements) {
        return elements.stream().collect(Collectors.joining("", "<item>", "</item>"));
    }

    static String atom(String entries) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <feed xmlns="http://www.w3.org/2005/Atom"><title>Test</title><id>urn:feed</id>
                <updated>2020-09-28T10:00:00Z</updated>%s</feed>
                """
                .formatted(entries);
    }
}
