package org.tocsin.connect.feed;

import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jspecify.annotations.Nullable;
import org.tocsin.connect.feed.FeedDocument.Items;
import org.tocsin.connect.feed.FeedDocument.Reason;
import org.tocsin.connect.feed.FeedDocument.Unreadable;

/**
 * RSS 0.9 to 2.0, RSS 1.0 (RDF) and Atom. Rome knows the dialects; dates are read from the elements themselves, since
 * Rome turns a date without a time into midnight UTC and drops what it does not know.
 */
final class XmlFeed {
    /** Dates of an item, the publication before all others. Names without namespace: publishers mix them up. */
    private static final List<String> DATES =
            List.of("pubDate", "published", "issued", "date", "created", "updated", "modified");

    private final URI url;
    private final @Nullable URI site;
    private final @Nullable String language;

    private XmlFeed(URI url, SyndFeed feed) {
        this.url = url;
        this.site = Links.of(url, feed.getLink()).orElse(null);
        this.language = language(feed.getLanguage());
    }

    static FeedDocument parse(URI url, String text) {
        try {
            Document document = SafeXml.parse(text);
            List<Element> elements = itemElements(document.getRootElement());
            SyndFeed feed = new SyndFeedInput().build(document);
            return new Items(new XmlFeed(url, feed).items(feed.getEntries(), elements));
        } catch (SafeXml.Refused e) {
            return new Unreadable(Reason.DOCTYPE, url + ": " + e.getMessage());
        } catch (JDOMException e) {
            return new Unreadable(Reason.MALFORMED, url + ": " + e.getMessage());
        } catch (FeedException | IllegalArgumentException e) {
            return new Unreadable(Reason.NO_FEED, url + ": " + e.getMessage());
        }
    }

    private List<Item> items(List<SyndEntry> entries, List<Element> elements) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            // Rome keeps the order of the document.
            items.add(item(entries.get(i), elements.size() == entries.size() ? elements.get(i) : null));
        }
        return items;
    }

    private Item item(SyndEntry entry, @Nullable Element element) {
        String guid = element == null ? entry.getUri() : guid(element);
        // Where an RSS item has no link, Rome gives its guid, which is one only when it is an address.
        boolean noLink = guid != null && guid.equals(entry.getLink()) && !guid.startsWith("http");
        URI link = noLink ? null : Links.of(url, entry.getLink()).orElse(null);
        String title = entry.getTitleEx() == null ? "" : HtmlText.line(value(entry.getTitleEx()));
        return new Item(
                guid == null || guid.isBlank() ? null : guid.strip(),
                link,
                title.isEmpty() ? null : title,
                text(entry),
                element == null ? Published.UNKNOWN : published(element),
                entryLanguage(entry),
                source(entry, link));
    }

    /** The longest of the forms that a feed gives of one text: a summary and the whole often stand side by side. */
    private static String text(SyndEntry entry) {
        return Stream.concat(Stream.ofNullable(entry.getDescription()), entry.getContents().stream())
                .map(content -> HtmlText.of(value(content)))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    private static String value(SyndContent content) {
        return content.getValue() == null ? "" : content.getValue();
    }

    /** Rome puts the link where an id is missing; only the element says whether there is one. */
    private static @Nullable String guid(Element element) {
        return element.getChildren().stream()
                .filter(child ->
                        child.getName().equals("guid") || child.getName().equals("id"))
                .map(Element::getText)
                .findFirst()
                .orElseGet(() -> element.getAttributes().stream()
                        .filter(attribute -> attribute.getName().equals("about"))
                        .map(attribute -> attribute.getValue())
                        .findFirst()
                        .orElse(null));
    }

    private static Published published(Element element) {
        return DATES.stream()
                .flatMap(name -> element.getChildren().stream()
                        .filter(child -> child.getName().equals(name)))
                .map(child -> FeedDates.parse(child.getText()))
                .filter(Published::isKnown)
                .findFirst()
                .orElse(Published.UNKNOWN);
    }

    private @Nullable String entryLanguage(SyndEntry entry) {
        String own = entry.getModule(DCModule.URI) instanceof DCModule dublinCore
                ? language(dublinCore.getLanguage())
                : null;
        return own == null ? language : own;
    }

    private static @Nullable String language(@Nullable String tag) {
        return tag == null || tag.isBlank() ? null : tag.strip().replace('_', '-');
    }

    /** Whom an aggregator names, else where the article stands, else whose feed it is. */
    private String source(SyndEntry entry, @Nullable URI link) {
        Optional<URI> named = Optional.ofNullable(entry.getSource())
                .flatMap(source -> Links.of(url, source.getLink() == null ? source.getUri() : source.getLink()));
        return Links.publisher(named.or(() -> Optional.ofNullable(link))
                .or(() -> Optional.ofNullable(site))
                .orElse(url));
    }

    private static List<Element> itemElements(Element root) {
        Stream<Element> channels =
                root.getChildren().stream().filter(child -> child.getName().equals("channel"));
        return Stream.concat(Stream.of(root), channels)
                .flatMap(parent -> parent.getChildren().stream())
                .filter(child ->
                        child.getName().equals("item") || child.getName().equals("entry"))
                .toList();
    }
}
