package org.tocsin.connect.sink;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.AttackType;
import org.tocsin.schemas.CountRange;
import org.tocsin.schemas.CountedIncident;
import org.tocsin.schemas.ReportRef;
import org.tocsin.schemas.SubjectKind;

/** What an alert says in one English line, and each of its incidents in another. */
final class AlertText {
    private AlertText() {}

    /** For example {@code 4 attacks on US forces in Iraq on 2024-03-12, more than 3 (severe)}. */
    static String headline(Alert alert) {
        String facts = attacks(alert) + " " + where(alert) + " on " + alert.getDate();
        String line =
                switch (alert.getKind()) {
                    case ESCALATED -> "Now " + alert.getLevel() + ": " + facts + ", " + limit(alert);
                    case REVISED -> "Revised: " + facts + ", " + limit(alert) + level(alert);
                    case WITHDRAWN -> "Withdrawn: " + facts + ", no longer " + limit(alert);
                    case CLOSED -> "Closed: " + facts + level(alert);
                    case RAISED, UNKNOWN -> facts + ", " + limit(alert) + level(alert);
                };
        return alert.getAfterClose() ? line + ", corrected after the day had closed" : line;
    }

    /** For example {@code bombing explosion in Baghdad, 5 killed, at least 3 injured}. */
    static String incident(CountedIncident incident) {
        StringBuilder line = new StringBuilder(
                incident.getAttackType() == AttackType.UNKNOWN
                        ? "attack"
                        : incident.getAttackType()
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', ' '));
        incident.getPlaceName()
                .or(incident::getAdmin1)
                .or(incident::getCountryCode)
                .ifPresent(place -> line.append(" in ").append(place));
        incident.getKilled()
                .flatMap(AlertText::people)
                .ifPresent(n -> line.append(", ").append(n).append(" killed"));
        incident.getInjured()
                .flatMap(AlertText::people)
                .ifPresent(n -> line.append(", ").append(n).append(" injured"));
        return line.toString();
    }

    /** The first report of the incident that can be opened in a browser. */
    static Optional<URI> link(CountedIncident incident) {
        return incident.getEvidence().stream()
                .map(ReportRef::getUrl)
                .flatMap(Optional::stream)
                .map(AlertText::web)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The same for the alert: of its latest incidents' links the first. */
    static List<URI> links(Alert alert, int most) {
        return alert.getIncidents().stream()
                .map(AlertText::link)
                .flatMap(Optional::stream)
                .distinct()
                .limit(most)
                .toList();
    }

    /** Articles are written by strangers: a link that is no plain web address is left out. */
    private static Optional<URI> web(String url) {
        try {
            URI uri = URI.create(url.strip());
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean opens = (scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null;
            return opens ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String attacks(Alert alert) {
        return alert.getCount() == 1 ? "1 attack" : alert.getCount() + " attacks";
    }

    private static String where(Alert alert) {
        SubjectKind kind = alert.getSubject().getKind();
        boolean area = kind == SubjectKind.REGION || kind == SubjectKind.COUNTRY;
        return (area ? "in " : "on ") + alert.getSubject().getName();
    }

    private static String limit(Alert alert) {
        return "more than " + alert.getThreshold()
                + alert.getSurge()
                        .map(surge -> String.format(Locale.ROOT, " where %.1f were expected", surge.getExpected()))
                        .orElse("");
    }

    private static String level(Alert alert) {
        return " (" + alert.getLevel() + ")";
    }

    private static Optional<String> people(CountRange range) {
        Optional<Integer> min = range.getMin();
        Optional<Integer> max = range.getMax();
        if (min.isPresent() && max.isPresent()) {
            boolean exact = min.get().equals(max.get());
            return Optional.of(exact ? min.get().toString() : min.get() + " to " + max.get());
        }
        return min.map(least -> "at least " + least).or(() -> max.map(most -> "at most " + most));
    }
}
