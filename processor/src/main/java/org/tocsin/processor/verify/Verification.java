package org.tocsin.processor.verify;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tocsin.processor.alert.AlertPolicy;
import org.tocsin.processor.tally.CivilDay;
import org.tocsin.processor.tally.SubjectKeys;
import org.tocsin.processor.tally.TallyRule;
import org.tocsin.processor.watchlist.Watchlist;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.Contribution;
import org.tocsin.schemas.CountedIncident;
import org.tocsin.schemas.DailyTally;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.ReportRef;
import org.tocsin.schemas.Subject;

/**
 * Recomputes every subject's days from the incidents and says where the published counts and alerts differ. Days that
 * are no longer held are not judged: the pipeline rewrites nothing there. Nor are the alerts of a day that had closed
 * before the present rules came into force: a closed day is not judged anew.
 */
public final class Verification {
    private final Watchlist watchlist;
    private final Terms terms;
    private final Map<String, Map<String, CountedIncident>> cells = new TreeMap<>();
    private final Map<String, Subject> subjects = new HashMap<>();
    private final Map<String, Set<String>> daysOfIncident = new HashMap<>();
    private final Map<String, String> incidentOfReport = new HashMap<>();
    private final List<CountedTwice> countedTwice = new ArrayList<>();
    private final Map<String, String> mergedInto = new TreeMap<>();
    private final Set<String> known = new TreeSet<>();
    private final List<String> disagreements = new ArrayList<>();

    /**
     * What the pipeline promised.
     *
     * @param held how long a day takes corrections
     * @param grace how long after its midnight a day stays open
     * @param rulesSince when the watchlist was applied; empty when the shipped rule is in force
     */
    public record Terms(Duration held, Duration grace, Optional<Instant> rulesSince) {}

    /**
     * What came out.
     *
     * @param disagreements one line each
     * @param days that were judged
     * @param inMotion days that were left out because they were changing
     */
    public record Result(List<String> disagreements, int days, int inMotion) {}

    private record CountedTwice(String one, String other, ReportRef report) {}

    /** Checks against the rules of this watchlist. */
    public Verification(Watchlist watchlist, Terms terms) {
        this.watchlist = watchlist;
        this.terms = terms;
    }

    /** The newest revision of one incident, and everything that it contributes. */
    public void incident(Incident incident, Collection<Contribution> contributions) {
        known.add(incident.getIncidentId());
        incident.getMergedInto().ifPresent(into -> mergedInto.put(incident.getIncidentId(), into));
        if (incident.getMergedInto().isEmpty() && !incident.getRetracted()) {
            incident.getReports().forEach(report -> claim(incident, report));
        }
        for (Contribution contribution : contributions) {
            contribution.getIncident().ifPresent(counted -> {
                for (String day : days(contribution)) {
                    subjects.put(day, contribution.getSubject());
                    cells.computeIfAbsent(day, k -> new TreeMap<>()).put(counted.getIncidentId(), counted);
                    daysOfIncident
                            .computeIfAbsent(counted.getIncidentId(), k -> new TreeSet<>())
                            .add(day);
                }
            });
        }
    }

    private void claim(Incident incident, ReportRef report) {
        String other = incidentOfReport.put(report.getReportId(), incident.getIncidentId());
        if (other != null) {
            countedTwice.add(new CountedTwice(other, incident.getIncidentId(), report));
        }
    }

    /** The keys of the days on which the incident stands for the subject. */
    public static List<String> days(Contribution contribution) {
        return contribution.getIncident().map(CivilDay::of).orElse(List.of()).stream()
                .map(day -> SubjectKeys.dayKey(contribution.getSubject(), day))
                .toList();
    }

    /** Every disagreement with the published counts, by day key, and the alerts, by id; none when they agree. */
    public Result against(Map<String, DailyTally> counts, Map<String, Alert> alerts) {
        return against(counts, alerts, Set.of());
    }

    /** The same, leaving out days that were changing while the topics were read. */
    public Result against(Map<String, DailyTally> counts, Map<String, Alert> alerts, Set<String> inMotion) {
        checkIncidents(inMotion);
        Map<String, Map<String, Alert>> byDay = byDay(alerts);
        Set<String> days = new TreeSet<>(cells.keySet());
        days.addAll(counts.keySet());
        days.addAll(byDay.keySet());
        Optional<LocalDate> from = heldFrom(counts.values());
        days.removeIf(day -> from.filter(SubjectKeys.dateOf(day)::isBefore).isPresent());
        Set<String> left = days.stream().filter(inMotion::contains).collect(Collectors.toSet());
        days.removeAll(left);
        days.forEach(day -> check(day, Optional.ofNullable(counts.get(day)), byDay.getOrDefault(day, Map.of())));
        return new Result(List.copyOf(disagreements), days.size(), left.size());
    }

    private void checkIncidents(Set<String> inMotion) {
        mergedInto.forEach((incident, into) -> {
            if (!known.contains(into)) {
                disagreements.add("incident " + incident + ": merged into " + into + ", which is not there");
            }
        });
        countedTwice.stream()
                .filter(twice -> Stream.of(twice.one(), twice.other())
                        .flatMap(id -> daysOfIncident.getOrDefault(id, Set.of()).stream())
                        .noneMatch(inMotion::contains))
                .forEach(twice -> disagreements.add("incidents %s and %s: both count report %s of article %s"
                        .formatted(
                                twice.one(),
                                twice.other(),
                                twice.report().getReportId(),
                                twice.report().getArticleId())));
    }

    private void check(String day, Optional<DailyTally> count, Map<String, Alert> alerts) {
        List<CountedIncident> incidents =
                TallyRule.inOrder(cells.getOrDefault(day, Map.of()).values());
        if (count.isEmpty()) {
            disagreements.add(day + ": no count is published; the incidents make " + incidents.size());
        }
        List<String> found = new ArrayList<>();
        count.ifPresent(published -> found.addAll(new CountCheck(terms.grace()).of(published, incidents)));
        Optional<Subject> subject = Optional.ofNullable(subjects.get(day))
                .or(() -> count.map(DailyTally::getSubject))
                .or(() -> alerts.values().stream().findFirst().map(Alert::getSubject));
        subject.ifPresent(
                s -> found.addAll(new AlertCheck(watchlist, terms.rulesSince(), s, count, incidents).of(alerts)));
        found.forEach(what -> disagreements.add(day + ": " + what));
    }

    /** By day key and rule; an alert under another id than that of its subject, day and rule is one too many. */
    private Map<String, Map<String, Alert>> byDay(Map<String, Alert> alerts) {
        Map<String, Map<String, Alert>> byDay = new HashMap<>();
        for (Alert alert : alerts.values()) {
            String day = SubjectKeys.dayKey(alert.getSubject(), alert.getDate());
            String id = AlertPolicy.alertId(alert.getSubject(), alert.getDate(), alert.getRuleId());
            if (!id.equals(alert.getAlertId())) {
                disagreements.add("%s: alert %s of rule %s must have the id %s"
                        .formatted(day, alert.getAlertId(), alert.getRuleId(), id));
            } else {
                byDay.computeIfAbsent(day, key -> new TreeMap<>()).put(alert.getRuleId(), alert);
            }
        }
        return byDay;
    }

    /** The first day that every task still holds. */
    private Optional<LocalDate> heldFrom(Collection<DailyTally> counts) {
        return counts.stream()
                .flatMap(count -> count.getCompleteThrough().stream())
                .max(Comparator.naturalOrder())
                .map(time -> time.minus(terms.held())
                        .atOffset(ZoneOffset.UTC)
                        .toLocalDate()
                        .plusDays(1));
    }
}
