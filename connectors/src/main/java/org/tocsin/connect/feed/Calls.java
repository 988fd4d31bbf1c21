package org.tocsin.connect.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.tocsin.connect.net.GuardedHttp;
import org.tocsin.connect.net.HttpOutcome;
import org.tocsin.connect.net.HttpOutcome.Failure;
import org.tocsin.connect.net.HttpOutcome.Kind;
import org.tocsin.connect.net.HttpOutcome.Reply;

/**
 * Makes the calls on a few threads, each host's one after the other. All methods but {@link #close} belong to one
 * thread.
 */
final class Calls implements AutoCloseable {
    private static final Duration SWEEP = Duration.ofMinutes(1);
    private static final Duration FULL = Duration.ofMillis(100);

    private final HostQueue<Job> queue;
    private final GuardedHttp http;
    private final ExecutorService threads;
    private final BlockingQueue<Job.Done> finished = new LinkedBlockingQueue<>();
    private final int width;
    private final Clock clock;
    private Instant swept = Instant.EPOCH;
    private int running;
    private boolean urgentOnly;

    Calls(FeedSettings settings, GuardedHttp http, Clock clock) {
        this.queue = new HostQueue<>(settings.spacing());
        this.http = http;
        this.width = settings.threads();
        this.clock = clock;
        this.threads = Executors.newFixedThreadPool(width, runnable -> {
            Thread thread = new Thread(runnable, "tocsin-feed-call");
            thread.setDaemon(true);
            return thread;
        });
    }

    void add(Job job, Instant due) {
        queue.add(job.host(), job, due, job.urgent());
    }

    void hold(String host, Instant until) {
        queue.hold(host, until);
    }

    /** Starts what is due, as far as threads are free. */
    void start(boolean onlyUrgent) {
        urgentOnly = onlyUrgent;
        Instant now = clock.instant();
        while (running < width) {
            Optional<Job> next = queue.take(now, urgentOnly);
            if (next.isEmpty()) {
                break;
            }
            Job job = next.get();
            // The host is taken down now: a feed's may be another one after the call.
            String host = job.host();
            try {
                threads.execute(() -> finished.add(make(job, host)));
                running++;
            } catch (RejectedExecutionException e) {
                // Closed by the worker's own thread in this moment.
                return;
            }
        }
        if (swept.plus(SWEEP).isBefore(now)) {
            queue.sweep(now);
            swept = now;
        }
    }

    /** The next call that is over, waiting for it at most so long, and no longer than until the next is due. */
    Optional<Job.Done> next(Duration wait) throws InterruptedException {
        long millis = Math.max(1, Math.min(wait.toMillis(), untilDue(wait).toMillis()));
        Job.Done done = wait.isZero() ? finished.poll() : finished.poll(millis, TimeUnit.MILLISECONDS);
        if (done == null) {
            return Optional.empty();
        }
        running--;
        queue.done(done.host(), clock.instant());
        return Optional.of(done);
    }

    private Duration untilDue(Duration wait) {
        if (running >= width) {
            return wait;
        }
        if (urgentOnly) {
            // The first in the queue may be one that is not started now.
            return FULL;
        }
        Instant now = clock.instant();
        return queue.next().map(due -> Duration.between(now, due)).orElse(wait);
    }

    private Job.Done make(Job job, String host) {
        try {
            HttpOutcome outcome = http.send(job.query());
            String article = job instanceof Job.Page && outcome instanceof Reply reply && reply.isSuccess()
                    ? PageArticle.of(reply).orElse(null)
                    : null;
            return new Job.Done(job, host, outcome, article);
        } catch (RuntimeException | StackOverflowError e) {
            // Whatever one document does to a library, the others go on.
            return new Job.Done(
                    job, host, new Failure(Kind.PROTOCOL, job.query().url() + ": " + e), null);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        http.close();
    }
}
