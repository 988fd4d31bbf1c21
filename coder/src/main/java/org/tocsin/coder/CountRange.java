package org.tocsin.coder;

import org.jspecify.annotations.Nullable;

/** A number of people as the text gives it: "at least 5" is 5..null, "five" is 5..5. At least one end is known. */
public record CountRange(@Nullable Integer min, @Nullable Integer max) {
    public CountRange {
        if (min == null && max == null) {
            throw new IllegalArgumentException("neither min nor max; use null for an unknown count");
        }
        if ((min != null && min < 0) || (max != null && max < 0) || (min != null && max != null && min > max)) {
            throw new IllegalArgumentException("not a range of people: " + min + ".." + max);
        }
    }

    /** Exactly that many. */
    public static CountRange exactly(int count) {
        return new CountRange(count, count);
    }
}
