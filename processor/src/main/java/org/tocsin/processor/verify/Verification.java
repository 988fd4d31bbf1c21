package org.tocsin.processor.verify;

import java.time.Duration;
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
import org.tocsin.processor.alert.AlertPolicy;
import org.tocsin.processor.alert.RuleCount;
import org.tocsin.processor.alert.Threshold;
import org.tocsin.processor.tally.Bounded;
import org.tocsin.processor.tally.CivilDay;
import org.tocsin.processor.tally.SubjectKeys;
import org.tocsin.processor.tally.TallyRule;
import org.tocsin.processor.watchlist.Watchlist;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.AlertRule;
import org.tocsin.schemas.Contribution;
import org.tocsin.schemas.CountedIncident;
import org.tocsin.schemas.DailyTally;
import org.tocsin.schemas.RuleKind;
import org.tocsin.schemas.Subject;

/**
 * Recomputes every subject's days from the incidents and says where the published counts and alerts differ. Surge rules
 * are judged by what the alert says it expected, for their baseline is frozen there. On a day that has closed an alert
 * may be missing where the count says that it would have been raised. Days that are no longer held are not judged: the
 * pipeline rewrites nothing there.
 */
public final class Verification {
    private final Watchlist watchlist;
    private final Duration held;
    private final Map<String, Map<String, CountedIncident>> cells = new TreeMap<>();
    private final Map<String, Subject> subjects = new HashMap<>();
    private final List<String> disagreements = new ArrayList<>();

    /**
     * Checks against the rules of this watchlist.
     *
     * @param held how long a day takes corrections
     */
    public Verification(Watchlist watchlist, Duration held) {
        this.watchlist = watchlist;
        this.held = held;
    }

    /** Everything that the newest revision of one incident contributes. */
    public void incident(Collection<Contribution> contributions) {
        for (Contribution contribution : contributions) {
            contribution.getIncident().ifPresent(incident -> {
                for (LocalDate day : CivilDay.of(incident)) {
                    String key = SubjectKeys.dayKey(contribution.getSubject(), day);
                    subjects.put(key, contribution.getSubject());
                    cells.computeIfAbsent(key, k -> new TreeMap<>()).put(incident.getIncidentId(), incident);
                }
            });
        }
    }

    /** Every disagreement with the published counts, by day key, and the alerts, by id; none when they agree. */
    public List<String> against(Map<String, DailyTally> counts, Map<String, Alert> alerts) {
        Map<String, Map<String, Alert>> byDay = new HashMap<>();
        alerts.values().forEach(alert -> byDay.computeIfAbsent(
                        SubjectKeys.dayKey(alert.getSubject(), alert.getDate()), key -> new TreeMap<>())
                .put(alert.getRuleId(), alert));
        Set<String> days = new TreeSet<>(cells.keySet());
        days.addAll(counts.keySet());
        days.addAll(byDay.keySet());
        Optional<LocalDate> from = heldFrom(counts.values());
        days.removeIf(day -> from.filter(SubjectKeys.dateOf(day)::isBefore).isPresent());
        for (String day : days) {
            List<CountedIncident> incidents =
                    TallyRule.inOrder(cells.getOrDefault(day, Map.of()).values());
            Optional<DailyTally> count = Optional.ofNullable(counts.get(day));
            checkCount(day, incidents, count);
            checkAlerts(day, incidents, count, byDay.getOrDefault(day, Map.of()));
        }
        return List.copyOf(disagreements);
    }

    /** The first day that every task still holds. */
    private Optional<LocalDate> heldFrom(Collection<DailyTally> counts) {
        return counts.stream()
                .flatMap(count -> count.getCompleteThrough().stream())
                .max(Comparator.naturalOrder())
                .map(time ->
                        time.minus(held).atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1));
    }

    private void checkCount(String day, List<CountedIncident> incidents, Optional<DailyTally> published) {
        if (published.isEmpty()) {
            disagree(day, "no count is published; the incidents make " + incidents.size());
            return;
        }
        DailyTally count = published.get();
        List<CountedIncident> dated =
                incidents.stream().filter(i -> i.getAttackDate().isPresent()).toList();
        long certain = dated.stream().filter(CountedIncident::getCertain).count();
        compare(day, "certain", certain, count.getCertain());
        compare(day, "possible", dated.size(), count.getPossible());
        compare(day, "undated", incidents.size() - dated.size(), count.getUndated());
        compare(day, "incidents", incidents.size(), count.getIncidentCount());
        if (!Bounded.sameFacts(Bounded.of(incidents), count.getIncidents())) {
            disagree(day, "the count lists other incidents, or other facts of them, than the incidents topic");
        }
    }

    private void checkAlerts(
            String day, List<CountedIncident> incidents, Optional<DailyTally> count, Map<String, Alert> alerts) {
        Set<String> rules = new TreeSet<>(alerts.keySet());
        for (AlertRule rule : watchlist.rules()) {
            Subject subject = subjects.get(day);
            if (subject != null && RuleCount.watches(rule, subject)) {
                rules.remove(rule.getId());
                List<CountedIncident> counted = RuleCount.counted(rule, subject.getKind(), incidents);
                checkAlert(day, rule, counted, count, Optional.ofNullable(alerts.get(rule.getId())));
            }
        }
        for (String rule : rules) {
            Alert alert = alerts.get(rule);
            if (alert != null && AlertPolicy.isActive(alert)) {
                disagree(day, "alert " + alert.getAlertId() + " stands, but rule " + rule + " does not count it");
            }
        }
    }

    private void checkAlert(
            String day,
            AlertRule rule,
            List<CountedIncident> counted,
            Optional<DailyTally> count,
            Optional<Alert> alert) {
        Optional<Alert> active = alert.filter(AlertPolicy::isActive);
        boolean exceeded = rule.getKind() == RuleKind.SURGE
                ? active.filter(a -> counted.size() > a.getThreshold()).isPresent()
                : Threshold.fixed(rule).exceededBy(counted.size()).isPresent();
        boolean noted = count.filter(
                        c -> c.getClosed() && c.getWouldHaveRaised().contains(rule.getId()))
                .isPresent();
        if (active.isEmpty() && exceeded && !noted) {
            disagree(day, "rule " + rule.getId() + " counts " + counted.size() + ", but no alert stands");
        } else if (active.isPresent() && !exceeded) {
            disagree(day, "alert of rule " + rule.getId() + " stands, but it counts only " + counted.size());
        }
        active.ifPresent(a -> compare(day, "alert of rule " + rule.getId(), counted.size(), a.getCount()));
        active.filter(a -> !Bounded.sameFacts(Bounded.of(counted), a.getIncidents()))
                .ifPresent(a -> disagree(day, "alert of rule " + rule.getId() + " lists other incidents"));
    }

    private void compare(String day, String what, long computed, long published) {
        if (computed != published) {
            disagree(day, what + ": published " + published + ", the incidents make " + computed);
        }
    }

    private void disagree(String day, String what) {
        disagreements.add(day + ": " + what);
    }
}
