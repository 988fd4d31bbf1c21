package org.tocsin.processor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Deletes what is too old from a store, a slice at a time so that the task stays responsive: each pass goes over the
 * whole store within some minutes, and begins when {@link Passes} says. Stores only; public topics keep what they have.
 *
 * <p>Not thread-safe; one per task and store.
 */
public final class Expiry<V> {
    /** How often to call {@link #slice}. */
    public static final Duration EVERY = Duration.ofSeconds(10);

    private static final int SLICE = 2000;

    private final KeyValueStore<String, V> store;
    private final Function<V, Instant> age;
    private final Passes passes = new Passes();
    private @Nullable String next;

    /** Entries are as old as {@code age} says. */
    public Expiry(KeyValueStore<String, V> store, Function<V, Instant> age) {
        this.store = store;
        this.age = age;
    }

    /** Looks at the next 2,000 entries and deletes those from before the limit; returns how many. */
    public int slice(Instant limit) {
        if (next == null && !passes.begins(limit)) {
            return 0;
        }
        List<String> old = new ArrayList<>();
        int seen = 0;
        try (KeyValueIterator<String, V> entries = store.range(next, null)) {
            while (entries.hasNext() && seen < SLICE) {
                KeyValue<String, V> entry = entries.next();
                seen++;
                if (age.apply(entry.value).isBefore(limit)) {
                    old.add(entry.key);
                }
            }
            next = entries.hasNext() ? entries.peekNextKey() : null;
        }
        old.forEach(store::delete);
        return old.size();
    }
}
