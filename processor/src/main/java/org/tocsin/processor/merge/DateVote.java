package org.tocsin.processor.merge;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tocsin.schemas.DateRange;
import org.tocsin.schemas.IncidentReport;

/** The day of an incident by vote: each publisher spreads one vote over its range, so that ranges intersect. */
final class DateVote {
    /** A longer range says nothing about the day; it decides only where nobody knows better. */
    private static final long LONGEST = 14;

    private static final double TIE = 1e-9;

    private DateVote() {}

    static Optional<DateRange> of(List<Voice> voices) {
        TreeMap<LocalDate, Double> votes = new TreeMap<>();
        for (Voice voice : voices) {
            voice.first(IncidentReport::getAttackDate)
                    .filter(range -> days(range) <= LONGEST)
                    .ifPresent(range -> spread(range, voice.weight(), votes));
        }
        if (votes.isEmpty()) {
            return voices.stream()
                    .flatMap(v -> v.first(IncidentReport::getAttackDate).stream())
                    .reduce(DateVote::intersection);
        }
        double most = votes.values().stream().mapToDouble(v -> v).max().orElse(0);
        LocalDate first = votes.entrySet().stream()
                .filter(e -> e.getValue() >= most - TIE)
                .findFirst()
                .orElseThrow()
                .getKey();
        LocalDate last = first;
        while (nobodyTellsApart(first, last.plusDays(1), voices)) {
            last = last.plusDays(1);
        }
        return Optional.of(new DateRange(first, last));
    }

    /** True when each range that holds one of the days holds both: they are of one range that nobody narrowed down. */
    private static boolean nobodyTellsApart(LocalDate one, LocalDate other, List<Voice> voices) {
        return voices.stream()
                .flatMap(voice -> voice.first(IncidentReport::getAttackDate).stream())
                .filter(range -> days(range) <= LONGEST)
                .allMatch(range -> holds(range, one) == holds(range, other));
    }

    private static boolean holds(DateRange range, LocalDate day) {
        return !day.isBefore(range.getEarliest()) && !day.isAfter(range.getLatest());
    }

    /** True when the range allows the fused one. */
    static boolean agrees(DateRange range, DateRange fused) {
        return !range.getEarliest().isAfter(fused.getEarliest())
                && !range.getLatest().isBefore(fused.getLatest());
    }

    private static void spread(DateRange range, double weight, Map<LocalDate, Double> votes) {
        double share = weight / (double) days(range);
        range.getEarliest()
                .datesUntil(range.getLatest().plusDays(1))
                .forEach(day -> votes.merge(day, share, Double::sum));
    }

    static long days(DateRange range) {
        return ChronoUnit.DAYS.between(range.getEarliest(), range.getLatest()) + 1;
    }

    /** The days of both; those of the first when they share none. */
    private static DateRange intersection(DateRange one, DateRange other) {
        LocalDate earliest = one.getEarliest().isAfter(other.getEarliest()) ? one.getEarliest() : other.getEarliest();
        LocalDate latest = one.getLatest().isBefore(other.getLatest()) ? one.getLatest() : other.getLatest();
        return latest.isBefore(earliest) ? one : new DateRange(earliest, latest);
    }
}
