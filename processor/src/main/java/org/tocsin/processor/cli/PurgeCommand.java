package org.tocsin.processor.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.tocsin.processor.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Old public records away. */
@Command(
        name = "purge",
        mixinStandardHelpOptions = true,
        description = {
            "Deletes incidents, daily counts and alerts of days before a date, after showing how many and asking.",
            "An incident goes when its last report is older, too. The pipeline itself never deletes these. Subscribers get a",
            "null for each key; the broker frees the space when it compacts. The pipeline may run meanwhile: a date",
            "within what it still holds is refused."
        },
        footer = {"", "Example:", "  ./tocsin purge --before 2023-01-01 --config tocsin.properties"})
final class PurgeCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final Connection connection = new Connection();

    @Mixin
    private final Confirmation confirmation = new Confirmation();

    @Option(
            names = "--before",
            paramLabel = "DATE",
            required = true,
            description = "Days before this one go, for example 2023-01-01.")
    private LocalDate before = LocalDate.MIN;

    PurgeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Settings settings = connection.settings();
        Purge purge = new Purge(settings, console);
        PurgePlan plan = purge.plan(before);
        if (plan.isEmpty()) {
            console.say("There is nothing of days before " + before + ".");
            return 0;
        }
        if (!confirmation.given(console, plan.lines(settings.topicPrefix()))) {
            return 1;
        }
        purge.carryOut(plan);
        console.say("Deleted.");
        return 0;
    }
}
