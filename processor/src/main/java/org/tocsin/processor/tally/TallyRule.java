package org.tocsin.processor.tally;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tocsin.schemas.CountRange;
import org.tocsin.schemas.CountedIncident;
import org.tocsin.schemas.DailyTally;
import org.tocsin.schemas.Records;
import org.tocsin.schemas.Subject;

/**
 * How many distinct incidents hit a subject on a civil day: certain ones, possible ones (the certain included) and
 * undated ones. Always computed anew from all incidents of the day, so that nothing drifts.
 */
public final class TallyRule {
    private static final Set<String> NO_NEWS = Set.of("revision", "cause", "completeThrough", "incidents");

    private TallyRule() {}

    /** A subject's day before it is counted: who, when, and what it said last. */
    public record Day(Subject subject, LocalDate date, Optional<DailyTally> last) {}

    /** The incidents in order of their first report. */
    public static List<CountedIncident> inOrder(Collection<CountedIncident> incidents) {
        return incidents.stream()
                .sorted(Comparator.comparing(CountedIncident::getFirstReportedAt)
                        .thenComparing(CountedIncident::getIncidentId))
                .toList();
    }

    /**
     * The day's count, its revision one above the last.
     *
     * @param incidents all that stand on the day, in order
     * @param late rules that would have raised an alert had the day not closed
     */
    public static DailyTally count(
            Day day, List<CountedIncident> incidents, ZoneId zone, boolean closed, List<String> late, Moment moment) {
        List<CountedIncident> dated =
                incidents.stream().filter(i -> i.getAttackDate().isPresent()).toList();
        List<CountedIncident> certain =
                dated.stream().filter(CountedIncident::getCertain).toList();
        return DailyTally.newBuilder()
                .setSubject(day.subject())
                .setDate(day.date())
                .setZone(zone.getId())
                .setRevision(day.last().map(DailyTally::getRevision).orElse(0) + 1)
                .setCertain(certain.size())
                .setPossible(dated.size())
                .setUndated(incidents.size() - dated.size())
                .setIncidents(Bounded.of(incidents))
                .setIncidentCount(incidents.size())
                .setKilled(sum(certain, CountedIncident::getKilled))
                .setInjured(sum(certain, CountedIncident::getInjured))
                .setCompleteThrough(moment.completeThrough().orElse(null))
                .setClosed(closed)
                .setWouldHaveRaised(late)
                .setCause(moment.cause())
                .build();
    }

    /** True when the new count says nothing that the last one did not: revisions, causes and clocks are no news. */
    public static boolean sameNews(DailyTally last, DailyTally next) {
        return Records.sameBut(last, next, NO_NEWS) && Bounded.sameFacts(last.getIncidents(), next.getIncidents());
    }

    /** At least the sum of the known numbers; at most only where every incident's is known. */
    private static CountRange sum(
            List<CountedIncident> incidents, Function<CountedIncident, Optional<CountRange>> number) {
        int least = 0;
        Integer most = 0;
        for (CountedIncident incident : incidents) {
            Optional<CountRange> range = number.apply(incident);
            least += range.flatMap(r -> r.getMin()).orElse(0);
            most = plus(most, range.flatMap(r -> r.getMax()).orElse(null));
        }
        return CountRange.newBuilder().setMin(least).setMax(most).build();
    }

    private static @Nullable Integer plus(@Nullable Integer sum, @Nullable Integer more) {
        return sum == null || more == null ? null : Integer.valueOf(sum + more);
    }
}
