package org.tocsin.processor.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Snapshot;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;
import org.tocsin.processor.BoundedRocksDb;
import org.tocsin.processor.OperatorException;

/**
 * The newest record of each key, in RocksDB, with the memory that the pipeline's own stores share. Each table has its
 * records by key, and two indexes to them: by order, to page through, and by position, to follow. The directory is
 * emptied at each start: the topics hold everything, and nothing of an earlier cluster or version is mixed in.
 */
final class ViewStore implements AutoCloseable {
    private static final byte RECORD = 'r';
    private static final byte ORDER = 'o';
    private static final byte POSITION = 'p';
    private static final int HEAD = 2;

    private final RocksDB db;
    private final Options options;
    private final WriteOptions unlogged = new WriteOptions().setDisableWAL(true);
    private final ReadWriteLock open = new ReentrantReadWriteLock();
    private boolean closed;

    private ViewStore(RocksDB db, Options options) {
        this.db = db;
        this.options = options;
    }

    /** Opens it, empty. */
    static ViewStore open(Path directory) {
        RocksDB.loadLibrary();
        Options options = new Options().setCreateIfMissing(true).setTableFormatConfig(new BlockBasedTableConfig());
        new BoundedRocksDb().setConfig("view", options, Map.of());
        try {
            empty(directory);
            Files.createDirectories(directory);
            return new ViewStore(RocksDB.open(options, directory.toString()), options);
        } catch (IOException | RocksDBException e) {
            options.close();
            throw new OperatorException(
                    "the read API's store in " + directory + " cannot be opened: " + e.getMessage()
                            + "; one process at a time may use a state.dir",
                    e);
        }
    }

    /** A record with the key and the position it stands at. */
    record Stored<T>(String key, int partition, long offset, String order, T value) {}

    /**
     * A record as read.
     *
     * @param value null when the key was deleted
     */
    record Read<T>(String key, @Nullable T value, int partition, long offset) {}

    /** Puts the record in place of the one before, or takes that away. */
    <T extends SpecificRecord> void apply(Table<T> table, Read<T> read) {
        reading((database, at) -> {
            try (WriteBatch batch = new WriteBatch()) {
                byte[] recordKey = key(table, RECORD, read.key().getBytes(UTF_8));
                Optional<Stored<T>> before = stored(table, read.key(), database.get(recordKey));
                if (before.isPresent()) {
                    batch.delete(order(table, before.get().order()));
                    batch.delete(position(
                            table, before.get().partition(), before.get().offset()));
                }
                if (read.value() == null) {
                    batch.delete(recordKey);
                } else {
                    String order = table.order(read.value());
                    byte[] pointer = read.key().getBytes(UTF_8);
                    batch.put(recordKey, bytes(table, read, order, read.value()));
                    batch.put(order(table, order), pointer);
                    batch.put(position(table, read.partition(), read.offset()), pointer);
                }
                database.write(unlogged, batch);
                return read;
            }
        });
    }

    <T extends SpecificRecord> Optional<T> get(Table<T> table, String key) {
        return reading((database, at) -> stored(table, key, database.get(at, key(table, RECORD, key.getBytes(UTF_8))))
                .map(Stored::value));
    }

    /** Takes records one after the other; says from where to go on, or null to end. */
    @FunctionalInterface
    interface Visitor<T> extends BiFunction<String, Stored<T>, @Nullable String> {}

    /** Visits from the first order at or after {@code from}; the visitor says from which order to go on. */
    <T extends SpecificRecord> void visit(Table<T> table, String from, Visitor<T> visitor) {
        reading((database, at) -> {
            try (RocksIterator entries = database.newIterator(at)) {
                byte[] head = {(byte) table.tag(), ORDER};
                String next = from;
                while (next != null) {
                    entries.seek(order(table, next));
                    if (!entries.isValid() || !startsWith(entries.key(), head)) {
                        break;
                    }
                    byte[] key = entries.key();
                    String order = new String(key, HEAD, key.length - HEAD, UTF_8);
                    next = visitor.apply(order, pointed(table, database, at, entries.value()));
                }
                entries.status();
                return from;
            }
        });
    }

