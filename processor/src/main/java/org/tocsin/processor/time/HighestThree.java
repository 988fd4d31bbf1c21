package org.tocsin.processor.time;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The three highest event times of an input, of three articles. Its mark is the lowest of them, so that one or two
 * articles dated ahead move nothing, however often they are delivered or edited. Immutable.
 *
 * @param reads at most three, latest first
 */
public record HighestThree(List<Read> reads) {
    private static final int SIZE = 3;

    /** An article and its event time. */
    public record Read(String articleId, Instant eventTime) {}

    public HighestThree {
        reads = List.copyOf(reads);
    }

    /** Nothing seen yet. */
    public static HighestThree none() {
        return new HighestThree(List.of());
    }

    /** With one more article; the same object when that changes nothing. */
    public HighestThree and(String articleId, Instant eventTime) {
        if (reads.size() == SIZE && !eventTime.isAfter(reads.get(SIZE - 1).eventTime())) {
            return this;
        }
        List<Read> more = new ArrayList<>(reads);
        Optional<Read> known = reads.stream()
                .filter(read -> read.articleId().equals(articleId))
                .findFirst();
        if (known.isPresent() && !eventTime.isAfter(known.get().eventTime())) {
            return this;
        }
        known.ifPresent(more::remove);
        more.add(new Read(articleId, eventTime));
        more.sort(Comparator.comparing(Read::eventTime).reversed());
        return new HighestThree(more.subList(0, Math.min(SIZE, more.size())));
    }

    /** The third-highest; empty until three articles have been seen. */
    public Optional<Instant> mark() {
        return reads.size() < SIZE
                ? Optional.empty()
                : Optional.of(reads.get(SIZE - 1).eventTime());
    }
}
