package org.tocsin.processor.time;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The three highest event times of an input. Its mark is the lowest of them, so that one or two articles dated ahead
 * move nothing. Immutable.
 *
 * @param times at most three, highest first
 */
public record HighestThree(List<Instant> times) {
    private static final int SIZE = 3;

    public HighestThree {
        times = List.copyOf(times);
    }

    /** Nothing seen yet. */
    public static HighestThree none() {
        return new HighestThree(List.of());
    }

    /** With one more event time; the same object when that changes nothing. */
    public HighestThree and(Instant eventTime) {
        if (times.size() == SIZE && !eventTime.isAfter(times.get(SIZE - 1))) {
            return this;
        }
        List<Instant> more = new ArrayList<>(times);
        more.add(eventTime);
        more.sort(Comparator.reverseOrder());
        return new HighestThree(more.subList(0, Math.min(SIZE, more.size())));
    }

    /** The third-highest; empty until three have been seen. */
    public Optional<Instant> mark() {
        return times.size() < SIZE ? Optional.empty() : Optional.of(times.get(SIZE - 1));
    }
}
