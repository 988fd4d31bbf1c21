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
        // Equal neighbours are one range that nobody narrowed down.
        while (votes.getOrDefault(last.plusDays(1), 0.0) >= most - TIE && most < 1) {
            last = last.plusDays(1);
        }
        return Optional.of(new DateRange(first, last));
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
