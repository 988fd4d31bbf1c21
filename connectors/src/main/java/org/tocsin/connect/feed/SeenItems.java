package org.tocsin.connect.feed;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has been published of one feed: 16 bytes an item, its id and its content. Bounded: the items of the present
 * document and, of those that have left it, the newest. Not thread-safe.
 */
final class SeenItems {
    private static final int ENTRY_BYTES = 2 * Long.BYTES;

    /** In the order of publication. */
    private final Map<Long, Long> contents = new LinkedHashMap<>();

    /** Reads what {@link #encoded} wrote; nothing when it is null. */
    static SeenItems of(@Nullable String encoded) {
        SeenItems seen = new SeenItems();
        if (encoded != null) {
            try {
                ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(encoded));
                while (bytes.hasRemaining()) {
                    seen.contents.put(bytes.getLong(), bytes.getLong());
                }
            } catch (BufferUnderflowException | IllegalArgumentException e) {
                throw new IllegalArgumentException("the source offset's 'seen' is not what this connector wrote", e);
            }
        }
        return seen;
    }

    /** Whether this article has been published at all. */
    boolean knows(Entry entry) {
        return contents.containsKey(key(entry));
    }

    /** Whether this very version has been published. */
    boolean has(Entry entry) {
        Long content = contents.get(key(entry));
        return content != null && content == entry.content();
    }

    void add(Entry entry) {
        contents.remove(key(entry));
        contents.put(key(entry), entry.content());
    }

    /**
     * Forgets the oldest of those that are not in the document any more.
     *
     * @param departed how many of them to keep
     */
    void prune(Collection<Entry> document, int departed) {
        Set<Long> present = new HashSet<>();
        document.forEach(entry -> present.add(key(entry)));
        long surplus =
                contents.keySet().stream().filter(key -> !present.contains(key)).count() - departed;
        Iterator<Long> keys = contents.keySet().iterator();
        while (surplus > 0 && keys.hasNext()) {
            if (!present.contains(keys.next())) {
                keys.remove();
                surplus--;
            }
        }
    }

    int size() {
        return contents.size();
    }

    /** For the source offset. */
    String encoded() {
        ByteBuffer bytes = ByteBuffer.allocate(contents.size() * ENTRY_BYTES);
        contents.forEach((key, content) -> bytes.putLong(key).putLong(content));
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private static long key(Entry entry) {
        return Long.parseUnsignedLong(entry.articleId().substring(0, 16), 16);
    }
}
