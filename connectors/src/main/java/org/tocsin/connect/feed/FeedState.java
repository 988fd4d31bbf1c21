package org.tocsin.connect.feed;

import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.connect.net.HttpOutcome.Reply;

/**
 * What is known of one feed, and the source offset that keeps it. The offset belongs to the feed and to no task. Not
 * thread-safe.
 *
 * <p>The validators ({@code ETag}, {@code Last-Modified}) are of the last document whose items have all been published:
 * with those of a newer one a restart would be told that nothing has changed, and skip what was not sent.
 */
final class FeedState {
    private static final String PARTITION = "feed";
    private static final String SEEN = "seen";
    private static final String ETAG = "etag";
    private static final String MODIFIED = "modified";
    private static final String MOVED = "moved";

    private final URI feed;
    private final SeenItems seen;
    private @Nullable String etag;
    private @Nullable String modified;
    private @Nullable URI moved;
    private int failures;

    private FeedState(URI feed, SeenItems seen) {
        this.feed = feed;
        this.seen = seen;
    }

    /**
     * The state as an offset has it.
     *
     * @param offset null for a feed that is new
     * @throws IllegalArgumentException when the offset is not one of {@link #offset}
     */
    static FeedState of(URI feed, @Nullable Map<String, ?> offset) {
        Map<String, ?> from = offset == null ? Map.of() : offset;
        FeedState state = new FeedState(feed, SeenItems.of(text(from, SEEN)));
        state.etag = text(from, ETAG);
        state.modified = text(from, MODIFIED);
        @Nullable String moved = text(from, MOVED);
        state.moved = moved == null ? null : URI.create(moved);
        return state;
    }

    /** The source partition of a feed. */
    static Map<String, String> partition(URI feed) {
        return Map.of(PARTITION, feed.toString());
    }

    /** The source offset. */
    Map<String, String> offset() {
        Map<String, String> offset = new HashMap<>();
        offset.put(SEEN, seen.encoded());
        putUnlessNull(offset, ETAG, etag);
        putUnlessNull(offset, MODIFIED, modified);
        putUnlessNull(offset, MOVED, moved == null ? null : moved.toString());
        return offset;
    }

    URI feed() {
        return feed;
    }

    /** Where it is fetched: as configured, or where it has moved for good. */
    URI url() {
        return moved == null ? feed : moved;
    }

    SeenItems seen() {
        return seen;
    }

    @Nullable
    String etag() {
        return etag;
    }

    @Nullable
    String modified() {
        return modified;
    }

    /** All items of a document are published: what the server said of it holds from now on. */
    void published(Reply reply, Collection<Entry> document, int departed) {
        etag = reply.header("etag").orElse(null);
        modified = reply.header("last-modified").orElse(null);
        if (reply.permanentUrl() != null) {
            moved = reply.permanentUrl().equals(feed) ? null : reply.permanentUrl();
        }
        seen.prune(document, departed);
    }

    /** Counts a failure; a place where the feed has moved and that fails is forgotten. */
    int failed() {
        if (moved != null) {
            moved = null;
            etag = null;
            modified = null;
        }
        failures++;
        return failures;
    }

    /** Forgets the failures. @return how many there were in a row */
    int succeeded() {
        int before = failures;
        failures = 0;
        return before;
    }

    private static void putUnlessNull(Map<String, String> offset, String key, @Nullable String value) {
        if (value != null) {
            offset.put(key, value);
        }
    }

    private static @Nullable String text(Map<String, ?> offset, String key) {
        return offset.get(key) instanceof String text ? text : null;
    }
}
