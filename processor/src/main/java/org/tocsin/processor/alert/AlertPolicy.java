package org.tocsin.processor.alert;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tocsin.processor.tally.Bounded;
import org.tocsin.processor.tally.Moment;
import org.tocsin.processor.tally.SubjectKeys;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.AlertKind;
import org.tocsin.schemas.CountedIncident;
import org.tocsin.schemas.Level;
import org.tocsin.schemas.Records;
import org.tocsin.schemas.RuleKind;
import org.tocsin.schemas.Subject;

/**
 * The life of an alert: RAISED when the count strictly exceeds a level, ESCALATED at a higher one, REVISED when count
 * or evidence changes, WITHDRAWN when no level is exceeded any more, CLOSED with its day. One alert per subject, day
 * and rule; one that rises again after being withdrawn is the same alert, RAISED anew. After its day has closed an
 * alert takes corrections only.
 */
public final class AlertPolicy {
    /** What is no news by itself; the incidents are compared by what they tell. */
    private static final Set<String> NO_NEWS = Set.of(
            "kind",
            "revision",
            "ruleVersion",
            "cause",
            "closesAt",
            "completeThrough",
            "silentPublishers",
            "afterClose",
            "subject",
            "incidents");

    private AlertPolicy() {}

    /** The subject's day that is judged. */
    public record Day(Subject subject, LocalDate date, String zone, Instant closesAt, boolean closed) {}

    /** The alert's next revision, or empty when nothing is to be said. */
    public static Optional<Alert> judge(
            Day day, Threshold now, List<CountedIncident> counted, Optional<Alert> before, Moment moment) {
        Optional<Alert> active = before.filter(AlertPolicy::isActive);
        Threshold threshold = active.flatMap(alert -> frozen(now, alert)).orElse(now);
        Optional<Level> level = threshold.exceededBy(counted.size());
        if (active.isEmpty()) {
            return level.filter(exceeded -> !day.closed())
                    .map(exceeded -> next(AlertKind.RAISED, day, threshold, exceeded, counted, before, moment));
        }
        Alert alert = active.get();
        if (level.isEmpty()) {
            return Optional.of(withdrawn(day, alert, counted, moment));
        }
        AlertKind kind =
                !day.closed() && isHigher(threshold, level.get(), alert) ? AlertKind.ESCALATED : AlertKind.REVISED;
        Alert changed = next(kind, day, threshold, level.get(), counted, before, moment);
        return sameNews(alert, changed) ? Optional.empty() : Optional.of(changed);
    }

    /** What a surge was held against when it was raised: later news of its baseline does not move it. */
    private static Optional<Threshold> frozen(Threshold now, Alert alert) {
        return alert.getSurge()
                .filter(surge ->
                        now.rule().getKind() == RuleKind.SURGE && now.rule().getVersion() == alert.getRuleVersion())
                .map(surge ->
                        new Threshold(now.rule(), List.of(new Level(alert.getLevel(), alert.getThreshold())), surge));
    }

    /** The alert of a rule that no longer exists or no longer watches the subject. */
    public static Optional<Alert> unwatched(Day day, Alert before, Moment moment) {
        return isActive(before) ? Optional.of(withdrawn(day, before, List.of(), moment)) : Optional.empty();
    }

    /** The last word of an alert on the day's end, with its final count. */
    public static Optional<Alert> close(Day day, Alert before, Moment moment) {
        return isActive(before)
                ? Optional.of(
                        revised(day, before, moment).setKind(AlertKind.CLOSED).build())
                : Optional.empty();
    }

    /** True while subscribers should act on it or on its memory: it has not been withdrawn. */
    public static boolean isActive(Alert alert) {
        return alert.getKind() != AlertKind.WITHDRAWN;
    }

    /** The same for ever: name-based on subject, date and rule. */
    public static String alertId(Subject subject, LocalDate date, String ruleId) {
        String name = SubjectKeys.dayKey(subject, date) + "|" + ruleId;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static boolean isHigher(Threshold threshold, Level level, Alert alert) {
        int then = threshold.rank(alert.getLevel());
        return then < 0 ? level.getExceeds() > alert.getThreshold() : threshold.rank(level.getName()) > then;
    }

    private static Alert withdrawn(Day day, Alert alert, List<CountedIncident> counted, Moment moment) {
        return revised(day, alert, moment)
                .setKind(AlertKind.WITHDRAWN)
                .setCount(counted.size())
                .setIncidents(Bounded.of(counted))
                .build();
    }

    private static Alert.Builder revised(Day day, Alert alert, Moment moment) {
        return Alert.newBuilder(alert)
                .setRevision(alert.getRevision() + 1)
                .setCause(moment.cause())
                .setClosesAt(day.closesAt())
                .setCompleteThrough(moment.completeThrough().orElse(null))
                .setSilentPublishers(moment.silentPublishers())
                .setAfterClose(day.closed());
    }

    private static Alert next(
            AlertKind kind,
            Day day,
            Threshold threshold,
            Level level,
            List<CountedIncident> counted,
            Optional<Alert> before,
            Moment moment) {
        return Alert.newBuilder()
                .setAlertId(alertId(day.subject(), day.date(), threshold.rule().getId()))
                .setKind(kind)
                .setRevision(before.map(alert -> alert.getRevision() + 1).orElse(1))
                .setLevel(level.getName())
                .setSubject(day.subject())
                .setDate(day.date())
                .setZone(day.zone())
                .setCount(counted.size())
                .setThreshold(level.getExceeds())
                .setRuleId(threshold.rule().getId())
                .setRuleVersion(threshold.rule().getVersion())
                .setIncidents(Bounded.of(counted))
                .setCause(moment.cause())
                .setCompleteThrough(moment.completeThrough().orElse(null))
                .setClosesAt(day.closesAt())
                .setSilentPublishers(moment.silentPublishers())
                .setAfterClose(day.closed())
                .setSurge(threshold.surge())
                .build();
    }

    /** True when subscribers would learn nothing: revisions, causes and clocks are no news. */
    private static boolean sameNews(Alert before, Alert after) {
        return Records.sameBut(before, after, NO_NEWS)
                && Bounded.sameFacts(before.getIncidents(), after.getIncidents());
    }
}
