package org.tocsin.processor.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How far the pipeline was behind at one time.
 *
 * @param articles name of the articles topic
 * @param partitions of it and of the internal topics, by name and number
 */
public record LagLook(Instant at, String articles, List<PartitionLag> partitions) {
    /** Articles that are read, and committed. */
    public long articlesRead() {
        return partitions.stream()
                .filter(this::isOfArticles)
                .mapToLong(PartitionLag::committed)
                .sum();
    }

    /** Articles that are still to be read. */
    public long articlesBehind() {
        return partitions.stream()
                .filter(this::isOfArticles)
                .mapToLong(PartitionLag::records)
                .sum();
    }

    /** Records that are still to be read, internal ones included. */
    public long behind() {
        return partitions.stream().mapToLong(PartitionLag::records).sum();
    }

    /** The longest that any record waits; empty when nothing can be told of any that does. */
    public Optional<Duration> longestWait() {
        return partitions.stream()
                .flatMap(partition -> partition.behind(at).stream())
                .max(Comparator.naturalOrder());
    }

    /**
     * True when all that was published has passed all stages. Reads are committed in one transaction with what they
     * caused, and are asked for before the topics' ends are, so that nothing hides between two stages.
     */
    public boolean done() {
        return articlesRead() > 0 && behind() == 0;
    }

    private boolean isOfArticles(PartitionLag partition) {
        return partition.topic().equals(articles);
    }
}
