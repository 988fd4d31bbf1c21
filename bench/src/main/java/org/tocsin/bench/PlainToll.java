package org.tocsin.bench;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.CountRange;
import org.tocsin.coder.DateRange;

/**
 * What a plain report says of the toll and the day, as its template writes it: "6 11 D", "20.. - D-1".
 *
 * @param killed people: "6", "20..", "..60", "15..20"; "-" where it is not asked
 * @param injured the same
 * @param day "D" the weekday of the fill, "D-2" two days before it, "3" three days before publication, "WEEK", "MONTH" and
 *     "WEEKEND" the last whole ones before it
 */
record PlainToll(String killed, String injured, String day) {
    private static final String NOT_ASKED = "-";

    static PlainToll parse(String column) {
        String[] parts = column.split(" ", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("wants killed, injured and day, as \"6 11 D\", is \"" + column + "\"");
        }
        return new PlainToll(parts[0], parts[1], parts[2]);
    }

    static boolean isAsked(String people) {
        return !people.equals(NOT_ASKED);
    }

    /** Whether the count is what the template says. */
    static boolean isRight(String people, @Nullable CountRange coded) {
        int dots = people.indexOf("..");
        CountRange asked = dots < 0
                ? CountRange.exactly(Integer.parseInt(people))
                : new CountRange(end(people.substring(0, dots)), end(people.substring(dots + 2)));
        return asked.equals(coded);
    }

    private static @Nullable Integer end(String number) {
        return number.isEmpty() ? null : Integer.valueOf(number);
    }

    /** The days that the template says, of a report published on that day with that weekday in it. */
    DateRange days(LocalDate published, String weekday) {
        LocalDate monday = published.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return switch (day) {
            case "WEEK" -> new DateRange(monday.minusDays(7), monday.minusDays(1));
            case "WEEKEND" -> new DateRange(monday.minusDays(2), monday.minusDays(1));
            case "MONTH" -> {
                YearMonth month = YearMonth.from(published).minusMonths(1);
                yield new DateRange(month.atDay(1), month.atEndOfMonth());
            }
            default -> DateRange.on(oneDay(published, weekday));
        };
    }

    private LocalDate oneDay(LocalDate published, String weekday) {
        if (!day.startsWith("D")) {
            return published.minusDays(Integer.parseInt(day));
        }
        DayOfWeek named = DayOfWeek.valueOf(weekday.toUpperCase(Locale.ROOT));
        int back = day.equals("D") ? 0 : Integer.parseInt(day.substring("D-".length()));
        return published.with(TemporalAdjusters.previousOrSame(named)).minusDays(back);
    }
}
