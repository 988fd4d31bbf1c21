package org.tocsin.coder.date;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.DateRange;

/**
 * Attacks of long ago, of which a trial or an anniversary makes news again: "a bomb that killed nine people in 2001" told in 2021,
 * and not "in July" told the following May, for a month without its year is easily taken for the wrong one.
 */
public final class Bygone {
    private static final Period LONG = Period.ofYears(1);

    private Bygone() {}

    /** Whether an attack of those days was over for more than a year on the day of publication; false when either is unknown. */
    public static boolean isOne(@Nullable DateRange attack, @Nullable LocalDate published) {
        return attack != null && published != null && attack.latest().isBefore(published.minus(LONG));
    }
}
