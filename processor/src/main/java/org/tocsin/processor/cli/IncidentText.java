package org.tocsin.processor.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tocsin.schemas.CountRange;
import org.tocsin.schemas.DateRange;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.LinkedTarget;
import org.tocsin.schemas.Place;
import org.tocsin.schemas.ReportedTarget;

/** An incident as one line for people. */
final class IncidentText {
    private static final int MOST_TARGETS = 3;

    private IncidentText() {}

    static String line(Incident incident) {
        String date = incident.getAttackDate().map(IncidentText::date).orElse("undated");
        String where = incident.getPlace().map(IncidentText::place).orElse("place unknown");
        String what = words(incident.getAttackType()) + targets(incident);
        String toll = toll(incident.getKilled(), incident.getInjured());
        return "%s  %s: %s%s  [%s, %s]%s"
                .formatted(
                        date,
                        where,
                        what,
                        toll,
                        counted(incident.getReportCount(), "report"),
                        counted(incident.getPublisherCount(), "publisher"),
                        fate(incident));
    }

    /** A GTD or ACLED name in lower case: {@code ARMED_ASSAULT} is "armed assault". */
    static String words(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    static String date(DateRange range) {
        return range.getEarliest().equals(range.getLatest())
                ? range.getEarliest().toString()
                : range.getEarliest() + ".." + range.getLatest();
    }

    /** ", 5 killed, 3 injured"; empty when nothing is known. */
    static String toll(Optional<CountRange> killed, Optional<CountRange> injured) {
        return Stream.of(
                        killed.map(range -> ", " + range(range) + " killed"),
                        injured.map(range -> ", " + range(range) + " injured"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining());
    }

    private static String range(CountRange range) {
        String min = range.getMin().map(String::valueOf).orElse("?");
        String max = range.getMax().map(String::valueOf).orElse("?");
        return min.equals(max) ? min : min + ".." + max;
    }

    private static String place(Place place) {
        String country = place.getCountryCode().orElse("");
        return Stream.of(
                        place.getName().or(place::getAdmin1),
                        Optional.of(country).filter(c -> !c.isEmpty()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    private static String targets(Incident incident) {
        List<String> names = incident.getLinkedTargets().isEmpty()
                ? incident.getTargets().stream().map(ReportedTarget::getText).toList()
                : incident.getLinkedTargets().stream()
                        .map(LinkedTarget::getName)
                        .toList();
        return names.isEmpty()
                ? ""
                : " on " + names.stream().distinct().limit(MOST_TARGETS).collect(Collectors.joining(", "));
    }

    private static String fate(Incident incident) {
        return incident.getMergedInto().map(into -> "  merged into " + into).orElse("")
                + (incident.getRetracted() ? "  retracted" : "");
    }
}
