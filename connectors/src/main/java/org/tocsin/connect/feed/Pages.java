package org.tocsin.connect.feed;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.connect.net.HttpOutcome;
import org.tocsin.connect.net.HttpOutcome.Failure;
import org.tocsin.connect.net.HttpOutcome.Reply;
import org.tocsin.connect.net.HttpUrl;

/** Gets the articles of pages: first the host's rules, then the page, again after a failure that may pass. */
final class Pages {
    private static final Logger LOG = LoggerFactory.getLogger(Pages.class);
    private static final int TRIES = 3;

    /** An article that could be had only after a longer wait is taken from the feed. */
    private static final Duration LONGEST_HOLD = Duration.ofMinutes(2);

    private final FeedSettings settings;
    private final Calls calls;
    private final Counters counters;
    private final Clock clock;
    private final RandomGenerator random;
    private final Robots robots = new Robots();
    private final Map<String, List<Job.Page>> awaitingRules = new HashMap<>();

    Pages(FeedSettings settings, Calls calls, Counters counters, Clock clock, RandomGenerator random) {
        this.settings = settings;
        this.calls = calls;
        this.counters = counters;
        this.clock = clock;
        this.random = random;
    }

    /** Asks for a page. */
    PageWish wish(URI url) {
        PageWish wish = new PageWish();
        enter(new Job.Page(url, 0, 0, wish));
        return wish;
    }

    private void enter(Job.Page page) {
        Instant now = clock.instant();
        Optional<Boolean> allowed = robots.allows(page.url(), now);
        if (allowed.isEmpty()) {
            String origin = HttpUrl.origin(page.url());
            List<Job.Page> waiting = awaitingRules.computeIfAbsent(origin, key -> new ArrayList<>());
            if (waiting.isEmpty()) {
                calls.add(new Job.Rules(origin), now);
            }
            waiting.add(page);
        } else if (allowed.get()) {
            calls.add(page, now);
        } else {
            counters.increment(Count.PAGES_DISALLOWED);
            page.wish().settle(null);
        }
    }

    /** The rules of a host are there. */
    void rules(Job.Rules job, HttpOutcome outcome) {
        robots.put(job.origin(), outcome, clock.instant());
        List<Job.Page> waiting = awaitingRules.remove(job.origin());
        if (waiting != null) {
            waiting.forEach(this::enter);
        }
    }

    /** A page has answered. */
    void page(Job.Page page, Job.Done done) {
        Instant now = clock.instant();
        robots.delay(page.url(), now).ifPresent(delay -> calls.hold(done.host(), now.plus(delay)));
        String article = done.article();
        if (article != null) {
            counters.increment(Count.PAGES_TAKEN);
            page.wish().settle(article);
        } else if (done.outcome() instanceof Reply reply && reply.status() / 100 == 3) {
            redirect(page, reply);
        } else if (!again(page, done, now)) {
            fail(page, describe(done.outcome()));
        }
    }

    private void redirect(Job.Page page, Reply reply) {
        String to = reply.header("location").orElse("");
        if (page.redirects() >= settings.limits().maxRedirects()) {
            fail(page, "redirects too often");
            return;
        }
        try {
            enter(new Job.Page(HttpUrl.resolve(page.url(), to), page.redirects() + 1, page.failures(), page.wish()));
        } catch (IllegalArgumentException e) {
            fail(page, "redirects: " + e.getMessage());
        }
    }

    private boolean again(Job.Page page, Job.Done done, Instant now) {
        boolean worth = done.outcome() instanceof Reply reply
                ? reply.isWorthRetrying()
                : ((Failure) done.outcome()).isWorthRetrying();
        Optional<Duration> hold = done.outcome() instanceof Reply reply ? FeedCall.hold(reply, now) : Optional.empty();
        hold.ifPresent(wait -> calls.hold(done.host(), now.plus(wait)));
        int failures = page.failures() + 1;
        if (!worth
                || failures >= TRIES
                || hold.filter(wait -> wait.compareTo(LONGEST_HOLD) > 0).isPresent()) {
            return false;
        }
        Duration wait = hold.orElseGet(() -> settings.backoff().after(failures, random));
        Duration bounded = wait.compareTo(LONGEST_HOLD) > 0 ? LONGEST_HOLD : wait;
        calls.add(new Job.Page(page.url(), page.redirects(), failures, page.wish()), now.plus(bounded));
        return true;
    }

    private void fail(Job.Page page, String why) {
        counters.increment(Count.PAGES_FAILED);
        LOG.info("No article from {} ({}); the feed's content is taken", page.url(), why);
        page.wish().settle(null);
    }

    private static String describe(HttpOutcome outcome) {
        return outcome instanceof Failure failure
                ? failure.kind() + ": " + failure.message()
                : "status " + ((Reply) outcome).status() + ", no article in it";
    }
}
