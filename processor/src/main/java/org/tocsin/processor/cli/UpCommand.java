package org.tocsin.processor.cli;

import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;
import org.tocsin.processor.HttpSettings;
import org.tocsin.processor.Settings;
import org.tocsin.processor.stack.EmbeddedStack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The embedded stack and the processor. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = {
            "Starts a broker, a schema registry and the processor on this machine, until Ctrl-C.",
            "The next start on the same directory continues where this one ends."
        },
        footer = {"", "Example:", "  ./tocsin up --data /var/lib/tocsin"})
final class UpCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = Connection.DEFAULT_DATA,
            description = "Where everything is kept (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of(Connection.DEFAULT_DATA);

    @Option(names = "--config", paramLabel = "FILE", description = "tocsin.* and Kafka Streams settings.")
    private @Nullable Path config;

    @Option(
            names = "--without-processor",
            description = "The broker and the registry alone, for processors that ./tocsin run starts.")
    private boolean withoutProcessor;

    @Mixin
    private final Connectors connectors = new Connectors();

    UpCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        Properties own = config == null ? new Properties() : Connection.properties(config);
        String from = config == null ? "settings" : config.toString();
        Connection.settings(own, from); // A mistake shows before anything starts.
        connectors.check();
        try (Running running = new Running()) {
            console.say("Starting on " + data.toAbsolutePath());
            EmbeddedStack stack = running.add(EmbeddedStack.start(data));
            if (withoutProcessor) {
                console.say("Running: " + stack.describe() + ", without a processor; Ctrl-C stops.");
                new CountDownLatch(1).await(); // Ctrl-C ends the process, and the shutdown hook what it has started.
            }
            Settings settings = Connection.settings(onStack(own, stack, data), from);
            PipelineRun pipeline = PipelineRun.start(settings, running).awaitRunning();
            console.say("Running: " + stack.describe() + "; " + pipeline.describe());
            connectors.start(stack, data, running, console);
            console.say(
                    "Publish with ./tocsin publish FILE, see ./tocsin incidents and ./tocsin alerts; Ctrl-C stops.");
            return pipeline.awaitEnd();
        }
    }

    /**
     * Settings that reach the stack, with the processor's state beside the stack's. A static group member: after a stop
     * or a kill the next start takes its place at once, where Kafka else waits out the session of the one that is gone.
     */
    static Properties onStack(Properties own, EmbeddedStack stack, Path data) {
        Properties all = new Properties();
        all.setProperty(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), "up");
        all.setProperty(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), "10000");
        all.setProperty(StreamsConfig.STATE_DIR_CONFIG, data.resolve("streams").toString());
        all.setProperty(HttpSettings.OR_ANY_PORT, "true");
        all.putAll(own);
        all.putAll(stack.clientProperties());
        return all;
    }
}
