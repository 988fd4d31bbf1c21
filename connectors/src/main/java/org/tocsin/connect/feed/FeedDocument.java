package org.tocsin.connect.feed;

import java.util.List;

/** What a fetched document is. */
sealed interface FeedDocument {

    /**
     * A feed.
     *
     * @param items in the document's order
     */
    record Items(List<Item> items) implements FeedDocument {
        public Items {
            items = List.copyOf(items);
        }
    }

    /**
     * No feed.
     *
     * @param message what was wrong and where
     */
    record Unreadable(Reason reason, String message) implements FeedDocument {}

    /** Why a document is no feed. */
    enum Reason {
        /** A document type or an entity of its own: refused, since both can read files and fill the memory. */
        DOCTYPE,
        /** Neither well-formed XML nor JSON; also when it ends early. */
        MALFORMED,
        /** Well-formed, but no RSS, Atom or JSON Feed. */
        NO_FEED
    }
}
