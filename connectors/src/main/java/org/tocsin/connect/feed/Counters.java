package org.tocsin.connect.feed;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One task's counts since its start. Thread-safe. */
final class Counters {
    private static final Logger LOG = LoggerFactory.getLogger(Counters.class);

    private final Map<Count, LongAdder> counts = new EnumMap<>(Count.class);

    Counters() {
        for (Count count : Count.values()) {
            counts.put(count, new LongAdder());
        }
    }

    void add(Count count, long more) {
        of(count).add(more);
    }

    void increment(Count count) {
        of(count).increment();
    }

    long get(Count count) {
        return of(count).sum();
    }

    /** Shows the counts as metrics of the task, where the worker has such (Connect 4.1 and later). */
    void showIn(Supplier<PluginMetrics> metrics) {
        try {
            PluginMetrics shown = metrics.get();
            counts.forEach((count, adder) ->
                    shown.addMetric(shown.metricName(name(count), count.meaning(), new LinkedHashMap<>()), (Gauge<Long>)
                            (config, now) -> adder.sum()));
        } catch (LinkageError | UnsupportedOperationException e) {
            LOG.info("This worker knows no plugin metrics; the counts are in the log only");
        }
    }

    /** All that are not zero, in one line. */
    @Override
    public String toString() {
        return Arrays.stream(Count.values())
                .filter(count -> get(count) > 0)
                .map(count -> name(count) + "=" + get(count))
                .collect(Collectors.joining(" "));
    }

    private LongAdder of(Count count) {
        return counts.getOrDefault(count, new LongAdder());
    }

    private static String name(Count count) {
        return count.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
