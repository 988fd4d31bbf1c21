package org.tocsin.processor.metrics;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** How large the stores of this process are, over all of its tasks, from what RocksDB says of each. */
final class StoreSizes {
    private static final String GROUP = "stream-state-metrics";
    private static final String STORE = "rocksdb-state-id";
    private static final String FILES = "live-sst-files-size";
    private static final String MEMORY = "cur-size-all-mem-tables";
    private static final String ENTRIES = "estimate-num-keys";

    /** One store; sizes in bytes, entries as RocksDB estimates them. */
    record Size(long fileBytes, long memoryBytes, long entries) {
        private static final Size NONE = new Size(0, 0, 0);

        private Size plus(Size other) {
            return new Size(fileBytes + other.fileBytes, memoryBytes + other.memoryBytes, entries + other.entries);
        }
    }

    private StoreSizes() {}

    /** Sizes by store. */
    static Map<String, Size> of(Map<MetricName, ? extends Metric> metrics) {
        Map<String, Size> sizes = new TreeMap<>();
        metrics.forEach((name, metric) -> {
            String store = name.tags().get(STORE);
            if (name.group().equals(GROUP) && store != null) {
                sizes.merge(store, size(name.name(), metric), Size::plus);
            }
        });
        return sizes;
    }

    private static Size size(String name, Metric metric) {
        return switch (name) {
            case FILES -> new Size(number(metric), 0, 0);
            case MEMORY -> new Size(0, number(metric), 0);
            case ENTRIES -> new Size(0, 0, number(metric));
            default -> Size.NONE;
        };
    }

    private static long number(Metric metric) {
        return requireNonNull(metric.metricValue()) instanceof Number number ? number.longValue() : 0;
    }
}