    /** The records of one partition after an offset, in their order, at most so many. */
    <T extends SpecificRecord> List<Stored<T>> after(Table<T> table, int partition, long offset, int atMost) {
        return reading((database, at) -> {
            List<Stored<T>> found = new ArrayList<>();
            byte[] head = Arrays.copyOf(position(table, partition, 0), HEAD + Integer.BYTES);
            try (RocksIterator entries = database.newIterator(at)) {
                for (entries.seek(position(table, partition, offset + 1));
                        found.size() < atMost && entries.isValid() && startsWith(entries.key(), head);
                        entries.next()) {
                    found.add(pointed(table, database, at, entries.value()));
                }
                entries.status();
                return found;
            }
        });
    }

    private static <T extends SpecificRecord> Stored<T> pointed(
            Table<T> table, RocksDB database, ReadOptions at, byte[] pointer) throws RocksDBException {
        String key = new String(pointer, UTF_8);
        return stored(table, key, database.get(at, key(table, RECORD, pointer))).orElseThrow();
    }

    private static <T extends SpecificRecord> Optional<Stored<T>> stored(
            Table<T> table, String key, byte @Nullable [] bytes) {
        if (bytes == null) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int partition = buffer.getInt();
        long offset = buffer.getLong();
        byte[] order = new byte[buffer.getInt()];
        buffer.get(order);
        return Optional.of(
                new Stored<>(key, partition, offset, new String(order, UTF_8), table.record(buffer.slice())));
    }

    private static <T extends SpecificRecord> byte[] bytes(Table<T> table, Read<T> read, String order, T value) {
        byte[] orderBytes = order.getBytes(UTF_8);
        ByteBuffer record = table.bytes(value);
        return ByteBuffer.allocate(Integer.BYTES + Long.BYTES + Integer.BYTES + orderBytes.length + record.remaining())
                .putInt(read.partition())
                .putLong(read.offset())
                .putInt(orderBytes.length)
                .put(orderBytes)
                .put(record)
                .array();
    }

    private static byte[] order(Table<?> table, String order) {
        return key(table, ORDER, order.getBytes(UTF_8));
    }

    private static byte[] position(Table<?> table, int partition, long offset) {
        byte[] at = ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                .putInt(partition)
                .putLong(offset)
                .array();
        return key(table, POSITION, at);
    }

    private static byte[] key(Table<?> table, byte kind, byte[] rest) {
        return ByteBuffer.allocate(HEAD + rest.length)
                .put((byte) table.tag())
                .put(kind)
                .put(rest)
                .array();
    }

    private static boolean startsWith(byte[] key, byte[] head) {
        return key.length >= head.length && Arrays.equals(key, 0, head.length, head, 0, head.length);
    }

    /** Work on one state of the store. RocksDB crashes the process when it is used after its close: hence the lock. */
    private <R> R reading(Work<R> work) {
        open.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("the view is closed");
            }
            Snapshot snapshot = db.getSnapshot();
            try (ReadOptions at = new ReadOptions().setSnapshot(snapshot)) {
                return work.on(db, at);
            } finally {
                db.releaseSnapshot(snapshot);
            }
        } catch (RocksDBException e) {
            throw new IllegalStateException("the view's store fails: " + e.getMessage(), e);
        } finally {
            open.readLock().unlock();
        }
    }

    @FunctionalInterface
    private interface Work<R> {
        R on(RocksDB database, ReadOptions at) throws RocksDBException;
    }

    @Override
    public void close() {
        open.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                db.close();
                unlogged.close();
                options.close();
            }
        } finally {
            open.writeLock().unlock();
        }
    }

    private static void empty(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
