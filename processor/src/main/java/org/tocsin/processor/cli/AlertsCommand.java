package org.tocsin.processor.cli;

import java.util.Comparator;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.Topics;
import picocli.CommandLine.Command;

/** Prints the alerts. */
@Command(
        name = "alerts",
        mixinStandardHelpOptions = true,
        description = "Prints the alerts, by date; JSON Lines when the output is not a terminal.",
        footer = {"", "Example:", "  ./tocsin alerts --follow"})
final class AlertsCommand extends RecordsCommand<Alert> {
    AlertsCommand(Console console) {
        super(
                console,
                Topics.ALERTS,
                Comparator.comparing(Alert::getDate).thenComparing(Alert::getAlertId),
                AlertText::lines);
    }
}
