package org.tocsin.connect.sink;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.tocsin.connect.net.Backoff;
import org.tocsin.connect.net.HttpOutcome;
import org.tocsin.connect.net.RetryAfter;

/**
 * What follows from a call's outcome. 429, 5xx and failures of the network are worth another call, any other answer but
 * 2xx is not.
 *
 * @param maxAttempts calls in total, from 1
 * @param backoff waits between them
 * @param maxRetryAfter longest wait that a receiver may ask for
 */
record RetryPolicy(int maxAttempts, Backoff backoff, Duration maxRetryAfter) {

    /** What follows. */
    sealed interface Verdict {
        /** The receiver has it. */
        record Delivered() implements Verdict {}

        /** The same again after a wait. */
        record Again(Duration after, String why) implements Verdict {}

        /** Never. */
        record GivenUp(String why) implements Verdict {}
    }

    /**
     * Judges the outcome of one attempt.
     *
     * @param attempts made so far, this one included
     */
    Verdict judge(HttpOutcome outcome, int attempts, Instant now, RandomGenerator random) {
        Duration own = backoff.after(attempts, random);
        if (outcome instanceof HttpOutcome.Reply reply) {
            if (reply.isSuccess()) {
                return new Verdict.Delivered();
            }
            String why = "the receiver answered " + reply.status();
            Duration asked = reply.header("retry-after")
                    .flatMap(header -> RetryAfter.parse(header, now))
                    .orElse(Duration.ZERO);
            return reply.isWorthRetrying()
                    ? again(longer(own, shorter(asked, maxRetryAfter)), attempts, why)
                    : never(why);
        }
        HttpOutcome.Failure failure = (HttpOutcome.Failure) outcome;
        // Its message names the URL, which may be a secret; the kind does not.
        String why = "no answer from the receiver: " + failure.kind();
        return failure.isWorthRetrying() ? again(own, attempts, why) : never(why);
    }

    private Verdict again(Duration wait, int attempts, String why) {
        return attempts < maxAttempts
                ? new Verdict.Again(wait, why)
                : new Verdict.GivenUp(why + " at the last of " + attempts + " attempts");
    }

    private static Verdict never(String why) {
        return new Verdict.GivenUp(why + ", which no repetition mends");
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
