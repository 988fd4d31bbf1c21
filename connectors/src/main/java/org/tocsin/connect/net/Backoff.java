package org.tocsin.connect.net;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after failures: doubled from {@code first} to {@code cap}, then drawn from the upper half of that, so
 * that many callers that failed together do not come back together.
 */
public record Backoff(Duration first, Duration cap) {

    private static final int MAX_DOUBLINGS = 30;

    /**
     * The wait after so many failures in a row.
     *
     * @param failures from 1
     */
    public Duration after(int failures, RandomGenerator random) {
        long doubled = first.toMillis() << Math.min(Math.max(failures - 1, 0), MAX_DOUBLINGS);
        long whole = doubled < 0 || doubled > cap.toMillis() ? cap.toMillis() : doubled;
        long half = whole / 2;
        return Duration.ofMillis(whole - half + random.nextLong(half + 1));
    }
}
