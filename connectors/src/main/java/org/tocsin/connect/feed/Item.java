package org.tocsin.connect.feed;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One item of a feed as its publisher wrote it, without markup.
 *
 * @param guid the feed's own id of the item
 * @param link where its article stands, without tracking parameters
 * @param title plain text
 * @param text plain text with paragraphs; empty when the feed has none
 * @param language BCP 47 tag
 * @param source the publisher, by host name
 */
record Item(
        @Nullable String guid,
        @Nullable URI link,
        @Nullable String title,
        String text,
        Published published,
        @Nullable String language,
        String source) {

    /** Whether it says anything that a reader could read, here or behind its link. */
    boolean isEmpty() {
        return title == null && text.isEmpty() && link == null;
    }
}
