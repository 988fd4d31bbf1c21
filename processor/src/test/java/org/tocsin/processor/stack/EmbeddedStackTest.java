package org.tocsin.processor.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.processor.OperatorException;
import org.tocsin.processor.Settings;
import org.tocsin.schemas.Target;
import org.tocsin.schemas.TargetType;
import org.tocsin.schemas.Topics;

class EmbeddedStackTest {
    private static final TopicPartition TARGETS = new TopicPartition("tocsin.targets", 0);

    @TempDir
    Path data;

    @Test
    void shouldContinueWhereItWasAfterARestart() throws Exception {
        byte[] wire;
        try (EmbeddedStack stack = EmbeddedStack.start(data)) {
            Settings settings = settings(stack.clientProperties());
            new TopicSetup(settings).run();
            new SchemaSetup(settings).run();
            publish(settings, "port");
            wire = readRaw(settings, 0);
        }
        try (EmbeddedStack stack = EmbeddedStack.start(data)) {
            Settings settings = settings(stack.clientProperties());
            new TopicSetup(settings).run();
            new SchemaSetup(settings).run();
            publish(settings, "port");

            assertThat(readRaw(settings, 0)).as("the record of the first run").isEqualTo(wire);
            assertThat(readRaw(settings, 1)).as("the same schema id").isEqualTo(wire);
            assertThat(read(settings, 0).getId()).isEqualTo("port");
        }
    }

    @Test
    void shouldSayAndOutliveThatAPortWasTakenMeanwhile() throws Exception {
        Ports free = Ports.choose();
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports taken = new Ports(free.broker(), other.getLocalPort(), free.registry());

            assertThatThrownBy(() -> EmbeddedBroker.start(data, taken))
                    .isInstanceOf(OperatorException.class)
                    .hasMessageContaining("broker cannot start");
        }
    }

    @Test
    void shouldNotTakeAnothersRegistryForItsOwn() throws Exception {
        HttpServer another = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        another.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("[]".getBytes(UTF_8));
            exchange.close();
        });
        another.start();
        try {
            Ports free = Ports.choose();
            Ports taken = new Ports(
                    free.broker(), free.controller(), another.getAddress().getPort());

            assertThatThrownBy(() -> EmbeddedRegistry.start(data.resolve("registry"), taken))
                    .isInstanceOf(OperatorException.class)
                    .hasMessageContaining("ended with code 1 as it started");
        } finally {
            another.stop(0);
        }
    }

    @Test
    void shouldRefuseASecondStackOnTheSameDirectory() throws Exception {
        try (EmbeddedStack first = EmbeddedStack.start(data)) {
            assertThatThrownBy(() -> EmbeddedStack.start(data))
                    .isInstanceOf(OperatorException.class)
                    .hasMessageContaining(data.toString())
                    .hasMessageContaining(
                            "process id " + ProcessHandle.current().pid())
                    .hasMessageContaining("--data");
            assertThat(data.resolve(EmbeddedStack.CLIENT_FILE))
                    .as(first.describe())
                    .exists();
        }
        assertThat(data.resolve(EmbeddedStack.CLIENT_FILE)).doesNotExist();
    }

    @Test
    void shouldChooseFreePortsWhenTheUsualOnesAreTaken() throws IOException {
        Ports before = Ports.choose();
        try (ServerSocket taken = new ServerSocket(before.broker(), 1, InetAddress.getLoopbackAddress())) {
            Ports chosen = Ports.choose();
            assertThat(chosen.broker()).isNotEqualTo(taken.getLocalPort());
            assertThat(List.of(chosen.broker(), chosen.controller(), chosen.registry()))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void shouldLeaveNothingRunningWhenAPortIsTakenAsItStarts() throws Exception {
        Ports unusual = new Ports(anyPort(), anyPort(), anyPort());
        try (ServerSocket taken = new ServerSocket(unusual.broker(), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedBroker.start(data.resolve("kafka"), unusual))
                    .isInstanceOf(OperatorException.class)
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()));
        }
        await("the controller's port too").until(unusual::areFree);
    }

    private static int anyPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void shouldSayWhenTheBrokersDataCannotBeUsed() throws IOException {
        Path meta = Files.createDirectories(data.resolve("kafka/log")).resolve("meta.properties");
        Files.writeString(meta, "version=1\ncluster.id=x\nnode.id=77\n");
        assertThatThrownBy(() -> EmbeddedStack.start(data))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("--data");
        try (DataLock free = DataLock.take(data)) {
            assertThat(free).as("the lock is free again").isNotNull();
        }
    }

    @Test
    void shouldTakeTheRegistryDownWhenTheParentIsKilled() throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RegistryParent.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long registry;
        try (BufferedReader said = parent.inputReader()) {
            registry = Long.parseLong(said.readLine());
        }
        ProcessHandle child = ProcessHandle.of(registry).orElseThrow();
        assertThat(child.isAlive()).isTrue();

        parent.destroyForcibly();

        await().atMost(Duration.ofSeconds(10)).until(() -> !child.isAlive());
    }

    /** A process to be killed: starts a registry, prints its process id, waits. */
    static final class RegistryParent {
        public static void main(String[] arguments) throws Exception {
            EmbeddedRegistry registry = EmbeddedRegistry.start(Path.of(arguments[0]), Ports.choose());
            System.out.println(registry.pid());
            Thread.currentThread().join();
        }
    }

    private static Settings settings(Properties properties) {
        return Settings.parse(properties);
    }

    private static void publish(Settings settings, String id) throws Exception {
        Target target = Target.newBuilder()
                .setId(id)
                .setName("The port")
                .setType(TargetType.MARITIME)
                .build();
        Serializer<Target> values = Topics.TARGETS.values(settings.serdes()).serializer();
        try (KafkaProducer<String, Target> producer =
                new KafkaProducer<>(settings.kafka(), Serdes.String().serializer(), values)) {
            producer.send(new ProducerRecord<>(TARGETS.topic(), id, target)).get();
        }
    }

    private static byte[] readRaw(Settings settings, long offset) {
        return readWith(settings, offset, Serdes.ByteArray().deserializer());
    }

    private static Target read(Settings settings, long offset) {
        return readWith(
                settings, offset, Topics.TARGETS.values(settings.serdes()).deserializer());
    }

    private static <T> T readWith(Settings settings, long offset, Deserializer<T> values) {
        try (KafkaConsumer<String, T> consumer =
                new KafkaConsumer<>(settings.kafka(), Serdes.String().deserializer(), values)) {
            consumer.assign(List.of(TARGETS));
            consumer.seek(TARGETS, offset);
            return consumer.poll(Duration.ofSeconds(10)).iterator().next().value();
        }
    }
}
