package org.tocsin.processor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.processor.OperatorException;
import org.tocsin.processor.Settings;
import org.tocsin.processor.stack.EmbeddedStack;
import org.tocsin.processor.stack.KafkaCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The pipeline from its beginning again. */
@Command(
        name = "reset",
        mixinStandardHelpOptions = true,
        description = {
            "Deletes what the pipeline has read and stored, after showing it and asking. At its next start it reads"
                    + " all",
            "articles that are held. Articles, dead letters and the watchlist stay; incidents, counts and alerts, too,",
            "unless --outputs is given, and are then written again over those that are there.",
            "Refuses while the application runs."
        },
        footer = {"", "Example:", "  ./tocsin reset --config tocsin.properties"})
final class ResetCommand implements Callable<Integer> {
    /** The stack is this command's alone: who is in the group is the one of an {@code up} that has just ended. */
    private static final Duration SESSION = Duration.ofSeconds(20);

    private final Console console;

    @Option(names = "--config", paramLabel = "FILE", description = "The settings that ./tocsin run is given.")
    private @Nullable Path config;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = Connection.DEFAULT_DATA,
            description = "Data directory of a ./tocsin up that has ended (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of(Connection.DEFAULT_DATA);

    @Option(names = "--outputs", description = "Also delete the public topics of incidents, daily counts and alerts.")
    private boolean outputs;

    @Mixin
    private final Confirmation confirmation = new Confirmation();

    ResetCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (config != null) {
            return reset(Connection.read(config), Duration.ZERO);
        }
        if (!Files.isDirectory(data)) {
            throw new OperatorException(data + " holds no stack; name a cluster's settings with --config FILE");
        }
        try (EmbeddedStack stack = EmbeddedStack.start(data)) {
            Properties properties = UpCommand.onStack(new Properties(), stack, data);
            return reset(Connection.settings(properties, data.toString()), SESSION);
        }
    }

    private int reset(Settings settings, Duration patience) throws IOException, InterruptedException {
        KafkaCheck.reach(settings);
        try (Reset reset = new Reset(settings)) {
            ResetPlan plan = reset.plan(outputs);
            reset.requireStopped(plan, patience);
            if (!confirmation.given(console, plan.lines())) {
                return 1;
            }
            reset.carryOut(plan);
            console.say("Deleted. On every other machine that ran the application remove " + plan.state()
                    + " before it starts again.");
            return 0;
        }
    }
}
