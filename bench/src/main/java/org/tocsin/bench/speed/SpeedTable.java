package org.tocsin.bench.speed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** The figures that JMH measured beside the goals for one core, and whether each is met. */
public final class SpeedTable {
    /** Text that grows tenfold may cost so many times as much and still count as linear: caches miss more. */
    private static final double LINEAR = 12;

    private final List<RunResult> results;
    private final List<String> lines = new ArrayList<>();

    private SpeedTable(Collection<RunResult> results) {
        this.results = List.copyOf(results);
        lines.add(row("figure", "measured", "goal", "met"));
    }

    /**
     * The table of these results; what was not measured is left out.
     *
     * @param heapMegabytes what the measured processes were given at most
     */
    public static String of(Collection<RunResult> results, int heapMegabytes) {
        SpeedTable table = new SpeedTable(results);
        table.atLeast("articles/s, mix (9 bbc : 1 muc4)", table.score("news", "mix"), 1000);
        table.atLeast("articles/s, muc4", table.score("news", "muc4"), 250);
        table.atLeast("articles/s, gva", table.score("news", "gva"), 250);
        table.atMost("ms, 5,000 characters, p99", table.percentile("5000"), 25);
        table.atMost("ms, 1 MiB, p99", table.percentile("1048576"), 250);
        table.linear("10000", "100000");
        table.linear("100000", "1000000");
        table.atMost("ms, loading, the slowest", table.loading(), 1500);
        table.atMost("MB of heap, the limit of all runs", Optional.of((double) heapMegabytes), 150);
        return String.join("\n", table.lines);
    }

    private Optional<Result<?>> result(String parameter, String value) {
        return results.stream()
                .filter(r -> value.equals(r.getParams().getParam(parameter)))
                .<Result<?>>map(RunResult::getPrimaryResult)
                .findFirst();
    }

    private Optional<Double> score(String parameter, String value) {
        return result(parameter, value).map(Result::getScore);
    }

    private Optional<Double> percentile(String length) {
        return result("length", length).map(r -> r.getStatistics().getPercentile(99));
    }

    private Optional<Double> loading() {
        return results.stream()
                .filter(r -> r.getParams().getBenchmark().contains(LoadBenchmark.class.getSimpleName()))
                .map(r -> r.getPrimaryResult().getStatistics().getMax())
                .findFirst();
    }

    private void linear(String shorter, String longer) {
        Optional<Double> ratio =
                score("length", shorter).flatMap(s -> score("length", longer).map(l -> l / s));
        atMost("times as long for " + longer + " characters as for " + shorter, ratio, LINEAR);
    }

    private void atLeast(String figure, Optional<Double> measured, double goal) {
        measured.ifPresent(m -> lines.add(row(figure, number(m), ">= " + number(goal), m >= goal ? "yes" : "NO")));
    }

    private void atMost(String figure, Optional<Double> measured, double goal) {
        measured.ifPresent(m -> lines.add(row(figure, number(m), "<= " + number(goal), m <= goal ? "yes" : "NO")));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%.0f", value);
    }

    private static String row(String figure, String measured, String goal, String met) {
        return String.format(Locale.ROOT, "%-60s %10s %10s %4s", figure, measured, goal, met);
    }
}
