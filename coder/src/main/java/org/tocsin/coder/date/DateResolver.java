package org.tocsin.coder.date;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.DateRange;
import org.tocsin.coder.date.Meaning.Unit;

/** Resolves what an expression says against the day of publication; nothing resolves to a day after it. */
final class DateResolver {
    private DateResolver() {}

    /**
     * The days that an expression can mean, likeliest first.
     *
     * @param published the day the article counts from; null when unknown
     * @param before the day that the text named before, from which "two days earlier" counts; null when none
     */
    static List<DateRange> resolve(Meaning meaning, @Nullable LocalDate published, @Nullable LocalDate before) {
        if (meaning instanceof Meaning.Calendar calendar && calendar.year() != null) {
            return clipped(range(calendar, calendar.year()), published);
        }
        if (meaning instanceof Meaning.Month month && month.year() != null) {
            return clipped(days(YearMonth.of(month.year(), month.month())), published);
        }
        if (meaning instanceof Meaning.Year year) {
            return clipped(year(year.year()), published);
        }
        if (meaning instanceof Meaning.Shift shift) {
            return before == null ? List.of() : clipped(shifted(shift, before), published);
        }
        if (meaning instanceof Meaning.Before ago) {
            return before == null
                    ? List.of()
                    : clipped(shifted(new Meaning.Shift(-ago.count(), ago.unit()), before), published);
        }
        return published == null ? List.of() : relative(meaning, published);
    }

    private static List<DateRange> relative(Meaning meaning, LocalDate published) {
        if (meaning instanceof Meaning.Weekday weekday) {
            return weekdays(weekday.day(), published);
        }
        if (meaning instanceof Meaning.WeekdayOfWeek weekday) {
            LocalDate monday = published.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            return List.of(
                    DateRange.on(monday.minusWeeks(weekday.back()).with(TemporalAdjusters.nextOrSame(weekday.day()))));
        }
        if (meaning instanceof Meaning.Overnight) {
            return List.of(DateRange.on(published.minusDays(1)), DateRange.on(published));
        }
        if (meaning instanceof Meaning.Ago ago) {
            return ago(ago, published);
        }
        if (meaning instanceof Meaning.Calendar calendar) {
            return withoutYear(calendar, published);
        }
        if (meaning instanceof Meaning.Holiday holiday) {
            LocalDate day = day(holiday, published.getYear());
            return List.of(DateRange.on(day.isAfter(published) ? day(holiday, published.getYear() - 1) : day));
        }
        if (meaning instanceof Meaning.Month month) {
            int year = month.month() > published.getMonthValue() ? published.getYear() - 1 : published.getYear();
            return clipped(days(YearMonth.of(year, month.month())), published);
        }
        if (meaning instanceof Meaning.Period period) {
            return clipped(period(period, published), published);
        }
        if (meaning instanceof Meaning.Weekend weekend) {
            LocalDate saturday = published.with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY));
            boolean during = published.getDayOfWeek().getValue() >= 6;
            LocalDate start = weekend.back() == 1 && during ? saturday.minusDays(7) : saturday;
            return clipped(new DateRange(start, start.plusDays(1)), published);
        }
        if (meaning instanceof Meaning.Past past) {
            return List.of(new DateRange(minus(published, past.count(), past.unit()), published));
        }
        return List.of();
    }

    private static List<DateRange> weekdays(DayOfWeek day, LocalDate published) {
        LocalDate last = published.with(TemporalAdjusters.previousOrSame(day));
        return List.of(DateRange.on(last), DateRange.on(last.minusDays(7)));
    }

    /** "Two weeks ago" is that day give or take three; "two months ago" that calendar month. */
    private static List<DateRange> ago(Meaning.Ago ago, LocalDate published) {
        LocalDate day = minus(published, ago.count(), ago.unit());
        return switch (ago.unit()) {
            case HOURS, DAYS -> List.of(DateRange.on(day));
            case WEEKS -> List.of(DateRange.on(day), new DateRange(day.minusDays(3), day.plusDays(3)));
            case MONTHS -> List.of(days(YearMonth.from(day)));
            case YEARS -> List.of(year(day.getYear()));
        };
    }

    private static List<DateRange> withoutYear(Meaning.Calendar calendar, LocalDate published) {
        List<DateRange> readings = new ArrayList<>();
        for (int year = published.getYear(); year >= published.getYear() - 1; year--) {
            readings.addAll(clipped(range(calendar, year), published));
        }
        return readings.isEmpty() ? readings : readings.subList(0, 1);
    }

    private static LocalDate day(Meaning.Holiday holiday, int year) {
        return LocalDate.of(year, holiday.month(), 1)
                .with(TemporalAdjusters.dayOfWeekInMonth(holiday.nth(), holiday.day()));
    }

    private static DateRange period(Meaning.Period period, LocalDate published) {
        LocalDate day = minus(published, period.back(), period.unit());
        return switch (period.unit()) {
            case HOURS, DAYS -> DateRange.on(day);
            case WEEKS -> {
                LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield new DateRange(monday, monday.plusDays(6));
            }
            case MONTHS -> days(YearMonth.from(day));
            case YEARS -> year(day.getYear());
        };
    }

    private static DateRange shifted(Meaning.Shift shift, LocalDate before) {
        LocalDate day = minus(before, -shift.count(), shift.unit());
        return switch (shift.unit()) {
            case HOURS, DAYS -> DateRange.on(day);
            case WEEKS -> new DateRange(day.minusDays(3), day.plusDays(3));
            case MONTHS -> days(YearMonth.from(day));
            case YEARS -> year(day.getYear());
        };
    }

    private static LocalDate minus(LocalDate day, int count, Unit unit) {
        return switch (unit) {
            case HOURS -> day.minusDays(count / 24);
            case DAYS -> day.minusDays(count);
            case WEEKS -> day.minusWeeks(count);
            case MONTHS -> day.minusMonths(count);
            case YEARS -> day.minusYears(count);
        };
    }

    private static @Nullable DateRange range(Meaning.Calendar calendar, int year) {
        try {
            return new DateRange(
                    LocalDate.of(year, calendar.month(), calendar.day()),
                    LocalDate.of(year, calendar.month(), calendar.toDay()));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static DateRange days(YearMonth month) {
        return new DateRange(month.atDay(1), month.atEndOfMonth());
    }

    private static DateRange year(int year) {
        return new DateRange(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /** The range without days after publication; empty when that leaves none. */
    private static List<DateRange> clipped(@Nullable DateRange range, @Nullable LocalDate published) {
        if (range == null || published == null || !range.latest().isAfter(published)) {
            return range == null ? List.of() : List.of(range);
        }
        return range.earliest().isAfter(published) ? List.of() : List.of(new DateRange(range.earliest(), published));
    }
}
