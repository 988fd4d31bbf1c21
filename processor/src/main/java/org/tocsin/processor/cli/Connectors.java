package org.tocsin.processor.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tocsin.processor.stack.ConnectRest;
import org.tocsin.processor.stack.ConnectWorker;
import org.tocsin.processor.stack.EmbeddedStack;
import picocli.CommandLine.Option;

/** The option of commands that can run connectors beside the pipeline. */
final class Connectors {
    @Option(
            names = "--connect",
            paramLabel = "DIR",
            description =
                    "Also run a Kafka Connect worker with the connectors that the folder's *.json files configure.")
    private @Nullable Path folder;

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
        ConnectWorker worker = running.add(ConnectWorker.start(data.resolve("connect"), stack.clientProperties()));
        worker.rest().apply(folder).forEach(console::say);
        console.say("Connect worker " + worker.rest().url());
    }
}
