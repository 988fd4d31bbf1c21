package org.tocsin.processor.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32C;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.tocsin.processor.AllOrNothing;
import org.tocsin.processor.Settings;
import org.tocsin.schemas.Topics;

/**
 * Publishes the files that are dropped into a folder, each once and whole. Lines are written in transactions that also
 * note how far which file is published, as a consumer group's offset: after a kill at any moment the next watch goes on
 * behind the last line that readers see, and a file that was published whole but not yet moved is only moved.
 */
final class FolderWatch implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    /** Well within a transaction's time, and few enough that a stop need not wait. */
    private static final int LINES = 1000;
    /** Well within the producer's buffer. */
    private static final long BYTES = 8L * 1024 * 1024;

    private static final int TAIL = 64 * 1024;

    private final DropFolder folder;
    private final SettledFiles settled;
    private final Console console;
    private final Clock clock;
    private final TopicPartition noteAt;
    private final KafkaProducer<String, byte[]> producer;
    private final ArticlePublisher publisher;
    private final KafkaConsumer<byte[], byte[]> notes;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Set<WatchedFile> unreadable = new HashSet<>();
    private Optional<WatchedFile.Position> noted;

    /**
     * Fences whoever else watches this folder.
     *
     * @param settle a file that has not changed for so long is whole
     */
    FolderWatch(DropFolder folder, Duration settle, Settings settings, Console console, Clock clock) {
        this.folder = folder;
        this.settled = new SettledFiles(settle);
        this.console = console;
        this.clock = clock;
        String group = settings.topicPrefix() + "watch-" + folder.id();
        this.noteAt = new TopicPartition(Topics.ARTICLES.name(settings.topicPrefix()), 0);
        this.producer = ArticlePublisher.producer(settings, Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, group));
        this.publisher = new ArticlePublisher(producer, settings, console);
        this.notes = notes(settings, group);
        producer.initTransactions();
        this.noted = noted();
    }

    /** Until it is closed. */
    void run() throws IOException, InterruptedException {
        do {
            look();
        } while (!stopping.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Publishes what has settled. */
    synchronized void look() throws IOException {
        for (WatchedFile file : settled.among(folder.files(), clock.instant())) {
            if (!isStopping() && !unreadable.contains(file)) {
                publish(file);
            }
        }
    }

    /** Publishes a file that looked like this, and moves it when it still does. */
    synchronized void publish(WatchedFile file) throws IOException {
        long articles = publisher.published();
        long bad = publisher.bad();
        try {
            if (publishRest(file).isEnd() && WatchedFile.at(folder.path(file)).equals(file)) {
                Path done = folder.finish(file);
                noted = Optional.empty();
                console.say("%s: %d articles published, %d lines refused; moved to %s"
                        .formatted(folder.path(file), publisher.published() - articles, publisher.bad() - bad, done));
            }
        } catch (NoSuchFileException takenAway) {
            // Then somebody else has it.
        } catch (IOException e) {
            unreadable.add(file);
            console.say("%s cannot be read or moved and is left where it is (%s); touch it when that is mended"
                    .formatted(folder.path(file), e));
        }
    }

    private WatchedFile.Position publishRest(WatchedFile file) throws IOException {
        try (FileChannel channel = FileChannel.open(folder.path(file), StandardOpenOption.READ)) {
            WatchedFile.Position position = start(file, channel);
            InputStream in = Channels.newInputStream(channel.position(position.offset()));
            LineFile.Lines lines = new LineFile.Lines(in, position.lines(), position.offset());
            while (!position.isEnd() && !isStopping()) {
                position = publishSome(file, lines, channel);
            }
            return position;
        }
    }

    /** Behind what was published of this very file. */
    private WatchedFile.Position start(WatchedFile file, FileChannel channel) throws IOException {
        if (noted.filter(n -> file.continues(n.file())).isEmpty()) {
            return WatchedFile.Position.start(file);
        }
        WatchedFile.Position position = noted.get();
        return tail(channel, position.offset()) == position.tail()
                ? position.in(file)
                : WatchedFile.Position.start(file);
    }

    /** One transaction. All is read before it begins: a file that cannot be read must not leave half of one. */
    private WatchedFile.Position publishSome(WatchedFile file, LineFile.Lines lines, FileChannel channel)
            throws IOException {
        List<LineFile.Line> some = new ArrayList<>();
        long from = lines.offset();
        Optional<LineFile.Line> line;
        do {
            line = lines.next();
            line.ifPresent(some::add);
        } while (line.isPresent() && some.size() < LINES && lines.offset() - from < BYTES);
        // A file that has become shorter is at its end, too.
        long offset = line.isPresent() ? lines.offset() : Math.max(file.size(), lines.offset());
        WatchedFile.Position position =
                new WatchedFile.Position(file, offset, lines.number(), tail(channel, lines.offset()));
        AllOrNothing.write(producer, () -> {
            some.forEach(l -> publisher.publish(folder.path(file).toString(), l.number(), l.bytes()));
            producer.sendOffsetsToTransaction(
                    Map.of(noteAt, new OffsetAndMetadata(position.offset(), position.note())), notes.groupMetadata());
        });
        noted = Optional.of(position);
        return position;
    }

    /** Of the bytes before a place, so that another file in the place of a half published one is known for it. */
    private static long tail(FileChannel channel, long offset) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(TAIL, offset));
        long from = offset - bytes.capacity();
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
            // Until it is full, or the file is shorter.
        }
        CRC32C checksum = new CRC32C();
        checksum.update(bytes.flip());
        return checksum.getValue();
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    /** Joins no group: only the group's offsets are used. */
    private static KafkaConsumer<byte[], byte[]> notes(Settings settings, String group) {
        Map<String, Object> config = new HashMap<>(settings.kafka());
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // Not what a transaction noted that may still be aborted.
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Optional<WatchedFile.Position> noted() {
        return Optional.ofNullable(notes.committed(Set.of(noteAt)).get(noteAt))
                .flatMap(at -> WatchedFile.Position.read(at.metadata()));
    }

    /** Ends it, after the lines at hand. */
    @Override
    public void close() throws IOException {
        stopping.countDown();
        synchronized (this) {
            publisher.close();
            notes.close();
            folder.close();
        }
    }
}
