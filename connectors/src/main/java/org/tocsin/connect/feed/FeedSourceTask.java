package org.tocsin.connect.feed;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.connect.feed.FeedCall.Result;
import org.tocsin.connect.net.GuardedHttp;
import org.tocsin.connect.net.HttpQuery;

/** Reads its share of the feeds. One thread decides; {@link Calls} wait for the network on others. */
public final class FeedSourceTask extends SourceTask {
    private static final Logger LOG = LoggerFactory.getLogger(FeedSourceTask.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration REPORT = Duration.ofMinutes(15);

    /** Documents in memory, bytes; beyond it no feed is fetched until some are published. */
    private static final long MAX_WEIGHT = 16L * 1024 * 1024;

    /** With full text a batch waits for its slowest page. */
    private static final int FULL_TEXT_BATCH = 20;

    private static final int DEPARTED = 1_000;

    private final Clock clock;
    private final RandomGenerator random = new Random();
    private final Counters counters = new Counters();
    private final Deque<Release> releases = new ArrayDeque<>();
    private volatile boolean stopped;
    private @Nullable Work work;
    private Instant reported = Instant.EPOCH;

    /** What a started task works with. */
    private record Work(FeedSettings settings, Calls calls, @Nullable Pages pages, Release.Shape shape) {}

    public FeedSourceTask() {
        this(Clock.systemUTC());
    }

    FeedSourceTask(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String version() {
        return FeedSourceConnector.VERSION;
    }

    @Override
    public void start(Map<String, String> properties) {
        FeedSettings settings = FeedSettings.of(properties);
        GuardedHttp http = new GuardedHttp(settings.limits(), settings.guard(), settings.userAgent());
        Calls calls = new Calls(settings, http, clock);
        Pages pages = settings.fullText() ? new Pages(settings, calls, counters, clock, random) : null;
        int batch = settings.fullText() ? Math.min(FULL_TEXT_BATCH, settings.batch()) : settings.batch();
        work = new Work(
                settings,
                calls,
                pages,
                new Release.Shape(settings.topic(), batch, settings.maxArticle(), DEPARTED, counters));
        counters.showIn(() -> context.pluginMetrics());
        Instant now = clock.instant();
        reported = now;
        restore(settings.feeds()).forEach(state -> calls.add(new Job.Feed(state), now));
        LOG.info("Reading {} feeds", settings.feeds().size());
    }

    private List<FeedState> restore(Collection<URI> feeds) {
        List<Map<String, String>> partitions =
                feeds.stream().map(FeedState::partition).toList();
        Map<Map<String, String>, Map<String, Object>> offsets =
                context.offsetStorageReader().offsets(partitions);
        return feeds.stream()
                .map(feed -> FeedState.of(feed, offsets.get(FeedState.partition(feed))))
                .toList();
    }

    @Override
    public @Nullable List<SourceRecord> poll() throws InterruptedException {
        Work current = work;
        if (current == null) {
            return null;
        }
        Instant end = clock.instant().plus(PATIENCE);
        List<SourceRecord> records = new ArrayList<>();
        while (records.isEmpty() && !stopped && clock.instant().isBefore(end)) {
            current.calls().start(weight() > MAX_WEIGHT);
            for (var done = current.calls().next(releasable() ? Duration.ZERO : PATIENCE);
                    done.isPresent();
                    done = current.calls().next(Duration.ZERO)) {
                handle(current, done.get());
            }
            release(current, records);
        }
        report();
        return records.isEmpty() ? null : records;
    }

    private void handle(Work current, Job.Done done) {
        if (done.job() instanceof Job.Feed feed) {
            feed(current, feed.state(), done);
        } else if (done.job() instanceof Job.Rules rules && current.pages() != null) {
            current.pages().rules(rules, done.outcome());
        } else if (done.job() instanceof Job.Page page && current.pages() != null) {
            current.pages().page(page, done);
        }
    }

    private void feed(Work current, FeedState state, Job.Done done) {
        Instant now = clock.instant();
        HttpQuery asked = FeedCall.query(state);
        counters.increment(Count.FEED_REQUESTS);
        if (FeedCall.isConditional(asked)) {
            counters.increment(Count.CONDITIONAL_REQUESTS);
        }
        Result result = FeedCall.judge(done.outcome(), now);
        if (result instanceof Result.Failed failed) {
            failed(current, state, failed, done.host());
            return;
        }
        int failures = state.succeeded();
        if (failures > 0) {
            LOG.info("{} can be read again after {} failures", state.feed(), failures);
        }
        if (result instanceof Result.Unchanged unchanged) {
            counters.increment(Count.NOT_MODIFIED);
            again(current, state, FeedCall.next(current.settings(), unchanged.reply(), random));
        } else if (result instanceof Result.Changed changed) {
            releases.add(release(current, state, changed, now));
        }
    }

    private void failed(Work current, FeedState state, Result.Failed failed, String host) {
        counters.increment(Count.FEED_FAILURES);
        int failures = state.failed();
        Duration backoff = current.settings().backoff().after(failures, random);
        Duration wait =
                failed.hold().filter(hold -> hold.compareTo(backoff) > 0).orElse(backoff);
        failed.hold()
                .ifPresent(hold -> current.calls().hold(host, clock.instant().plus(hold)));
        if (Integer.bitCount(failures) == 1) {
            // The 1st, 2nd, 4th, 8th …: a feed that is gone fills no log.
            LOG.warn(
                    "{}: {} ({}); failure {} in a row, next try in {} s",
                    state.feed(),
                    failed.name(),
                    failed.message(),
                    failures,
                    wait.toSeconds());
        }
        again(current, state, wait);
    }

    private void again(Work current, FeedState state, Duration wait) {
        current.calls().add(new Job.Feed(state), clock.instant().plus(wait));
    }

    private Release release(Work current, FeedState state, Result.Changed changed, Instant now) {
        List<Item> items = changed.items();
        int limit = Math.min(items.size(), current.settings().maxItems());
        List<Item> read =
                items.subList(0, limit).stream().filter(item -> !item.isEmpty()).toList();
        List<Entry> document = Identities.of(state.feed(), read);
        counters.add(Count.ITEMS_BEYOND_LIMIT, items.size() - limit);
        counters.add(Count.ITEMS_EMPTY, limit - read.size());
        counters.add(Count.ITEMS_DUPLICATE, read.size() - document.size());
        List<Entry> fresh = document.stream()
                .filter(entry -> !state.seen().has(entry))
                .collect(Collectors.toCollection(ArrayList::new));
        // Feeds have their newest item first.
        Collections.reverse(fresh);
        Release release = new Release(state, changed.reply(), document, fresh, now, current.shape());
        if (fresh.isEmpty()) {
            state.published(changed.reply(), document, DEPARTED);
        }
        return release;
    }

    /** Puts whole batches together up to one poll's records; a long document leaves room for the others. */
    private void release(Work current, List<SourceRecord> records) {
        for (int turns = releases.size();
                turns > 0 && records.size() < current.shape().batch();
                turns--) {
            Release release = releases.remove();
            release.begin(current.pages());
            if (release.isReady() && !release.isOver()) {
                records.addAll(release.records());
            }
            if (release.isOver()) {
                again(current, release.state(), FeedCall.next(current.settings(), release.reply(), random));
            } else {
                releases.add(release);
            }
        }
    }

    private boolean releasable() {
        return releases.stream().anyMatch(Release::isReady);
    }

    private long weight() {
        return releases.stream().mapToLong(Release::weight).sum();
    }

    private void report() {
        Instant now = clock.instant();
        if (reported.plus(REPORT).isBefore(now)) {
            LOG.info("Since the start: {}", counters);
            reported = now;
        }
    }

    @Override
    public void stop() {
        stopped = true;
        Work current = work;
        if (current != null) {
            current.calls().close();
            LOG.info("Stopped; since the start: {}", counters);
        }
    }
}
