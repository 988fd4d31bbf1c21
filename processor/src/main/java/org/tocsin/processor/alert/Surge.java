package org.tocsin.processor.alert;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.tocsin.schemas.AlertRule;
import org.tocsin.schemas.CountedIncident;
import org.tocsin.schemas.Level;
import org.tocsin.schemas.SubjectKind;
import org.tocsin.schemas.SurgeLevel;
import org.tocsin.schemas.SurgeSettings;

/**
 * Surge rules: is this day's count unusual for this subject? The expectation is the mean of the latest complete days
 * that end before a gap, as in the early-aberration methods of public health (CDC's EARS C2: a baseline with a two-day
 * guard; Hutwagner et al., J Urban Health 2003;80:i89-i96); the probability of so many or more comes from a negative
 * binomial with the baseline's own dispersion (as in Noufaily et al., Stat Med 2013;32:1206-1222), which is Poisson
 * where the baseline is not overdispersed.
 */
public final class Surge {
    private static final int MOST = 10_000;

    private Surge() {}

    /**
     * A subject's past.
     *
     * @param incidents those that stand on a day
     * @param isComplete days that the pipeline has read whole and closed
     */
    public record History(Function<LocalDate, List<CountedIncident>> incidents, Predicate<LocalDate> isComplete) {}

    /**
     * The count from which the rule alarms, as a level, and how unlikely the day is; no level while there is no baseline.
     *
     * @param today incidents that the rule counts on the day
     */
    public static Threshold threshold(AlertRule rule, SubjectKind countBy, LocalDate day, int today, History history) {
        SurgeSettings settings =
                rule.getSurge().orElseGet(() -> SurgeSettings.newBuilder().build());
        List<Integer> baseline = baseline(rule, countBy, day, settings, history);
        if (baseline.isEmpty()) {
            return new Threshold(rule, List.of(), null);
        }
        double expected = Math.max(settings.getFloor(), mean(baseline));
        double variance = variance(baseline, mean(baseline));
        int least = settings.getMinIncidents();
        while (least < MOST && atLeast(least, expected, variance) >= settings.getProbability()) {
            least++;
        }
        double unlikely = atLeast(Math.max(today, least), expected, variance);
        SurgeLevel surge = new SurgeLevel(expected, unlikely, baseline.size());
        return new Threshold(rule, List.of(new Level("surge", least - 1)), surge);
    }

    /** Probability of so many incidents or more. */
    static double atLeast(int count, double mean, double variance) {
        boolean poisson = variance <= mean;
        double size = poisson ? 0 : mean * mean / (variance - mean);
        // A variance a rounding error above the mean makes the size vast, where log(size / (size + mean)) is all error.
        double log = poisson ? -mean : -size * Math.log1p(mean / size);
        double below = 0;
        for (int k = 0; k < count; k++) {
            below += Math.exp(log);
            log += Math.log(poisson ? mean / (k + 1) : (size + k) * mean / ((size + mean) * (k + 1)));
        }
        return Math.max(0, 1 - below);
    }

    /** Counts of the latest complete days before the gap, zeros included. */
    private static List<Integer> baseline(
            AlertRule rule, SubjectKind countBy, LocalDate day, SurgeSettings settings, History history) {
        List<Integer> counts = new ArrayList<>();
        Optional<LocalDate> latest = latestComplete(day.minusDays(settings.getGapDays()), settings, history);
        for (int i = 0; latest.isPresent() && i < settings.getBaselineDays(); i++) {
            LocalDate past = latest.get().minusDays(i);
            if (history.isComplete().test(past)) {
                counts.add(RuleCount.counted(rule, countBy, history.incidents().apply(past))
                        .size());
            }
        }
        return counts;
    }

    private static Optional<LocalDate> latestComplete(LocalDate from, SurgeSettings settings, History history) {
        return from.minusDays(settings.getBaselineDays())
                .datesUntil(from.plusDays(1))
                .filter(history.isComplete())
                .reduce((older, newer) -> newer);
    }

    private static double mean(List<Integer> counts) {
        return counts.stream().mapToInt(Integer::intValue).average().orElse(0);
    }

    private static double variance(List<Integer> counts, double mean) {
        double sum = counts.stream().mapToDouble(c -> (c - mean) * (c - mean)).sum();
        return counts.size() < 2 ? 0 : sum / (counts.size() - 1);
    }
}
