package org.tocsin.processor.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.tocsin.processor.OperatorException;

/**
 * Whether this instance does its work. The checks run one after the other in the background, so that a probe is answered
 * at once and a thousand probes ask the broker no more often than one. A round that hangs makes the last one old, and an
 * old one counts as not ready.
 */
public final class Readiness implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration OLD_AFTER = Duration.ofSeconds(30);

    private final List<Check> checks;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "readiness");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Report last = new Report(List.of(new Outcome("checks", false, "have not run yet")));
    private volatile long lastAt = System.nanoTime();

    private Readiness(List<Check> checks) {
        this.checks = List.copyOf(checks);
    }

    /** Runs them from now on. */
    public static Readiness of(List<Check> checks) {
        Readiness readiness = new Readiness(checks);
        var unused =
                readiness.timer.scheduleWithFixedDelay(readiness::round, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return readiness;
    }

    /** One thing that must hold. */
    public record Check(String name, Probe probe) {}

    /** Looks whether it holds. */
    @FunctionalInterface
    public interface Probe {
        /** What was found; an exception counts as not holding. */
        Finding look() throws Exception;
    }

    /**
     * What a check found.
     *
     * @param detail for people; health is open to all, so it names no host
     */
    public record Finding(boolean ok, String detail) {}

    /** What one check came to. */
    record Outcome(String name, boolean ok, String detail) {}

    /** What all checks came to. */
    record Report(List<Outcome> outcomes) {
        boolean ready() {
            return outcomes.stream().allMatch(Outcome::ok);
        }

        String json() {
            ObjectNode report = JsonNodeFactory.instance.objectNode().put("status", ready() ? "READY" : "NOT_READY");
            ArrayNode checks = report.putArray("checks");
            outcomes.forEach(
                    o -> checks.addObject().put("name", o.name).put("ok", o.ok).put("detail", o.detail));
            return report.toString();
        }
    }

    /** The newest report. */
    Report report() {
        Duration age = Duration.ofNanos(System.nanoTime() - lastAt);
        if (age.compareTo(OLD_AFTER) < 0) {
            return last;
        }
        List<Outcome> outcomes = new ArrayList<>(last.outcomes);
        outcomes.add(new Outcome("checks", false, "hang since %d s".formatted(age.toSeconds())));
        return new Report(outcomes);
    }

    private void round() {
        Report report = new Report(checks.stream().map(Readiness::outcome).toList());
        lastAt = System.nanoTime();
        last = report;
    }

    private static Outcome outcome(Check check) {
        try {
            Finding found = check.probe.look();
            return new Outcome(check.name, found.ok, found.detail);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome(check.name, false, "stopping");
        } catch (Exception e) {
            // No more than the kind: messages name hosts.
            return new Outcome(
                    check.name, false, OperatorException.rootOf(e).getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
