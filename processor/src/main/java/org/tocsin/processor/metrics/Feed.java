package org.tocsin.processor.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tocsin.processor.time.Pulse;
import org.tocsin.schemas.PublisherPulse;

/**
 * One publisher as all code tasks of this process hear it together.
 *
 * @param lastArticle the latest publication time that was read
 * @param patience how long it may be silent: as {@link Pulse} judges it; empty before it is a usual one
 */
record Feed(String publisher, Instant lastArticle, Optional<Duration> patience, long articles) {

    /** The publishers with most articles, each from what the tasks have heard of it. */
    static List<Feed> of(Collection<List<PublisherPulse>> heardByTasks, int limit) {
        Map<String, List<PublisherPulse>> byPublisher =
                heardByTasks.stream().flatMap(List::stream).collect(Collectors.groupingBy(PublisherPulse::getSource));
        return byPublisher.values().stream()
                .map(Feed::of)
                .sorted(Comparator.comparingLong(Feed::articles).reversed().thenComparing(Feed::publisher))
                .limit(limit)
                .toList();
    }

    /** Each task hears a share of the articles, so their rates add up. */
    private static Feed of(List<PublisherPulse> heard) {
        long articles = heard.stream().mapToLong(PublisherPulse::getArticles).sum();
        Instant last = heard.stream()
                .map(PublisherPulse::getLastHeard)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        double perMilli = heard.stream()
                .filter(pulse -> pulse.getUsualGapMillis() > 0)
                .mapToDouble(pulse -> 1.0 / pulse.getUsualGapMillis())
                .sum();
        long gap = perMilli == 0 ? 0 : Math.round(1 / perMilli);
        String publisher = heard.get(0).getSource();
        return new Feed(publisher, last, Pulse.patience(new PublisherPulse(publisher, last, gap, articles)), articles);
    }

    /** Time since its last article; never negative: one dated ahead was heard just now. */
    Duration silence(Instant now) {
        return lastArticle.isAfter(now) ? Duration.ZERO : Duration.between(lastArticle, now);
    }
}
