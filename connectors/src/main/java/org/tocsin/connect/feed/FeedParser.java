package org.tocsin.connect.feed;

import java.net.URI;
import org.tocsin.connect.feed.FeedDocument.Reason;
import org.tocsin.connect.feed.FeedDocument.Unreadable;

/** Bytes to a feed's items: RSS and Atom by {@link XmlFeed}, JSON Feed by {@link JsonFeed}. */
final class FeedParser {
    private FeedParser() {}

    /**
     * The document's items.
     *
     * @param url where it was fetched; relative links stand on it
     * @param contentType the server's header, empty when it sent none
     */
    static FeedDocument parse(URI url, byte[] body, String contentType) {
        String text = TextDecoding.decode(body, contentType);
        String start = text.substring(0, Math.min(text.length(), 64)).stripLeading();
        if (start.isEmpty()) {
            return new Unreadable(Reason.MALFORMED, url + ": the document is empty");
        }
        try {
            return start.startsWith("{") ? JsonFeed.parse(url, text) : XmlFeed.parse(url, text);
        } catch (StackOverflowError e) {
            // Markup nested deeper than the stack; the bound of the libraries is the stack itself.
            return new Unreadable(Reason.MALFORMED, url + ": elements are nested too deeply");
        }
    }
}
