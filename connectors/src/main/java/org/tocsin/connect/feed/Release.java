package org.tocsin.connect.feed;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.tocsin.connect.net.HttpOutcome.Reply;

/**
 * The release of one fetched document: its new and edited items, oldest first, batch after batch. All records of a
 * batch but the last carry the offset from before the batch, the last the one after it, so that no offset ever says
 * more than was sent. Not thread-safe.
 */
final class Release {
    private final FeedState state;
    private final Reply reply;
    private final long weight;
    private final List<Entry> document;
    private final Deque<Entry> fresh;
    private final Instant retrieved;
    private final Shape shape;
    private List<Entry> batch = List.of();
    private List<Optional<PageWish>> wishes = List.of();

    /**
     * What the records are like.
     *
     * @param departed items that have left the document and are remembered
     */
    record Shape(String topic, int batch, int maxBytes, int departed, Counters counters) {}

    /** @param fresh those of the document that are to be published */
    Release(FeedState state, Reply reply, List<Entry> document, List<Entry> fresh, Instant retrieved, Shape shape) {
        this.state = state;
        this.weight = reply.body().length;
        this.reply = reply.withoutBody();
        this.document = document;
        this.fresh = new ArrayDeque<>(fresh);
        this.retrieved = retrieved;
        this.shape = shape;
    }

    FeedState state() {
        return state;
    }

    Reply reply() {
        return reply;
    }

    boolean isOver() {
        return batch.isEmpty() && fresh.isEmpty();
    }

    /** Bytes of the document: roughly the memory that its items hold. */
    long weight() {
        return weight;
    }

    /** Begins the next batch, when none is under way. */
    void begin(@Nullable Pages pages) {
        if (!batch.isEmpty()) {
            return;
        }
        List<Entry> next = new ArrayList<>();
        while (next.size() < shape.batch() && !fresh.isEmpty()) {
            next.add(fresh.remove());
        }
        batch = next;
        wishes = next.stream()
                .map(entry -> Optional.ofNullable(pages)
                        .flatMap(fetcher ->
                                Optional.ofNullable(entry.item().link()).map(fetcher::wish)))
                .toList();
    }

    /** Whether all pages that the batch waits for are settled. */
    boolean isReady() {
        return wishes.stream().flatMap(Optional::stream).allMatch(PageWish::isSettled);
    }

    /** The batch's records; the batch is over. */
    List<SourceRecord> records() {
        Map<String, String> before = state.offset();
        for (Entry entry : batch) {
            shape.counters().increment(state.seen().knows(entry) ? Count.ITEMS_EDITED : Count.ITEMS_NEW);
            state.seen().add(entry);
        }
        if (fresh.isEmpty()) {
            state.published(reply, document, shape.departed());
        }
        Map<String, String> after = state.offset();
        List<SourceRecord> records = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            Map<String, String> offset = i == batch.size() - 1 ? after : before;
            records.add(ArticleRecord.of(batch.get(i), body(i), retrieved, shape.topic(), state.feed(), offset));
        }
        batch = List.of();
        wishes = List.of();
        return records;
    }

    /** The page's article, unless the feed itself gives more: a page may show a stranger its first lines only. */
    private String body(int i) {
        String own = batch.get(i).item().text();
        String page = wishes.get(i).map(PageWish::text).orElse(null);
        String body = page == null || page.length() < own.length() ? own : page;
        String bounded = ArticleRecord.bounded(body, shape.maxBytes());
        if (bounded.length() < body.length()) {
            shape.counters().increment(Count.ARTICLES_CUT);
        }
        return bounded;
    }
}
