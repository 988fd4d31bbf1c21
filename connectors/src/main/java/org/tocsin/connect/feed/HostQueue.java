package org.tocsin.connect.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeSet;

/**
 * Who is called when: one call at a time to a host, with a pause after each, the job that is due first before the
 * others. Not thread-safe; knows no clock.
 *
 * @param <J> the jobs
 */
final class HostQueue<J> {
    private final Duration pause;
    private final Map<String, Host<J>> hosts = new HashMap<>();
    private final TreeSet<Host<J>> ready =
            new TreeSet<>(Comparator.comparing((Host<J> host) -> host.readyAt()).thenComparing(host -> host.name));
    private long added;

    HostQueue(Duration pause) {
        this.pause = pause;
    }

    /**
     * Puts a job in the queue of its host.
     *
     * @param urgent goes before all that are not, and is taken also when only urgent ones are
     */
    void add(String hostName, J job, Instant due, boolean urgent) {
        Host<J> host = host(hostName);
        dequeue(host);
        host.jobs.add(new Waiting<>(job, due, urgent, added++));
        enqueue(host);
    }

    /** The next job whose time has come. Its host is busy until {@link #done}. */
    Optional<J> take(Instant now, boolean urgentOnly) {
        for (Host<J> host : ready) {
            if (host.readyAt().isAfter(now)) {
                return Optional.empty();
            }
            if (host.jobs.element().urgent() || !urgentOnly) {
                ready.remove(host);
                host.busy = true;
                return Optional.of(host.jobs.remove().job());
            }
        }
        return Optional.empty();
    }

    /** The call is over. */
    void done(String hostName, Instant now) {
        Host<J> host = host(hostName);
        host.busy = false;
        host.hold(now.plus(pause));
        enqueue(host);
    }

    /** The host is left alone until then. */
    void hold(String hostName, Instant until) {
        Host<J> host = host(hostName);
        dequeue(host);
        host.hold(until);
        enqueue(host);
    }

    /** When the next job can be taken; empty when none waits. */
    Optional<Instant> next() {
        return ready.isEmpty() ? Optional.empty() : Optional.of(ready.first().readyAt());
    }

    /** Forgets hosts that nobody waits for. */
    void sweep(Instant now) {
        hosts.values().removeIf(host -> !host.busy && host.jobs.isEmpty() && host.freeAt.isBefore(now));
    }

    private Host<J> host(String name) {
        return hosts.computeIfAbsent(name, Host::new);
    }

    /** Before anything that changes when the host is ready: the order of the set rests on it. */
    private void dequeue(Host<J> host) {
        if (!host.busy && !host.jobs.isEmpty()) {
            ready.remove(host);
        }
    }

    private void enqueue(Host<J> host) {
        if (!host.busy && !host.jobs.isEmpty()) {
            ready.add(host);
        }
    }

    private record Waiting<J>(J job, Instant due, boolean urgent, long order) {}

    private static final class Host<J> {
        private final String name;
        private final PriorityQueue<Waiting<J>> jobs =
                new PriorityQueue<>(Comparator.comparing((Waiting<J> waiting) -> !waiting.urgent())
                        .thenComparing(waiting -> waiting.due())
                        .thenComparing(waiting -> waiting.order()));
        private Instant freeAt = Instant.EPOCH;
        private boolean busy;

        Host(String name) {
            this.name = name;
        }

        void hold(Instant until) {
            freeAt = until.isAfter(freeAt) ? until : freeAt;
        }

        Instant readyAt() {
            Instant due = jobs.element().due();
            return due.isAfter(freeAt) ? due : freeAt;
        }
    }
}
