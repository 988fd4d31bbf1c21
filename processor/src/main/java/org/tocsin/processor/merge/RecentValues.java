package org.tocsin.processor.merge;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * A store whose values last used are kept in memory, too, so that they need not be read from bytes again: news of one
 * incident comes within hours. The values must not be changed in place.
 *
 * <p>Not thread-safe; one per task, which alone writes the store, and all that it writes goes through here.
 */
final class RecentValues<V> {
    private final KeyValueStore<String, V> store;
    private final Map<String, V> recent;

    /** Keeps at most so many values in memory. */
    RecentValues(KeyValueStore<String, V> store, int most) {
        this.store = store;
        this.recent = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > most;
            }
        };
    }

    Optional<V> get(String key) {
        V known = recent.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        V stored = store.get(key);
        if (stored != null) {
            recent.put(key, stored);
        }
        return Optional.ofNullable(stored);
    }

    void put(String key, @Nullable V value) {
        store.put(key, value);
        if (value == null) {
            recent.remove(key);
        } else {
            recent.put(key, value);
        }
    }

    void delete(String key) {
        put(key, null);
    }

    /** Reads all anew: something else has deleted from the store. */
    void forget() {
        recent.clear();
    }
}
