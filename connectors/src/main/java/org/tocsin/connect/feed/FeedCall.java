package org.tocsin.connect.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.tocsin.connect.net.HttpOutcome;
import org.tocsin.connect.net.HttpOutcome.Failure;
import org.tocsin.connect.net.HttpOutcome.Reply;
import org.tocsin.connect.net.HttpQuery;
import org.tocsin.connect.net.RetryAfter;

/** How a feed is asked for, and what an answer means. */
final class FeedCall {
    private static final String ACCEPT = "application/atom+xml, application/rss+xml, application/feed+json, "
            + "application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.1";
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;
    private static final int NOT_MODIFIED = 304;

    /** A server that asks for more is asked again after this. */
    private static final Duration LONGEST_HOLD = Duration.ofDays(1);

    private FeedCall() {}

    /** What an answer means. */
    sealed interface Result {
        /** Nothing has changed. */
        record Unchanged(Reply reply) implements Result {}

        /** A feed. */
        record Changed(Reply reply, List<Item> items) implements Result {}

        /**
         * No feed this time.
         *
         * @param name in one word
         * @param hold for which the server wants to be left alone
         */
        record Failed(String name, String message, Optional<Duration> hold) implements Result {}
    }

    /** Asks for changes since the last document, when there was one. */
    static HttpQuery query(FeedState state) {
        HttpQuery query = HttpQuery.get(state.url()).with("Accept", ACCEPT);
        String etag = state.etag();
        String modified = state.modified();
        query = etag == null ? query : query.with("If-None-Match", etag);
        return modified == null ? query : query.with("If-Modified-Since", modified);
    }

    static boolean isConditional(HttpQuery query) {
        return query.headers().containsKey("If-None-Match") || query.headers().containsKey("If-Modified-Since");
    }

    static Result judge(HttpOutcome outcome, Instant now) {
        if (outcome instanceof Failure failure) {
            return new Result.Failed(failure.kind().name(), failure.message(), Optional.empty());
        }
        Reply reply = (Reply) outcome;
        if (reply.status() == NOT_MODIFIED) {
            return new Result.Unchanged(reply);
        }
        if (!reply.isSuccess()) {
            return new Result.Failed(
                    "HTTP_" + reply.status(),
                    reply.url() + " answered with status " + reply.status(),
                    hold(reply, now));
        }
        FeedDocument document = FeedParser.parse(
                reply.url(), reply.body(), reply.header("content-type").orElse(""));
        if (document instanceof FeedDocument.Items feed) {
            return new Result.Changed(reply, feed.items());
        }
        FeedDocument.Unreadable unreadable = (FeedDocument.Unreadable) document;
        return new Result.Failed(unreadable.reason().name(), unreadable.message(), Optional.empty());
    }

    /** For how long the server wants to be left alone; empty unless it says so. */
    static Optional<Duration> hold(Reply reply, Instant now) {
        return reply.status() == TOO_MANY_REQUESTS || reply.status() == UNAVAILABLE
                ? reply.header("retry-after")
                        .flatMap(header -> RetryAfter.parse(header, now))
                        .map(wait -> wait.compareTo(LONGEST_HOLD) > 0 ? LONGEST_HOLD : wait)
                : Optional.empty();
    }

    /** When to ask again after an answer: no sooner than the interval, later if the answer is good for longer. */
    static Duration next(FeedSettings settings, Reply reply, RandomGenerator random) {
        Duration interval = settings.interval();
        Duration fresh = maxAge(reply).orElse(interval);
        Duration longest = settings.maxInterval().compareTo(interval) > 0 ? settings.maxInterval() : interval;
        Duration wait = fresh.compareTo(longest) > 0 ? longest : fresh.compareTo(interval) > 0 ? fresh : interval;
        // Feeds that were started together do not stay together.
        return wait.plusMillis(random.nextLong(wait.toMillis() / 10 + 1));
    }

    private static Optional<Duration> maxAge(Reply reply) {
        return reply.header("cache-control").stream()
                .flatMap(header -> Arrays.stream(header.split(",", -1)))
                .map(String::strip)
                .filter(directive -> directive.matches("(?i)max-age=\\d{1,9}"))
                .map(directive -> Duration.ofSeconds(Long.parseLong(directive.substring("max-age=".length()))))
                .findFirst();
    }
}
