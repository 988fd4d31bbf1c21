package org.tocsin.connect.feed;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/** A task without a worker: what it sends is kept, and its offsets are those of the records. */
final class TaskRun implements AutoCloseable {
    private final Map<Map<String, ?>, Map<String, ?>> offsets;
    private final FeedSourceTask task = new FeedSourceTask(Clock.systemUTC());

    private TaskRun(Map<Map<String, ?>, Map<String, ?>> offsets) {
        this.offsets = offsets;
    }

    /** Starts a task that has these offsets and changes them. */
    static TaskRun start(Map<Map<String, ?>, Map<String, ?>> offsets, Map<String, String> settings) {
        TaskRun run = new TaskRun(offsets);
        Map<String, String> all = new HashMap<>(settings);
        all.putIfAbsent("contact", "desk@example.org");
        all.putIfAbsent("http.allowed.addresses", "127.0.0.0/8");
        all.putIfAbsent("feed.interval.ms", "1000");
        all.putIfAbsent("host.spacing.ms", "0");
        run.task.initialize(run.new Context());
        run.task.start(all);
        return run;
    }

    /** Polls until so many articles are there. */
    List<Struct> articles(int count) throws InterruptedException {
        List<Struct> articles = new ArrayList<>();
        long end = System.nanoTime() + 60_000_000_000L;
        while (articles.size() < count && System.nanoTime() < end) {
            List<SourceRecord> records = task.poll();
            if (records != null) {
                for (SourceRecord record : records) {
                    offsets.put(record.sourcePartition(), record.sourceOffset());
                    articles.add((Struct) record.value());
                }
            }
        }
        return articles;
    }

    @Override
    public void close() {
        task.stop();
    }

    private final class Context implements SourceTaskContext {
        @Override
        public Map<String, String> configs() {
            return Map.of();
        }

        @Override
        public OffsetStorageReader offsetStorageReader() {
            return new Reader();
        }

        /** As on workers before 4.1. */
        @Override
        public PluginMetrics pluginMetrics() {
            throw new NoSuchMethodError("pluginMetrics");
        }
    }

    private final class Reader implements OffsetStorageReader {
        @Override
        @SuppressWarnings({"unchecked", "NullAway"}) // Connect means null where there is no offset.
        public <T> Map<String, Object> offset(Map<String, T> partition) {
            return (Map<String, Object>) offsets.get(partition);
        }

        @Override
        public <T> Map<Map<String, T>, Map<String, Object>> offsets(Collection<Map<String, T>> partitions) {
            Map<Map<String, T>, Map<String, Object>> found = new HashMap<>();
            partitions.forEach(partition -> found.put(partition, offset(partition)));
            return found;
        }
    }
}
