package org.tocsin.processor.stack;

import java.io.IOException;
import java.nio.file.Path;

/** The embedded broker for one test, which can stop and come back on its port with what it held. */
public final class OwnBroker implements AutoCloseable {
    private final Path directory;
    private final Ports ports = Ports.choose();
    private EmbeddedBroker broker;

    private OwnBroker(Path directory) throws IOException {
        this.directory = directory;
        this.broker = EmbeddedBroker.start(directory, ports);
    }

    public static OwnBroker start(Path directory) throws IOException {
        return new OwnBroker(directory);
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    public void stop() {
        broker.close();
    }

    public void comeBack() throws IOException {
        broker = EmbeddedBroker.start(directory, ports);
    }

    /** Harmless when it has stopped. */
    @Override
    public void close() {
        broker.close();
    }
}
