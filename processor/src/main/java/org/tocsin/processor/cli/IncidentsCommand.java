package org.tocsin.processor.cli;

import java.time.LocalDate;
import java.util.Comparator;
import org.tocsin.schemas.DateRange;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.Topics;
import picocli.CommandLine.Command;

/** Prints the incidents. */
@Command(
        name = "incidents",
        mixinStandardHelpOptions = true,
        description = "Prints the incidents, by date; JSON Lines when the output is not a terminal.",
        footer = {"", "Example:", "  ./tocsin incidents --json | jq .place.name"})
final class IncidentsCommand extends RecordsCommand<Incident> {
    private static final Comparator<Incident> BY_DATE = Comparator.<Incident, LocalDate>comparing(
                    i -> i.getAttackDate().map(DateRange::getEarliest).orElse(LocalDate.MAX))
            .thenComparing(Incident::getFirstReportedAt);

    IncidentsCommand(Console console) {
        super(console, Topics.INCIDENTS, BY_DATE, IncidentText::line);
    }
}
