package org.tocsin.coder;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Civil days from earliest to latest, both included. */
public record DateRange(LocalDate earliest, LocalDate latest) {
    public DateRange {
        if (latest.isBefore(earliest)) {
            throw new IllegalArgumentException(latest + " is before " + earliest);
        }
    }

    /** That one day. */
    public static DateRange on(LocalDate day) {
        return new DateRange(day, day);
    }

    public boolean isOneDay() {
        return earliest.equals(latest);
    }

    /** How many days the range holds, at least 1. */
    public long days() {
        return ChronoUnit.DAYS.between(earliest, latest) + 1;
    }
}
