package org.tocsin.processor;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When to go over a whole store again: when pipeline time has moved by an hour since the last pass began. What is kept is
 * kept for days; without news nothing grows old.
 */
public final class Passes {
    private static final Duration AGAIN_AFTER = Duration.ofHours(1);

    private @Nullable Instant began;

    /** True when a pass begins at this time; the next is then an hour away. */
    public boolean begins(Instant time) {
        if (began != null && time.isBefore(began.plus(AGAIN_AFTER))) {
            return false;
        }
        began = time;
        return true;
    }
}
