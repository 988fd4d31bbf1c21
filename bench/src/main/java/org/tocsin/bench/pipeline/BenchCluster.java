package org.tocsin.bench.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.tocsin.processor.Settings;
import org.tocsin.processor.stack.EmbeddedStack;
import org.tocsin.processor.stack.SchemaSetup;
import org.tocsin.processor.stack.TopicSetup;

/** A real broker and registry in this process for the time of a measurement, its data in a folder that is removed. */
final class BenchCluster implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration METADATA_WITHIN = Duration.ofSeconds(10);
    private static final int LOOKS = 200;

    private final Path directory;
    private final EmbeddedStack stack;
    private int installations;

    BenchCluster() throws IOException {
        directory = Files.createTempDirectory("tocsin-bench");
        stack = EmbeddedStack.start(directory.resolve("stack"));
    }

    /** Topics of their own, with one partition each: one task a stage, one thread. */
    Settings installation() {
        return installation(1);
    }

    /** Topics of their own, with so many partitions each: so many tasks a stage, and as many threads. */
    Settings installation(int partitions) {
        installations++;
        Map<String, Object> all = new HashMap<>();
        stack.clientProperties().forEach((key, value) -> all.put(key.toString(), value));
        all.put("tocsin.topic.prefix", "bench" + installations + ".");
        all.put("application.id", "bench" + installations);
        all.put("state.dir", directory.resolve("state" + installations).toString());
        all.put("tocsin.http.port", "0");
        all.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, Integer.toString(partitions));
        List.of("articles", "reports", "subjects")
                .forEach(each -> all.put("tocsin.partitions." + each, Integer.toString(partitions)));
        Settings settings = Settings.of(all);
        new TopicSetup(settings).run();
        new SchemaSetup(settings).run();
        return settings;
    }

    Path log(String name) {
        return directory.resolve(name + ".log");
    }

    /** The settings as the file that a user would write. */
    Path file(Settings settings) throws IOException {
        Properties properties = new Properties();
        properties.putAll(settings.kafka());
        properties.put("tocsin.topic.prefix", settings.topicPrefix());
        properties.put("tocsin.http.port", "0");
        properties.put("tocsin.partitions.articles", Integer.toString(settings.articlePartitions()));
        properties.put("tocsin.partitions.reports", Integer.toString(settings.reportPartitions()));
        properties.put("tocsin.partitions.subjects", Integer.toString(settings.subjectPartitions()));
        Path file = directory.resolve(settings.topicPrefix() + "properties");
        try (Writer out = Files.newBufferedWriter(file)) {
            properties.store(out, null);
        }
        return file;
    }

    void createTopic(Settings settings, String name) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(settings.kafka())) {
            TopicSetup.create(admin, List.of(new NewTopic(name, 1, (short) 1)));
        }
    }

    <T> KafkaProducer<String, T> producer(Settings settings, Serializer<T> values) {
        Map<String, Object> config = new HashMap<>(settings.kafka());
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        return new KafkaProducer<>(config, new StringSerializer(), values);
    }

    /** What is committed on a topic, from its beginning. */
    Tail tail(Settings settings, String topic) {
        Map<String, Object> config = new HashMap<>(settings.kafka());
        config.put("isolation.level", "read_committed");
        config.put("fetch.max.wait.ms", "20");
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = List.of();
        // A topic that has just been created is not known everywhere at once.
        for (int look = 0; partitions.isEmpty() && look < LOOKS; look++) {
            partitions = consumer.partitionsFor(topic, METADATA_WITHIN).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return new Tail(consumer);
    }

    /** Reads on and counts; of one thread. */
    static final class Tail implements AutoCloseable {
        private final KafkaConsumer<String, byte[]> consumer;
        private long count;

        private Tail(KafkaConsumer<String, byte[]> consumer) {
            this.consumer = consumer;
        }

        long count() {
            return count;
        }

        /** The next record to be read, of a topic with one partition; transaction markers count. */
        long position() {
            return consumer.assignment().stream().mapToLong(consumer::position).sum();
        }

        /** What has come, within some milliseconds. */
        void poll(Consumer<ConsumerRecord<String, byte[]>> each) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                count++;
                each.accept(record);
            }
        }

        /** Until there are so many in all; fails when the program ends or nothing comes for two minutes. */
        void await(long total, AppProcess app) {
            long idleSince = System.nanoTime();
            while (count < total) {
                long before = count;
                poll(record -> {});
                idleSince = count > before ? System.nanoTime() : idleSince;
                if (!app.isAlive()
                        || System.nanoTime() - idleSince > Duration.ofMinutes(2).toNanos()) {
                    throw new IllegalStateException(
                            count + " of " + total + " records have come, and no more do; does the program run?");
                }
            }
        }

        @Override
        public void close() {
            consumer.close();
        }
    }

    @Override
    public void close() {
        stack.close();
        try (var files = Files.walk(directory)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
