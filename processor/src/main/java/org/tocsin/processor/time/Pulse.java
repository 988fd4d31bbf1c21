package org.tocsin.processor.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tocsin.schemas.PublisherPulse;

/**
 * Which publishers are heard, how often, and which of those that usually deliver have fallen silent. A publisher is
 * usual after ten articles; it is silent after five times its usual gap, and never before six hours.
 *
 * <p>Not thread-safe; one per task.
 */
public final class Pulse {
    private static final int USUAL = 10;
    private static final int GAPS = 5;
    private static final Duration LEAST_SILENCE = Duration.ofHours(6);
    private static final double SMOOTHING = 0.1;

    private final Map<String, PublisherPulse> publishers = new HashMap<>();

    /** Starts with what was stored. */
    public Pulse(Collection<PublisherPulse> stored) {
        stored.forEach(this::take);
    }

    /** An article of this publisher with this event time was read. */
    public void heard(String source, Instant eventTime) {
        PublisherPulse old = publishers.get(source);
        if (old == null) {
            publishers.put(source, new PublisherPulse(source, eventTime, 0L, 1L));
            return;
        }
        long gap = Math.max(0, Duration.between(old.getLastHeard(), eventTime).toMillis());
        long usual =
                old.getArticles() == 1 ? gap : Math.round((1 - SMOOTHING) * old.getUsualGapMillis() + SMOOTHING * gap);
        Instant last = eventTime.isAfter(old.getLastHeard()) ? eventTime : old.getLastHeard();
        publishers.put(source, new PublisherPulse(source, last, usual, old.getArticles() + 1));
    }

    /** What another task heard. */
    public void take(PublisherPulse heard) {
        publishers.merge(heard.getSource(), heard, Pulse::later);
    }

    /** The publishers with most articles. */
    public List<PublisherPulse> most(int limit) {
        return publishers.values().stream()
                .sorted(Comparator.comparingLong(PublisherPulse::getArticles)
                        .reversed()
                        .thenComparing(PublisherPulse::getSource))
                .limit(limit)
                .toList();
    }

    /** Usual publishers that are silent at this pipeline time, by name. */
    public List<String> silentAt(Instant time) {
        return publishers.values().stream()
                .filter(p -> patience(p)
                        .filter(patience ->
                                Duration.between(p.getLastHeard(), time).compareTo(patience) > 0)
                        .isPresent())
                .map(PublisherPulse::getSource)
                .sorted()
                .toList();
    }

    /** How long this publisher may be silent; empty before it is a usual one. */
    public static Optional<Duration> patience(PublisherPulse publisher) {
        if (publisher.getArticles() < USUAL) {
            return Optional.empty();
        }
        Duration gaps = Duration.ofMillis(publisher.getUsualGapMillis()).multipliedBy(GAPS);
        return Optional.of(gaps.compareTo(LEAST_SILENCE) > 0 ? gaps : LEAST_SILENCE);
    }

    private static PublisherPulse later(PublisherPulse a, PublisherPulse b) {
        return b.getLastHeard().isBefore(a.getLastHeard()) ? a : b;
    }
}
