package org.tocsin.processor.view;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.processor.OperatorException;
import org.tocsin.processor.Settings;
import org.tocsin.schemas.DailyTally;

/**
 * The alerts, incidents and daily counts as subscribers see them: committed records only, all partitions, whichever
 * tasks run here. Each instance reads the whole topics by itself, so that none asks another. Thread-safe.
 */
public final class View implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(View.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);
    private static final List<Table<?>> TABLES = List.of(Table.ALERTS, Table.INCIDENTS, Table.DAYS);

    /** Records looked at for one page: a filter that fits few must not hold a thread for long. */
    private static final int LOOKED_AT = 10_000;

    private final Settings settings;
    private final ViewStore store;
    private final CountDownLatch caughtUp = new CountDownLatch(TABLES.size());
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Map<String, ConcurrentSkipListMap<Integer, Long>> read = Map.of(
            Table.ALERTS.name(), new ConcurrentSkipListMap<>(),
            Table.INCIDENTS.name(), new ConcurrentSkipListMap<>(),
            Table.DAYS.name(), new ConcurrentSkipListMap<>());
    private final List<Thread> readers = new ArrayList<>();
    private final Object changes = new Object();
    private long version; // guarded by changes

    private View(Settings settings, Path directory) {
        this.settings = settings;
        this.store = ViewStore.open(directory);
    }

    /**
     * Starts to read.
     *
     * @param directory of its own, emptied at each start
     */
    public static View start(Settings settings, Path directory) {
        View view = new View(settings, directory);
        for (Table<?> table : TABLES) {
            Thread reader = new Thread(() -> view.follow(table), "view-" + table.name());
            reader.setDaemon(true);
            view.readers.add(reader);
            reader.start();
        }
        return view;
    }

    /** True when it has read all that the topics held when it started. */
    public boolean isCaughtUp() {
        return caughtUp.getCount() == 0;
    }

    /**
     * A part of a table.
     *
     * @param next where to go on, null at the end; a page may hold fewer than asked for and still have a next one
     */
    public record Page<T>(List<T> items, @Nullable String next) {}

    /**
     * What to look through.
     *
     * @param from the first order
     * @param to before this order
     * @param after only what comes after this order, when not null
     * @param atMost items
     */
    public record Range(String from, String to, @Nullable String after, int atMost) {}

    /** The newest record of a key. */
    public <T extends SpecificRecord> Optional<T> get(Table<T> table, String key) {
        return store.get(table, key);
    }

    /** The records in a range that the filter lets pass. */
    public <T extends SpecificRecord> Page<T> page(Table<T> table, Range range, Predicate<T> filter) {
        return collect(table, range, filter, order -> order + '\0');
    }

    /** The newest day of each subject, by subject. */
    public Page<DailyTally> newestDays(Range range, Predicate<DailyTally> filter) {
        return collect(
                Table.DAYS, range, filter, order -> order.substring(0, order.lastIndexOf('|') + 1) + Table.AFTER_ALL);
    }

    private <T extends SpecificRecord> Page<T> collect(
            Table<T> table, Range range, Predicate<T> filter, UnaryOperator<String> following) {
        List<T> items = new ArrayList<>();
        String[] last = new String[1];
        int[] lookedAt = new int[1];
        boolean[] more = new boolean[1];
        String from = range.after() == null ? range.from() : following.apply(range.after());
        store.visit(table, from, (order, stored) -> {
            if (order.compareTo(range.to()) >= 0) {
                return null;
            }
            if (items.size() == range.atMost() || lookedAt[0] == LOOKED_AT) {
                more[0] = true;
                return null;
            }
            lookedAt[0]++;
            last[0] = order;
            if (filter.test(stored.value())) {
                items.add(stored.value());
            }
            return following.apply(order);
        });
        return new Page<>(List.copyOf(items), more[0] ? last[0] : null);
    }

    /** One change: a key's newest record and where it stands in its topic. */
    public record Change<T>(int partition, long offset, T value) {}

    /** The changes of a table after these positions; a partition that they don't name is read from its beginning. */
    public <T extends SpecificRecord> List<Change<T>> changes(Table<T> table, Map<Integer, Long> after, int atMost) {
        List<Change<T>> found = new ArrayList<>();
        for (int partition : positions(table).keySet()) {
            store.after(table, partition, after.getOrDefault(partition, -1L), atMost - found.size()).stream()
                    .map(s -> new Change<>(s.partition(), s.offset(), s.value()))
                    .forEach(found::add);
        }
        return found;
    }

    /** The last offset that was read of each partition. */
    public Map<Integer, Long> positions(Table<?> table) {
        return read.getOrDefault(table.name(), new ConcurrentSkipListMap<>());
    }

    /** Grows with each change. */
    public long version() {
        synchronized (changes) {
            return version;
        }
    }

    /** Waits until the version is another, or the time is over; false when the view is closing. */
    public boolean awaitChange(long seen, Duration atMost) throws InterruptedException {
        long until = System.nanoTime() + atMost.toNanos();
        synchronized (changes) {
            long left = atMost.toMillis();
            while (version == seen && left > 0 && stopping.getCount() > 0) {
                changes.wait(left);
                left = Duration.ofNanos(until - System.nanoTime()).toMillis();
            }
        }
        return stopping.getCount() > 0;
    }

    private <T extends SpecificRecord> void follow(Table<T> table) {
        boolean[] ended = new boolean[1];
        while (stopping.getCount() > 0) {
            try (CommittedReader<T> reader = new CommittedReader<>(settings, table.topic(), LOG::warn)) {
                read(table, reader, ended);
            } catch (RuntimeException e) {
                if (stopping.getCount() > 0) {
                    LOG.warn(
                            "the read API stands still at {} and tries again: {}",
                            table.topic().name(settings.topicPrefix()),
                            OperatorException.rootOf(e).getMessage());
                    pause();
                }
            }
        }
    }

    private <T extends SpecificRecord> void read(Table<T> table, CommittedReader<T> reader, boolean[] ended) {
        Map<TopicPartition, Long> ends = reader.ends();
        while (stopping.getCount() > 0) {
            reader.readRecords((record, value) -> {
                // What cannot be read leaves the revision before in its place.
                if (value != null || record.value() == null) {
                    apply(table, new ViewStore.Read<>(record.key(), value, record.partition(), record.offset()));
                }
            });
            if (!ended[0] && reader.reached(ends)) {
                ended[0] = true;
                caughtUp.countDown();
            }
        }
    }

    private <T extends SpecificRecord> void apply(Table<T> table, ViewStore.Read<T> record) {
        Long before = positions(table).get(record.partition());
        if (before != null && before >= record.offset()) {
            return; // A reader that started again reads from the beginning.
        }
        store.apply(table, record);
        positions(table).put(record.partition(), record.offset());
        synchronized (changes) {
            version++;
            changes.notifyAll();
        }
    }

    private void pause() {
        try {
            var unused = stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stopping.countDown();
        synchronized (changes) {
            changes.notifyAll();
        }
        for (Thread reader : readers) {
            try {
                reader.join(STOP_WITHIN.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        store.close();
    }
}
