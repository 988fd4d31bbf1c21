package org.tocsin.connect;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.kafka.connect.cli.ConnectDistributed;
import org.apache.kafka.connect.cli.ConnectStandalone;

/** A worker in a process of its own: to be killed, to be measured, or with environment variables. */
public final class ChildWorker implements AutoCloseable {
    private static final List<String> SMALL = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final Process process;
    private final ConnectRest rest;

    private ChildWorker(Process process, ConnectRest rest) {
        this.process = process;
        this.rest = rest;
    }

    /**
     * Starts a distributed one, and returns once its REST interface answers.
     *
     * @param directory for its settings and its log
     */
    public static ChildWorker start(Path directory, Map<String, String> settings, String... jvm) throws IOException {
        return start(directory, settings, Map.of(), command(List.of(jvm), ConnectDistributed.class));
    }

    /** The same with environment variables of its own. */
    public static ChildWorker start(Path directory, Map<String, String> settings, Map<String, String> environment)
            throws IOException {
        return start(directory, settings, environment, command(SMALL, ConnectDistributed.class));
    }

    /**
     * Starts a standalone one with connectors.
     *
     * @param connectors files that configure one each, as on the command line of {@code connect-standalone.sh}
     */
    public static ChildWorker standalone(
            Path directory, Map<String, String> settings, Map<String, String> environment, Path... connectors)
            throws IOException {
        Map<String, String> alone = new HashMap<>(settings);
        alone.put("offset.storage.file.filename", directory.resolve("offsets").toString());
        List<String> command = command(SMALL, ConnectStandalone.class);
        return start(directory, alone, environment, command, connectors);
    }

    private static ChildWorker start(
            Path directory,
            Map<String, String> settings,
            Map<String, String> environment,
            List<String> command,
            Path... connectors)
            throws IOException {
        int port = freePort();
        Properties properties = new Properties();
        properties.putAll(settings);
        properties.setProperty("listeners", "http://127.0.0.1:" + port);
        Path file = Files.createTempFile(directory, "worker", ".properties");
        try (Writer out = Files.newBufferedWriter(file)) {
            properties.store(out, null);
        }
        command.add(file.toString());
        Arrays.stream(connectors).map(Path::toString).forEach(command::add);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("worker.log").toFile()));
        builder.environment().putAll(environment);
        ChildWorker worker = new ChildWorker(builder.start(), new ConnectRest(URI.create("http://127.0.0.1:" + port)));
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .until(worker::answers);
        return worker;
    }

    private static List<String> command(List<String> jvm, Class<?> main) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of("-cp", classPath(), main.getName()));
        return command;
    }

    public ConnectRest rest() {
        return rest;
    }

    /** Most memory that it had, bytes; Linux only. */
    public long peakMemory() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseThrow();
    }

    /** Ends it as its administrator does: it leaves its group. */
    public void stop() {
        process.destroy();
        awaitEnd();
    }

    /** Kills it as {@code kill -9} does. */
    @Override
    public void close() {
        process.destroyForcibly();
        awaitEnd();
    }

    private void awaitEnd() {
        await().atMost(Duration.ofSeconds(60)).until(() -> !process.isAlive());
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the worker has ended with code " + process.exitValue());
        }
        try {
            return rest.call("GET", "connectors", null).statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** Without our own classes and the converter: they come from the plugin folder, as they do elsewhere. */
    private static String classPath() {
        Path own = Path.of("target", "classes").toAbsolutePath();
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).toAbsolutePath().equals(own))
                .filter(entry -> !entry.contains("kafka-connect-avro-converter"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
