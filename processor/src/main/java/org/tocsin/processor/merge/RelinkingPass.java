package org.tocsin.processor.merge;

import java.time.Duration;
import java.util.function.Consumer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;
import org.tocsin.schemas.IncidentState;
import org.tocsin.schemas.Progress;

/**
 * Goes once over all incidents after the watchlist has changed, in slices that keep the task responsive. How far it has
 * come is stored, so that a restart goes on where it was.
 */
final class RelinkingPass {
    static final Duration EVERY = Duration.ofMillis(100);
    private static final long SLICE_NANOS = Duration.ofMillis(50).toNanos();
    private static final String KEY = "watchlist";

    private final MergeStores stores;
    private final Consumer<IncidentState> revised;

    /** Hands each new revision to {@code revised}. */
    RelinkingPass(MergeStores stores, Consumer<IncidentState> revised) {
        this.stores = stores;
        this.revised = revised;
    }

    /** Works for at most 50 ms on applying the watchlist; does nothing once it is applied. */
    void slice(Watchlist watchlist) {
        Progress stored = stores.progress().get(KEY);
        boolean started = stored != null && stored.getVersion() == watchlist.version();
        if ((stored == null && watchlist.version() == 0)
                || (started && stored.getNextKey().isEmpty())) {
            return;
        }
        String from = started ? stored.getNextKey().orElse("") : "";
        stores.progress().put(KEY, new Progress(watchlist.version(), work(from, watchlist)));
    }

    /** The key to go on from, or null when all are done. */
    private @Nullable String work(String from, Watchlist watchlist) {
        long end = System.nanoTime() + SLICE_NANOS;
        try (KeyValueIterator<String, IncidentState> incidents = stores.incidentsFrom(from)) {
            while (incidents.hasNext()) {
                if (System.nanoTime() > end) {
                    return incidents.next().key;
                }
                Relinking.of(incidents.next().value, watchlist).ifPresent(revised);
            }
        }
        return null;
    }
}
