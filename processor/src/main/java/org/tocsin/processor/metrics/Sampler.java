package org.tocsin.processor.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.processor.OperatorException;

/**
 * Looks at lag, tasks, feeds and stores every few seconds on a thread of its own, so that a scrape asks nobody and
 * answers at once, also while the broker does not.
 */
final class Sampler implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sampler.class);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(15);

    private final Clock clock;
    private final LagReader lag;
    private final TaskReadings tasks;
    private final Supplier<Map<String, StoreSizes.Size>> stores;
    private final SampledGauges gauges;
    private final Counter failures;
    private volatile Optional<LagLook> last = Optional.empty();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "metrics-sampler");
        thread.setDaemon(true);
        return thread;
    });

    Sampler(
            MeterRegistry registry,
            Clock clock,
            LagReader lag,
            TaskReadings tasks,
            Supplier<Map<String, StoreSizes.Size>> stores) {
        this.clock = clock;
        this.lag = lag;
        this.tasks = tasks;
        this.stores = stores;
        this.gauges = new SampledGauges(registry, clock);
        this.failures = registry.counter("tocsin.lag.look.failures");
        Gauge.builder("tocsin.lag.look.age.seconds", this::lookAge).register(registry);
    }

    private double lookAge() {
        return last.map(look ->
                        (double) Duration.between(look.at(), clock.instant()).toSeconds())
                .orElse(Double.NaN);
    }

    void start(Duration every) {
        var unused = timer.scheduleWithFixedDelay(this::sample, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The last look, if Kafka has answered. */
    Optional<LagLook> lastLook() {
        return last;
    }

    private void sample() {
        try {
            gauges.tasks(tasks);
            gauges.stores(stores.get());
            LagLook look = lag.look();
            last = Optional.of(look);
            gauges.lag(Optional.of(look));
        } catch (OperatorException e) {
            if (timer.isShutdown()) {
                return; // Interrupted on its way out.
            }
            failures.increment();
            gauges.lag(Optional.empty());
            LOG.warn("{}", e.getMessage());
        } catch (RuntimeException e) {
            // A timer ends with the first exception that its task throws; the next look may succeed.
            failures.increment();
            LOG.warn("metrics are not up to date", e);
        }
    }

    /** Ends the thread, then its clients: they are of that thread. */
    @Override
    public void close() {
        timer.shutdownNow();
        try {
            if (!timer.awaitTermination(CLOSE_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("the metrics thread still waits for Kafka; it ends with the process");
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        lag.close();
    }
}
