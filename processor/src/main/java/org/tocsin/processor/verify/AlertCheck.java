package org.tocsin.processor.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tocsin.processor.alert.AlertPolicy;
import org.tocsin.processor.alert.RuleCount;
import org.tocsin.processor.alert.Threshold;
import org.tocsin.processor.tally.Bounded;
import org.tocsin.processor.watchlist.Watchlist;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.AlertKind;
import org.tocsin.schemas.AlertRule;
import org.tocsin.schemas.CountedIncident;
import org.tocsin.schemas.DailyTally;
import org.tocsin.schemas.Level;
import org.tocsin.schemas.RuleKind;
import org.tocsin.schemas.Subject;

/**
 * Compares a day's published alerts with those that its incidents make. Surge rules are judged by what the alert says
 * it expected, for their baseline is frozen there: of a surge only an alert that is lost goes unseen.
 */
final class AlertCheck {
    private final Watchlist watchlist;
    private final Subject subject;
    private final Optional<DailyTally> count;
    private final List<CountedIncident> incidents;
    private final boolean closed;
    private final boolean judgedByOlderRules;
    private final List<String> found = new ArrayList<>();

    AlertCheck(
            Watchlist watchlist,
            Optional<Instant> rulesSince,
            Subject subject,
            Optional<DailyTally> count,
            List<CountedIncident> incidents) {
        this.watchlist = watchlist;
        this.subject = subject;
        this.count = count;
        this.incidents = incidents;
        this.closed = count.filter(DailyTally::getClosed).isPresent();
        this.judgedByOlderRules = closed
                && rulesSince
                        .filter(since -> count.flatMap(DailyTally::getCompleteThrough)
                                .filter(since::isAfter)
                                .isPresent())
                        .isPresent();
    }

    /** What differs, one line each. */
    List<String> of(Map<String, Alert> alerts) {
        alerts.values().forEach(this::checkAlone);
        if (judgedByOlderRules) {
            return found;
        }
        Set<String> unruled = new TreeSet<>(alerts.keySet());
        for (AlertRule rule : watchlist.rules()) {
            if (RuleCount.watches(rule, subject)) {
                unruled.remove(rule.getId());
                checkRule(rule, Optional.ofNullable(alerts.get(rule.getId())));
            }
        }
        for (String rule : unruled) {
            Optional.ofNullable(alerts.get(rule))
                    .filter(AlertPolicy::isActive)
                    .ifPresent(alert -> found.add(
                            "alert " + alert.getAlertId() + " stands, but rule " + rule + " does not count it"));
        }
        return found;
    }

    /** What an alert must say whatever its rule is. */
    private void checkAlone(Alert alert) {
        boolean active = AlertPolicy.isActive(alert);
        String name = "alert of rule " + alert.getRuleId();
        if (active && alert.getCount() <= alert.getThreshold()) {
            found.add(name + " stands at " + alert.getCount() + ", which does not exceed " + alert.getThreshold());
        }
        boolean afterClose = alert.getKind() == AlertKind.CLOSED || alert.getAfterClose();
        if (active && count.isPresent() && afterClose != closed) {
            found.add(name + " is " + alert.getKind() + ", but the day is " + (closed ? "closed" : "open"));
        }
    }

    private void checkRule(AlertRule rule, Optional<Alert> alert) {
        List<CountedIncident> counted = RuleCount.counted(rule, subject.getKind(), incidents);
        Optional<Alert> active = alert.filter(AlertPolicy::isActive);
        String name = "rule " + rule.getId();
        if (rule.getKind() != RuleKind.SURGE) {
            checkLevel(rule, counted.size(), active);
        } else {
            active.filter(a -> counted.size() <= a.getThreshold())
                    .ifPresent(a -> found.add("alert of " + name + " stands, but it counts only " + counted.size()));
        }
        active.filter(a -> a.getCount() != counted.size())
                .ifPresent(a -> found.add(
                        "alert of " + name + ": published " + a.getCount() + ", the incidents make " + counted.size()));
        active.filter(a -> !Bounded.sameFacts(Bounded.of(counted), a.getIncidents()))
                .ifPresent(a -> found.add("alert of " + name + " lists other incidents, or other facts of them"));
    }

    private void checkLevel(AlertRule rule, int counts, Optional<Alert> active) {
        Optional<Level> level = Threshold.fixed(rule).exceededBy(counts);
        String name = "rule " + rule.getId();
        boolean noted =
                count.filter(c -> c.getWouldHaveRaised().contains(rule.getId())).isPresent();
        if (active.isEmpty() && level.isPresent() && !noted) {
            found.add(name + " counts " + counts + ", but no alert stands");
        } else if (active.isPresent() && level.isEmpty()) {
            found.add("alert of " + name + " stands, but it counts only " + counts);
        } else if (active.isPresent() && !isAt(active.get(), level.get())) {
            found.add("alert of " + name + ": published level " + active.get().getLevel() + " above "
                    + active.get().getThreshold() + ", the incidents make "
                    + level.get().getName() + " above "
                    + level.get().getExceeds());
        }
        if (noted && (!closed || level.isEmpty() || active.isPresent())) {
            found.add("the count notes that " + name + " would have raised an alert, which it would not");
        }
    }

    private static boolean isAt(Alert alert, Level level) {
        return alert.getLevel().equals(level.getName()) && alert.getThreshold() == level.getExceeds();
    }
}
