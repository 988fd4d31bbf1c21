package org.tocsin.processor.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tocsin.processor.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The processor against a cluster that is there. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the processor against a Kafka cluster and a Confluent-compatible schema registry, until Ctrl-C.",
            "FILE holds bootstrap.servers, schema.registry.url, any other Kafka property, and tocsin.* settings."
        },
        footer = {"", "Example:", "  ./tocsin run --config tocsin.properties"})
final class RunCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--config", paramLabel = "FILE", required = true, description = "Settings as Kafka properties.")
    private Path config = Path.of("");

    RunCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = Connection.read(config);
        try (Running running = new Running()) {
            PipelineRun pipeline = PipelineRun.start(settings, running).awaitRunning();
            console.say("Running: " + pipeline.describe() + "; Ctrl-C stops.");
            return pipeline.awaitEnd();
        }
    }
}
