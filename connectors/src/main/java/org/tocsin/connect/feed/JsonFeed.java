package org.tocsin.connect.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.connect.feed.FeedDocument.Items;
import org.tocsin.connect.feed.FeedDocument.Reason;
import org.tocsin.connect.feed.FeedDocument.Unreadable;

/** JSON Feed 1.0 and 1.1 (jsonfeed.org). */
final class JsonFeed {
    private static final int MAX_DEPTH = 50;
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build());

    private final URI url;
    private final @Nullable URI site;
    private final @Nullable String language;

    private JsonFeed(URI url, JsonNode feed) {
        this.url = url;
        this.site = Links.of(url, field(feed, "home_page_url")).orElse(null);
        this.language = field(feed, "language");
    }

    static FeedDocument parse(URI url, String text) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return new Unreadable(Reason.MALFORMED, url + ": " + e.getOriginalMessage());
        }
        JsonNode items = root.path("items");
        if (!root.path("version").asText().contains("jsonfeed.org") || !items.isArray()) {
            return new Unreadable(
                    Reason.NO_FEED, url + ": JSON without a jsonfeed.org 'version' and a list of 'items'");
        }
        JsonFeed feed = new JsonFeed(url, root);
        List<Item> read = new ArrayList<>();
        items.forEach(node -> read.add(feed.item(node)));
        return new Items(read);
    }

    private Item item(JsonNode node) {
        URI link = Links.of(url, field(node, "url"))
                .or(() -> Links.of(url, field(node, "external_url")))
                .orElse(null);
        String title =
                Optional.ofNullable(field(node, "title")).map(HtmlText::line).orElse("");
        String text = Stream.of("content_html", "content_text", "summary")
                .flatMap(name -> Stream.ofNullable(field(node, name)))
                .map(HtmlText::of)
                .filter(content -> !content.isEmpty())
                .findFirst()
                .orElse("");
        Published published = Stream.of("date_published", "date_modified")
                .flatMap(name -> Stream.ofNullable(field(node, name)))
                .map(FeedDates::parse)
                .filter(Published::isKnown)
                .findFirst()
                .orElse(Published.UNKNOWN);
        String own = field(node, "language");
        return new Item(
                field(node, "id"),
                link,
                title.isEmpty() ? null : title,
                text,
                published,
                own == null ? language : own,
                Links.publisher(link != null ? link : site != null ? site : url));
    }

    /** Text or a number as text: ids are often numbers although they should not be. */
    private static @Nullable String field(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isValueNode() && !value.isNull() && !value.asText().isBlank()
                ? value.asText().strip()
                : null;
    }
}
