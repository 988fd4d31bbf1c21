package org.tocsin.connect.feed;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When an item was published: an instant, a civil date alone, or unknown.
 *
 * @param at null when no offset was stated
 * @param on set only when {@code at} is null
 */
record Published(@Nullable Instant at, @Nullable LocalDate on) {
    static final Published UNKNOWN = new Published(null, null);

    boolean isKnown() {
        return at != null || on != null;
    }
}
