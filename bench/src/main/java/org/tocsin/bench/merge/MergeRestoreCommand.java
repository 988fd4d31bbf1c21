package org.tocsin.bench.merge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.tocsin.processor.Names;
import org.tocsin.processor.Settings;
import org.tocsin.processor.StreamsConfiguration;
import org.tocsin.processor.stack.EmbeddedStack;
import org.tocsin.processor.stack.SchemaSetup;
import org.tocsin.processor.stack.TopicSetup;
import org.tocsin.schemas.MergeInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Fills the merge stage on a real broker, loses its stores, and compares the time to restore them from the changelogs
 * with the time to read the changelogs raw; then measures the heap that the index takes.
 */
@Command(name = "merge-restore", description = "Time to restore merge's stores, beside reading their changelogs raw.")
public final class MergeRestoreCommand implements Callable<Integer> {
    private static final String APPLICATION = "merge-restore";
    private static final Duration POLL = Duration.ofMillis(200);
    private static final List<String> STORES = List.of(Names.MERGE_REPORTS_STORE, Names.MERGE_INCIDENTS_STORE);

    @Option(names = "--open", description = "Open incidents; ${DEFAULT-VALUE} by default.")
    private int open = 200_000;

    @Option(names = "--restores", description = "How often they are read and restored; ${DEFAULT-VALUE} by default.")
    private int restores = 3;

    @Override
    public Integer call() throws IOException, ExecutionException, InterruptedException {
        Path directory = Files.createTempDirectory("tocsin-merge-restore");
        try (EmbeddedStack stack = EmbeddedStack.startAfresh(directory.resolve("stack"))) {
            Map<String, Object> given = new HashMap<>();
            stack.clientProperties().forEach((key, value) -> given.put(key.toString(), value));
            given.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
            given.put(StreamsConfig.STATE_DIR_CONFIG, directory.resolve("state").toString());
            Settings settings = Settings.of(given);
            new TopicSetup(settings).run();
            new SchemaSetup(settings).run();
            publish(settings);
            run(settings, true);
            // The first reading warms the page cache, as it is warm for the restore.
            read(settings);
            for (int i = 0; i < restores; i++) {
                Read raw = read(settings);
                delete(directory.resolve("state"));
                show(raw, run(settings, false));
            }
        } finally {
            delete(directory);
        }
        return 0;
    }

    private record Read(long records, long bytes, double seconds) {}

    private void show(Read raw, RestoreTimes restored) {
        System.out.printf(
                Locale.ROOT,
                "%d open incidents: changelogs of %d records, %d MB; raw read %.1f s; stores restored in %.1f s, %.1f"
                        + " times as long; index rebuilt and running after another %.1f s%n",
                open,
                raw.records,
                raw.bytes >> 20,
                raw.seconds,
                restored.restore(),
                restored.restore() / raw.seconds,
                restored.afterwards());
    }

    private void publish(Settings settings) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(settings.kafka())) {
            TopicSetup.create(admin, List.of(new NewTopic(MergeTopology.REPORTS, Optional.of(1), Optional.empty())));
        }
        SyntheticReports reports = new SyntheticReports(open);
        try (KafkaProducer<String, MergeInput> producer = new KafkaProducer<>(
                settings.kafka(),
                new StringSerializer(),
                settings.serdes().values(MergeInput.class).serializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (int i = 0; i < open; i++) {
                MergeInput input =
                        MergeInput.newBuilder().setReport(reports.first(i)).build();
                sent.add(producer.send(new ProducerRecord<>(MergeTopology.REPORTS, "IQ", input)));
            }
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        }
    }

    /** Runs until all reports are merged, or only until the stores are restored. */
    private RestoreTimes run(Settings settings, boolean untilMerged) throws ExecutionException, InterruptedException {
        RestoreTimes times = new RestoreTimes();
        long heapBefore = MergeSpeedCommand.usedHeap();
        StreamsConfig config = new StreamsConfig(StreamsConfiguration.of(settings));
        try (KafkaStreams streams = new KafkaStreams(MergeTopology.of(settings), config);
                Admin admin = Admin.create(settings.kafka())) {
            streams.setGlobalStateRestoreListener(times);
            streams.setStateListener(times);
            streams.start();
            long start = System.nanoTime();
            while (!times.isRunning() || (untilMerged && merged(admin) < open)) {
                if (streams.state().hasCompletedShutdown()) {
                    throw new IllegalStateException("merging stopped; its log says why");
                }
                Thread.sleep(POLL.toMillis());
            }
            if (untilMerged) {
                showMerging((System.nanoTime() - start) / 1e9, streamThreadSeconds());
            } else {
                showHeap(MergeSpeedCommand.usedHeap() - heapBefore);
            }
            // Else the group keeps the member that is gone for its session's time, and the next restore waits for it.
            streams.close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
        }
        return times;
    }

    private void showMerging(double wall, double cpu) {
        System.out.printf(
                Locale.ROOT,
                "%d reports merged on RocksDB stores with changelogs: %.0f/s of the stream thread's processor time, %.0f/s"
                        + " by the clock%n",
                open,
                open / cpu,
                open / wall);
    }

    /** Of the stage over its stores, the model and the clients included: they weigh little beside many incidents. */
    private void showHeap(long bytes) {
        System.out.printf(
                Locale.ROOT, "%.0f bytes of heap an incident in the restored stage's index%n", (double) bytes / open);
    }

    private static double streamThreadSeconds() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().contains("StreamThread"))
                        .mapToLong(thread -> threads.getThreadCpuTime(thread.getId()))
                        .sum()
                / 1e9;
    }

    private static long merged(Admin admin) throws ExecutionException, InterruptedException {
        return admin.listConsumerGroupOffsets(APPLICATION).partitionsToOffsetAndMetadata().get().entrySet().stream()
                .filter(e -> e.getKey().topic().equals(MergeTopology.REPORTS) && e.getValue() != null)
                .mapToLong(e -> e.getValue().offset())
                .sum();
    }

    private static Read read(Settings settings) {
        List<TopicPartition> changelogs = STORES.stream()
                .map(store -> new TopicPartition(APPLICATION + "-" + store + "-changelog", 0))
                .toList();
        Map<String, Object> config = new HashMap<>(settings.kafka());
        config.put("isolation.level", "read_committed");
        long start = System.nanoTime();
        long records = 0;
        long bytes = 0;
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(changelogs);
            consumer.seekToBeginning(changelogs);
            Map<TopicPartition, Long> ends = consumer.endOffsets(changelogs);
            while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    records++;
                    bytes += record.serializedKeySize() + Math.max(0, record.serializedValueSize());
                }
            }
        }
        return new Read(records, bytes, (System.nanoTime() - start) / 1e9);
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
