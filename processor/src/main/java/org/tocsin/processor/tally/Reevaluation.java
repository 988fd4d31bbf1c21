package org.tocsin.processor.tally;

import java.time.Duration;
import java.util.function.Consumer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;
import org.tocsin.schemas.DailyTally;
import org.tocsin.schemas.Progress;

/**
 * Goes once over all stored days after the watchlist has changed, in slices that keep the task responsive. How far it
 * has come is stored, so that a restart goes on where it was.
 */
final class Reevaluation {
    static final Duration EVERY = Duration.ofMillis(100);
    private static final long SLICE_NANOS = Duration.ofMillis(50).toNanos();
    private static final String KEY = "watchlist";

    private final TallyStores stores;
    private final Consumer<DailyTally> reevaluate;

    Reevaluation(TallyStores stores, Consumer<DailyTally> reevaluate) {
        this.stores = stores;
        this.reevaluate = reevaluate;
    }

    /** Works for at most 50 ms on applying this version; does nothing once it is applied. */
    void slice(long version) {
        Progress stored = stores.progress.get(KEY);
        boolean started = stored != null && stored.getVersion() == version;
        if ((stored == null && version == 0) || (started && stored.getNextKey().isEmpty())) {
            return;
        }
        String from = started ? stored.getNextKey().orElse("") : "";
        stores.progress.put(KEY, new Progress(version, work(from)));
    }

    /** The key to go on from, or null when all are done. */
    private @Nullable String work(String from) {
        long end = System.nanoTime() + SLICE_NANOS;
        try (KeyValueIterator<String, DailyTally> days = stores.days.range(from, null)) {
            while (days.hasNext()) {
                if (System.nanoTime() > end) {
                    return days.next().key;
                }
                reevaluate.accept(days.next().value);
            }
        }
        return null;
    }
}
