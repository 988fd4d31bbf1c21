package org.tocsin.connect;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.connect.cli.ConnectDistributed;
import org.apache.kafka.connect.runtime.Connect;
import org.apache.kafka.connect.runtime.distributed.DistributedHerder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.tocsin.processor.Settings;
import org.tocsin.processor.stack.EmbeddedStack;
import org.tocsin.processor.stack.SchemaSetup;
import org.tocsin.processor.stack.TopicSetup;
import org.tocsin.schemas.Topic;

/**
 * A real broker, a real registry and a real distributed worker with exactly-once support, one for all tests of this
 * process; the plugins are those of {@code target/plugins}. Take it by {@code @ExtendWith(ConnectCluster.class)} and
 * {@link #get()}.
 */
public final class ConnectCluster implements BeforeAllCallback {
    private static @Nullable Running running;

    /** Lives in the root store, so that the last test closes it. */
    private record Running(EmbeddedStack stack, Connect<DistributedHerder> connect, Path directory)
            implements AutoCloseable {
        @Override
        public void close() throws IOException {
            connect.stop();
            connect.awaitStop();
            stack.close();
            try (var files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        if (running == null) {
            Path directory = Files.createTempDirectory("tocsin-connect");
            EmbeddedStack stack = EmbeddedStack.start(directory.resolve("data"));
            Connect<DistributedHerder> connect =
                    new ConnectDistributed().startConnect(worker(stack.clientProperties(), "shared"));
            running = new Running(stack, connect, directory);
            context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).put("connect-cluster", running);
        }
    }

    /** The running cluster. */
    public static ConnectCluster get() {
        return new ConnectCluster();
    }

    /** A worker's settings: those of {@code config/worker.properties}, on this stack and in a group of its own. */
    public static Map<String, String> worker(Properties stack, String group) {
        Properties shipped = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of("config/worker.properties"))) {
            shipped.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> worker = new HashMap<>();
        shipped.stringPropertyNames().forEach(name -> worker.put(name, shipped.getProperty(name)));
        worker.put("bootstrap.servers", stack.getProperty("bootstrap.servers"));
        worker.put("value.converter.schema.registry.url", stack.getProperty("schema.registry.url"));
        worker.put("plugin.path", Path.of("target/plugins").toAbsolutePath().toString());
        worker.put("group.id", group);
        worker.put("listeners", "http://127.0.0.1:0");
        for (String storage : List.of("config", "offset", "status")) {
            worker.put(storage + ".storage.topic", group + "-" + storage);
        }
        // Fewer partitions than Connect's own default: they cost the tests seconds.
        worker.put("offset.storage.partitions", "1");
        worker.put("status.storage.partitions", "1");
        return worker;
    }

    /** Creates the topics and registers the schemas of an installation with this prefix, as {@code up} does. */
    public void prepare(String prefix) {
        prepare(client(), prefix);
    }

    /** The same on another stack. */
    public static void prepare(Properties client, String prefix) {
        Properties properties = new Properties();
        properties.putAll(client);
        properties.setProperty("tocsin.topic.prefix", prefix);
        Settings settings = Settings.parse(properties);
        new TopicSetup(settings).run();
        new SchemaSetup(settings).run();
    }

    /** How clients reach the broker and the registry. */
    public Properties client() {
        return current().stack().clientProperties();
    }

    /** The worker's REST interface. */
    public ConnectRest rest() {
        return new ConnectRest(current().connect().rest().advertisedUrl());
    }

    /** All committed records of a topic, as the pipeline's own serde reads them. */
    public <T extends SpecificRecord> List<ConsumerRecord<String, T>> read(String name, Topic<T> topic) {
        return read(client(), name, topic);
    }

    /** The same on another stack. */
    public static <T extends SpecificRecord> List<ConsumerRecord<String, T>> read(
            Properties client, String name, Topic<T> topic) {
        try (CommittedRecords<T> records = CommittedRecords.of(client, name, topic)) {
            return records.read();
        }
    }

    private static Running current() {
        if (running == null) {
            throw new IllegalStateException("annotate the test with @ExtendWith(ConnectCluster.class)");
        }
        return running;
    }
}
