package org.tocsin.processor.cli;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tocsin.processor.stack.ConnectRest;
import org.tocsin.processor.stack.ConnectWorker;
import org.tocsin.processor.stack.EmbeddedStack;
import picocli.CommandLine.Option;

/** The option of commands that can run connectors beside the pipeline. */
final class Connectors {
    private static final Duration DELIVERED_WITHIN = Duration.ofSeconds(60);

    @Option(
            names = "--connect",
            paramLabel = "DIR",
            description =
                    "Also run a Kafka Connect worker with the connectors that the folder's *.json files configure.")
    private @Nullable Path folder;

    private @Nullable ConnectWorker worker;

    /** Before anything starts: a folder that cannot be used is said at once. */
    void check() {
        if (folder != null) {
            ConnectRest.files(folder);
        }
    }

    /** When they are asked for: the pipeline has made its topics and schemas by now. */
    void start(EmbeddedStack stack, Path data, Running running, Console console) throws InterruptedException {
        if (folder == null) {
            return;
        }
        console.say("Starting a Connect worker for " + folder + " ...");
        worker = running.add(ConnectWorker.start(data.resolve("connect"), stack.clientProperties()));
        worker.rest().apply(folder).forEach(console::say);
        console.say("Connect worker " + worker.rest().url());
    }

    /** Before a command ends by itself: what the pipeline has said must reach whom the connectors tell. */
    void awaitDelivered(Console console) throws InterruptedException {
        if (worker != null && !worker.awaitSinks(DELIVERED_WITHIN)) {
            console.say("The connectors have not delivered everything within %d s; connect.log says why"
                    .formatted(DELIVERED_WITHIN.toSeconds()));
        }
    }
}
