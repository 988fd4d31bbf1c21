package org.tocsin.processor.cli;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.CountedIncident;
import org.tocsin.schemas.ReportRef;

/** An alert as a headline and a line for each of its incidents, for people. */
final class AlertText {
    private static final String INDENT = "    ";

    private AlertText() {}

    static String lines(Alert alert) {
        String headline = "%s %s  %s  %s: %s, more than %d is %s  [rule %s]%s"
                .formatted(
                        alert.getKind(),
                        alert.getSubject().getName(),
                        alert.getDate(),
                        IncidentText.words(alert.getSubject().getKind()),
                        IncidentText.counted(alert.getCount(), "incident"),
                        alert.getThreshold(),
                        alert.getLevel(),
                        alert.getRuleId(),
                        alert.getAfterClose() ? "  after the day had closed" : "");
        return Stream.concat(Stream.of(headline), alert.getIncidents().stream().map(AlertText::incident))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static String incident(CountedIncident incident) {
        String what =
                INDENT + incident.getPlaceName().or(incident::getCountryCode).orElse("place unknown") + ": "
                        + IncidentText.words(incident.getAttackType())
                        + IncidentText.toll(incident.getKilled(), incident.getInjured());
        return what + incident.getEvidence().stream().map(AlertText::report).collect(Collectors.joining());
    }

    private static String report(ReportRef report) {
        return System.lineSeparator()
                + INDENT
                + INDENT
                + report.getEvidence().map(sentence -> '"' + sentence + "\" ").orElse("")
                + report.getUrl().or(report::getSource).orElse(report.getArticleId());
    }
}
