package org.tocsin.processor.tally;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tocsin.processor.alert.AlertPolicy;
import org.tocsin.processor.alert.RuleCount;
import org.tocsin.processor.alert.Threshold;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.CountedIncident;
import org.tocsin.schemas.DailyTally;

/**
 * Counts one subject's day again and judges its alerts: the whole of tally and alert as one pure function, shared by
 * the pipeline, {@code replay} and {@code verify}.
 */
public final class DayCount {
    private final Duration grace;

    /** Days stay open for {@code grace} after their midnight. */
    public DayCount(Duration grace) {
        this.grace = grace;
    }

    /**
     * What is known of a day.
     *
     * @param alerts by rule id
     */
    public record Before(TallyRule.Day day, Map<String, Alert> alerts) {}

    /** What is to be said of it now: at most two counts (the final one and a correction), and alerts in order. */
    public record After(List<DailyTally> tallies, List<Alert> alerts) {
        static final After NOTHING = new After(List.of(), List.of());

        After and(After more) {
            return new After(joined(tallies, more.tallies), joined(alerts, more.alerts));
        }

        private static <T> List<T> joined(List<T> a, List<T> b) {
            List<T> all = new ArrayList<>(a);
            all.addAll(b);
            return all;
        }
    }

    /**
     * Counts the day from these incidents.
     *
     * @param thresholds of the rules that watch the subject
     */
    public After recount(Before before, List<CountedIncident> incidents, List<Threshold> thresholds, Moment moment) {
        Optional<DailyTally> last = before.day().last();
        if (last.isEmpty() && incidents.isEmpty()) {
            return After.NOTHING;
        }
        if (last.isPresent() && !last.get().getClosed() && isDue(last.get(), moment)) {
            After closing = close(before, moment);
            return closing.and(recount(after(before, closing), incidents, thresholds, moment));
        }
        List<CountedIncident> ordered = TallyRule.inOrder(incidents);
        ZoneId zone = CivilDay.lastZone(before.day().date(), ordered, zone(last));
        Instant closesAt = CivilDay.closesAt(before.day().date(), zone, grace);
        boolean closed = last.map(DailyTally::getClosed).orElseGet(() -> isPast(closesAt, moment));
        AlertPolicy.Day day =
                new AlertPolicy.Day(before.day().subject(), before.day().date(), zone.getId(), closesAt, closed);
        List<Alert> alerts = judge(day, before, ordered, thresholds, moment);
        List<String> late = closed ? late(before, ordered, thresholds) : List.of();
        DailyTally tally = TallyRule.count(before.day(), ordered, zone, closed, late, moment);
        boolean news = last.isEmpty() || !TallyRule.sameNews(last.get(), tally);
        return new After(news ? List.of(tally) : List.of(), alerts);
    }

    /** Closes a day that has a count with what it said last. */
    public After close(Before before, Moment moment) {
        DailyTally last = before.day().last().orElseThrow();
        ZoneId zone = ZoneId.of(last.getZone());
        AlertPolicy.Day day =
                new AlertPolicy.Day(last.getSubject(), last.getDate(), last.getZone(), closesAt(last), true);
        List<Alert> alerts = new ArrayList<>();
        new TreeMap<>(before.alerts()).values().forEach(alert -> AlertPolicy.close(day, alert, moment)
                .map(closed -> Alert.newBuilder(closed).setAfterClose(false).build())
                .ifPresent(alerts::add));
        DailyTally closed = DailyTally.newBuilder(last)
                .setRevision(last.getRevision() + 1)
                .setZone(zone.getId())
                .setClosed(true)
                .setCause(moment.cause())
                .setCompleteThrough(moment.completeThrough().orElse(null))
                .build();
        return new After(List.of(closed), alerts);
    }

    /** When the day of this count closes. */
    public Instant closesAt(DailyTally tally) {
        return CivilDay.closesAt(tally.getDate(), ZoneId.of(tally.getZone()), grace);
    }

    private boolean isDue(DailyTally tally, Moment moment) {
        return isPast(closesAt(tally), moment);
    }

    private static boolean isPast(Instant closesAt, Moment moment) {
        return moment.completeThrough().filter(time -> !time.isBefore(closesAt)).isPresent();
    }

    private static ZoneId zone(Optional<DailyTally> last) {
        return last.map(tally -> ZoneId.of(tally.getZone())).orElse(ZoneOffset.UTC);
    }

    private static List<Alert> judge(
            AlertPolicy.Day day,
            Before before,
            List<CountedIncident> incidents,
            List<Threshold> thresholds,
            Moment moment) {
        Map<String, Alert> unwatched = new TreeMap<>(before.alerts());
        List<Alert> alerts = new ArrayList<>();
        for (Threshold threshold : thresholds) {
            Optional<Alert> last =
                    Optional.ofNullable(unwatched.remove(threshold.rule().getId()));
            List<CountedIncident> counted =
                    RuleCount.counted(threshold.rule(), day.subject().getKind(), incidents);
            AlertPolicy.judge(day, threshold, counted, last, moment).ifPresent(alerts::add);
        }
        unwatched.values().forEach(alert -> AlertPolicy.unwatched(day, alert, moment)
                .ifPresent(alerts::add));
        return alerts;
    }

    /** Rules that the day passes now that it can no longer raise an alert. */
    private static List<String> late(Before before, List<CountedIncident> incidents, List<Threshold> thresholds) {
        return thresholds.stream()
                .filter(threshold -> Optional.ofNullable(
                                before.alerts().get(threshold.rule().getId()))
                        .filter(AlertPolicy::isActive)
                        .isEmpty())
                .filter(threshold -> threshold
                        .exceededBy(RuleCount.counted(
                                        threshold.rule(), before.day().subject().getKind(), incidents)
                                .size())
                        .isPresent())
                .map(threshold -> threshold.rule().getId())
                .sorted()
                .toList();
    }

    private static Before after(Before before, After change) {
        Map<String, Alert> alerts = new TreeMap<>(before.alerts());
        change.alerts().forEach(alert -> alerts.put(alert.getRuleId(), alert));
        Optional<DailyTally> last = change.tallies().stream().reduce((older, newer) -> newer);
        TallyRule.Day day =
                new TallyRule.Day(before.day().subject(), before.day().date(), last);
        return new Before(day, alerts);
    }
}
