package org.tocsin.processor.cli;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.processor.OperatorException;
import org.tocsin.processor.Settings;
import org.tocsin.processor.metrics.LagLook;
import org.tocsin.processor.metrics.LagReader;

/** One line a minute that says how the pipeline gets on; none while nothing happens. */
final class ProgressLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("tocsin");

    private final LagReader lag;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "progress-log");
        thread.setDaemon(true);
        return thread;
    });
    private final Duration every;
    private long before;

    /** Says a line each time that so long has passed, normally a minute. */
    ProgressLog(Settings settings, Duration every) {
        this.lag = new LagReader(settings, Clock.systemUTC());
        this.before = lag.look().articlesRead();
        this.every = every;
        var unused = timer.scheduleWithFixedDelay(this::log, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void log() {
        try {
            LagLook look = lag.look();
            if (look.articlesRead() != before || look.articlesBehind() > 0) {
                LOG.info(
                        "{} articles in the last {} s, {} waiting",
                        look.articlesRead() - before,
                        every.toSeconds(),
                        look.articlesBehind());
            }
            before = look.articlesRead();
        } catch (OperatorException e) {
            LOG.warn("{}", e.getMessage());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        lag.close();
    }
}
