package org.tocsin.processor.watchlist;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.tocsin.processor.Names;
import org.tocsin.schemas.AlertRule;
import org.tocsin.schemas.Target;
import org.tocsin.schemas.Topics;
import org.tocsin.schemas.WatchlistVersion;

/**
 * Looks whether the global stores hold a newer version of the watchlist, whole. Its entries come in over other
 * partitions than its marker, so a version is taken only when all that the marker counts is there.
 */
public final class WatchlistPoll {
    private final ReadOnlyKeyValueStore<String, ValueAndTimestamp<Target>> targets;
    private final ReadOnlyKeyValueStore<String, ValueAndTimestamp<AlertRule>> rules;
    private final ReadOnlyKeyValueStore<String, ValueAndTimestamp<WatchlistVersion>> versions;
    private Watchlist current = Watchlist.none();

    /** Reads the global stores of this task's context. */
    public WatchlistPoll(ProcessingContext context) {
        targets = requireNonNull(context.getStateStore(Names.TARGETS_STORE), Names.TARGETS_STORE);
        rules = requireNonNull(context.getStateStore(Names.RULES_STORE), Names.RULES_STORE);
        versions = requireNonNull(context.getStateStore(Names.VERSIONS_STORE), Names.VERSIONS_STORE);
    }

    /** The newest version that has been whole. */
    public Watchlist current() {
        return current;
    }

    /** A newer whole version, once. */
    public Optional<Watchlist> next() {
        ValueAndTimestamp<WatchlistVersion> stored = versions.get(Topics.WATCHLIST_KEY);
        if (stored == null || stored.value().getVersion() == current.version()) {
            return Optional.empty();
        }
        Watchlist read = new Watchlist(stored.value().getVersion(), all(targets), all(rules));
        if (!read.isWhole(stored.value())) {
            return Optional.empty();
        }
        current = read;
        return Optional.of(read);
    }

    private static <T> List<T> all(ReadOnlyKeyValueStore<String, ValueAndTimestamp<T>> store) {
        List<T> values = new ArrayList<>();
        try (KeyValueIterator<String, ValueAndTimestamp<T>> entries = store.all()) {
            entries.forEachRemaining(entry -> values.add(entry.value.value()));
        }
        return values;
    }
}
