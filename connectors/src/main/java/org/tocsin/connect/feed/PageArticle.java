package org.tocsin.connect.feed;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import net.dankito.readability4j.extended.Readability4JExtended;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.connect.net.HttpOutcome.Reply;

/**
 * The article of a web page. Readability4J is a port of the reader view of Firefox: it scores the parts of a page by
 * their share of running text and of links, knows no publisher's templates, and needs no training.
 */
final class PageArticle {
    private static final Logger LOG = LoggerFactory.getLogger(PageArticle.class);

    private PageArticle() {}

    /** The article's text with its paragraphs; empty when the page is no HTML or has none. */
    static Optional<String> of(Reply reply) {
        String type = reply.header("content-type").orElse("text/html").toLowerCase(Locale.ROOT);
        return type.contains("html") ? of(reply.url(), TextDecoding.decode(reply.body(), type)) : Optional.empty();
    }

    static Optional<String> of(URI url, String html) {
        try {
            Document page = HtmlText.parse(html, url.toString());
            Element content =
                    new Readability4JExtended(url.toString(), page).parse().getArticleContent();
            return Optional.ofNullable(content).map(HtmlText::text).filter(text -> !text.isBlank());
        } catch (RuntimeException | StackOverflowError e) {
            LOG.debug("No article found in {}", url, e);
            return Optional.empty();
        }
    }
}
