package org.tocsin.processor.stack;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.kafka.clients.CommonClientConfigs;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.processor.OperatorException;
import org.tocsin.schemas.AvroSerdes;

/**
 * A broker and a schema registry on this machine. All their data lie in one directory, so that the next start continues
 * where this one ends; {@value #CLIENT_FILE} in it says how to reach them while they run.
 */
public final class EmbeddedStack implements AutoCloseable {
    /** Kafka properties that reach the running stack; Kafka's own tools read it too. */
    public static final String CLIENT_FILE = "client.properties";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedStack.class);
    private static final int ATTEMPTS = 3;

    private final DataLock lock;
    private final EmbeddedBroker broker;
    private final EmbeddedRegistry registry;
    private final Path clientFile;

    private EmbeddedStack(DataLock lock, EmbeddedBroker broker, EmbeddedRegistry registry, Path clientFile) {
        this.lock = lock;
        this.broker = broker;
        this.registry = registry;
        this.clientFile = clientFile;
    }

    /**
     * Starts both side by side: about 3 s on two cores. When either fails, the other is stopped.
     *
     * @param data created when missing
     * @throws OperatorException when the directory is in use or one of the two cannot start
     */
    public static EmbeddedStack start(Path data) {
        return start(data, false);
    }

    /** The same, on an emptied directory. */
    public static EmbeddedStack startAfresh(Path data) {
        return start(data, true);
    }

    private static EmbeddedStack start(Path data, boolean afresh) {
        try {
            DataLock lock = DataLock.take(data);
            try {
                if (afresh) {
                    lock.emptyDirectory();
                }
                EmbeddedStack stack = startBoth(data, lock);
                stack.writeClientFile();
                return stack;
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new OperatorException("the stack in " + data + " cannot start: " + e.getMessage(), e);
        }
    }

    private static EmbeddedStack startBoth(Path data, DataLock lock) throws IOException {
        for (int attempt = 1; ; attempt++) {
            // A stack that started at the same moment may have given way too; hardly anybody tries the same others.
            Ports ports = attempt == 1 ? Ports.choose() : Ports.chooseOthers();
            try {
                return startBoth(data, lock, ports);
            } catch (IOException | RuntimeException e) {
                if (attempt == ATTEMPTS || Thread.currentThread().isInterrupted() || (attempt > 1 && ports.areFree())) {
                    throw e;
                }
                LOG.warn(
                        "the stack did not start, perhaps as another program took a port; trying others: {}",
                        e.getMessage());
            }
        }
    }

    private static EmbeddedStack startBoth(Path data, DataLock lock, Ports ports) throws IOException {
        FutureTask<EmbeddedRegistry> registry =
                new FutureTask<>(() -> EmbeddedRegistry.start(data.resolve("registry"), ports));
        new Thread(registry, "registry-start").start();
        EmbeddedBroker broker = null;
        try {
            broker = EmbeddedBroker.start(data.resolve("kafka"), ports);
            return new EmbeddedStack(lock, broker, started(registry), data.resolve(CLIENT_FILE));
        } catch (IOException | RuntimeException e) {
            stop(broker, registry);
            throw e;
        }
    }

    private static EmbeddedRegistry started(FutureTask<EmbeddedRegistry> registry) throws IOException {
        try {
            return registry.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof OperatorException said) {
                throw said;
            }
            throw new IOException("the schema registry failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void stop(@Nullable EmbeddedBroker broker, FutureTask<EmbeddedRegistry> registry) {
        if (broker != null) {
            broker.close();
        }
        try {
            started(registry).close();
        } catch (IOException | RuntimeException neverStarted) {
            // Then there is nothing to stop, and the first failure is the one to tell.
        }
    }

    /** {@code bootstrap.servers} and {@code schema.registry.url}. */
    public Properties clientProperties() {
        Properties properties = new Properties();
        properties.setProperty(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
        properties.setProperty(AvroSerdes.REGISTRY_URL, registry.url());
        return properties;
    }

    /** One line that says where both are reached. */
    public String describe() {
        return "broker %s, schema registry %s".formatted(broker.bootstrapServers(), registry.url());
    }

    private void writeClientFile() throws IOException {
        try (Writer out = Files.newBufferedWriter(clientFile)) {
            clientProperties().store(out, "How to reach the running stack; gone when it stops.");
        }
    }

    /** Stops the broker, then the registry; returns when both are down. */
    @Override
    public void close() {
        try (lock;
                registry;
                broker) {
            Files.deleteIfExists(clientFile);
        } catch (IOException e) {
            throw new OperatorException("the stack did not stop cleanly: " + e.getMessage(), e);
        }
    }
}
