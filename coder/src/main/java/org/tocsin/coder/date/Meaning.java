package org.tocsin.coder.date;

import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;

/** What a date expression says before it is known from which day it counts. */
sealed interface Meaning {
    /** "Tuesday", "last Tuesday". */
    record Weekday(DayOfWeek day) implements Meaning {}

    /** "today" is 0 days, "yesterday" 1 day, "two weeks ago" 2 weeks. */
    record Ago(int count, Unit unit) implements Meaning {}

    /** "overnight", "last night": the day before, or the day itself. */
    record Overnight() implements Meaning {}

    /** "28 September" or "28 September 2020"; {@code toDay} differs from {@code day} in "3-5 March". */
    record Calendar(@Nullable Integer year, int month, int day, int toDay) implements Meaning {}

    /** "on Labor Day": the nth such weekday of the month, the last one when {@code nth} is -1. */
    record Holiday(int month, DayOfWeek day, int nth) implements Meaning {}

    /** "in March", "March 2011". */
    record Month(@Nullable Integer year, int month) implements Meaning {}

    /** "in 2013". */
    record Year(int year) implements Meaning {}

    /** "last week" is 1 week back, "this month" 0 months back, by the calendar. */
    record Period(int back, Unit unit) implements Meaning {}

    /** "at the weekend". */
    record Weekend(int back) implements Meaning {}

    /** "over the past three days", "in recent days". */
    record Past(int count, Unit unit) implements Meaning {}

    /** "the same day", "two days earlier", "the following week": counted from the day named before. */
    record Shift(int count, Unit unit) implements Meaning {}

    /** "two days after a bombing": so long before the day that its sentence names for what followed. */
    record Before(int count, Unit unit) implements Meaning {}

    /** "on Thursday last week": that weekday of the week so many before. */
    record WeekdayOfWeek(DayOfWeek day, int back) implements Meaning {}

    /** "tomorrow", "next Tuesday": no attack that is reported happened then. */
    record Future() implements Meaning {}

    /** Units that expressions count in; hours are for "three hours ago" only. */
    enum Unit {
        HOURS,
        DAYS,
        WEEKS,
        MONTHS,
        YEARS
    }
}
