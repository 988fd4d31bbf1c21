package org.tocsin.processor.stack;

import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.tocsin.processor.OperatorException;
import org.tocsin.schemas.AvroSerdes;

/**
 * A Kafka Connect worker in a child process beside the embedded stack, on 127.0.0.1. It loads the plugins that the build
 * of {@code connectors} leaves in {@code target/plugins}, and resolves {@code ${env:NAME}} in configurations. What it
 * knows of its connectors is kept in the stack's topics.
 */
public final class ConnectWorker implements AutoCloseable {
    private static final Duration START_WITHIN = Duration.ofMinutes(2);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(15);
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final String MAIN_CLASS = "org.apache.kafka.connect.cli.ConnectDistributed";
    private static final String GROUP = "tocsin-connect";

    private final Process process;
    private final ConnectRest rest;
    private final Properties client;

    private ConnectWorker(Process process, ConnectRest rest, Properties client) {
        this.process = process;
        this.rest = rest;
        this.client = client;
    }

    /**
     * Starts it, and returns once it answers: some 10 s.
     *
     * @param directory holds {@code worker.properties} and {@code connect.log}
     * @param client how to reach the stack
     * @throws OperatorException when the plugins are not built or it does not start
     */
    public static ConnectWorker start(Path directory, Properties client) throws InterruptedException {
        try {
            Files.createDirectories(directory);
            int port = freePort();
            Path file = directory.resolve("worker.properties");
            try (Writer out = Files.newBufferedWriter(file)) {
                properties(client, port).store(out, "Written at each start of the worker; changes here are lost.");
            }
            Path log = directory.resolve("connect.log");
            Process process = new ProcessBuilder(command(file))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            ConnectWorker worker = new ConnectWorker(
                    process, new ConnectRest(URI.create("http://" + Ports.HOST + ":" + port)), client);
            try {
                worker.awaitAnswer(log);
                return worker;
            } catch (InterruptedException | RuntimeException e) {
                worker.close();
                throw e;
            }
        } catch (IOException e) {
            throw new OperatorException("the Connect worker in " + directory + " cannot start: " + e.getMessage(), e);
        }
    }

    /** Its REST interface. */
    public ConnectRest rest() {
        return rest;
    }

    /**
     * Waits until the sinks have handed over all that stands in their topics by now; they commit every few seconds.
     *
     * @return false when that took longer
     */
    public boolean awaitSinks(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        try (SinkProgress progress = new SinkProgress(client, rest)) {
            while (!progress.isAtTheEnd()) {
                if (System.nanoTime() > deadline || process.waitFor(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw new OperatorException("the Connect worker: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void awaitAnswer(Path log) throws InterruptedException {
        long deadline = System.nanoTime() + START_WITHIN.toNanos();
        while (System.nanoTime() < deadline) {
            if (process.waitFor(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new OperatorException(
                        "the Connect worker ended with code " + process.exitValue() + " as it started; see " + log);
            }
            if (rest.answers()) {
                return;
            }
        }
        throw new OperatorException(
                "the Connect worker did not answer within " + START_WITHIN.toSeconds() + " s; see " + log);
    }

    private static List<String> command(Path workerProperties) {
        // Deaf to Ctrl-C for the same reason as the registry.
        return List.of(
                "/bin/sh",
                "-c",
                "trap '' INT; exec \"$@\"",
                "tocsin-connect",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                // It starts sooner and stays smaller; a thousand feeds need no more.
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ChildProcess.class.getName(),
                MAIN_CLASS,
                workerProperties.toString());
    }

    private static Properties properties(Properties client, int port) {
        Properties p = new Properties();
        p.setProperty("bootstrap.servers", client.getProperty("bootstrap.servers"));
        p.setProperty("group.id", GROUP);
        p.setProperty("listeners", "http://" + Ports.HOST + ":" + port);
        p.setProperty("plugin.path", plugins().toString());
        // Else it looks for plugins in every class that it can find, which takes seconds.
        p.setProperty("plugin.discovery", "service_load");
        p.setProperty("exactly.once.source.support", "enabled");
        p.setProperty("offset.flush.interval.ms", "5000");
        p.setProperty("config.providers", "env");
        p.setProperty("config.providers.env.class", "org.apache.kafka.common.config.provider.EnvVarConfigProvider");
        p.setProperty("config.providers.env.param.allowlist.pattern", "TOCSIN_.*");
        p.setProperty("key.converter", "org.apache.kafka.connect.storage.StringConverter");
        // Confluent's converter under the name that it has on Maven Central.
        p.setProperty("value.converter", "org.apache.pulsar.kafka.shade.io.confluent.connect.avro.AvroConverter");
        p.setProperty("value.converter.schema.registry.url", client.getProperty(AvroSerdes.REGISTRY_URL));
        // The pipeline registers the schemas; a second writer of the same one is refused by the registry.
        p.setProperty("value.converter.auto.register.schemas", "false");
        p.setProperty("value.converter.use.latest.version", "true");
        for (String storage : List.of("config", "offset", "status")) {
            p.setProperty(storage + ".storage.topic", GROUP + "-" + storage);
            p.setProperty(storage + ".storage.replication.factor", "1");
        }
        p.setProperty("offset.storage.partitions", "1");
        p.setProperty("status.storage.partitions", "1");
        return p;
    }

    /** Beside the processor in the source tree, where the build of the connectors leaves them. */
    private static Path plugins() {
        try {
            Path own = Path.of(ConnectWorker.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path plugins = own.resolve("../../../connectors/target/plugins").normalize();
            if (!Files.isDirectory(plugins)) {
                throw new OperatorException(
                        "no Connect plugins in " + plugins + "; build them with mvn -DskipTests package");
            }
            return plugins;
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the class path holds a location that is no path", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
