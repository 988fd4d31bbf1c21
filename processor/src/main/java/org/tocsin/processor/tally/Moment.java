package org.tocsin.processor.tally;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tocsin.schemas.Cause;

/**
 * When and why something is counted again.
 *
 * @param cause the report, watchlist version or passing of time
 * @param completeThrough pipeline time; empty before the first articles
 * @param silentPublishers publishers that usually deliver and have been silent
 */
public record Moment(Cause cause, Optional<Instant> completeThrough, List<String> silentPublishers) {
    public Moment {
        silentPublishers = List.copyOf(silentPublishers);
    }
}
