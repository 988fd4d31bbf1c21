package org.tocsin.connect.feed;

import java.text.ParsePosition;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as feeds write them: RFC 822 with two- or four-digit years and named zones, RFC 3339 and its looser relatives,
 * and dates alone. A time without an offset is taken for its date only: guessing its zone could move it by a day.
 */
final class FeedDates {
    private static final int PIVOT = 1970;

    /** RFC 822's zones, and those European ones that stand for one offset only. */
    private static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("Z", "+0000"),
            Map.entry("UT", "+0000"),
            Map.entry("UTC", "+0000"),
            Map.entry("GMT", "+0000"),
            Map.entry("EST", "-0500"),
            Map.entry("EDT", "-0400"),
            Map.entry("CST", "-0600"),
            Map.entry("CDT", "-0500"),
            Map.entry("MST", "-0700"),
            Map.entry("MDT", "-0600"),
            Map.entry("PST", "-0800"),
            Map.entry("PDT", "-0700"),
            Map.entry("WET", "+0000"),
            Map.entry("CET", "+0100"),
            Map.entry("CEST", "+0200"),
            Map.entry("EET", "+0200"),
            Map.entry("EEST", "+0300"));

    private static final Pattern NAMED_ZONE = Pattern.compile("(?<=[\\d:]) ?\\(?([A-Z]{1,4})\\)?$");
    private static final Pattern ISO = Pattern.compile("^\\d{4}[-/]?\\d{1,2}");
    private static final Pattern UTC_OFFSET = Pattern.compile("(?:GMT|UTC) ?([+-]\\d)");
    private static final Pattern WEEKDAY = Pattern.compile(
            "^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,? +|\\p{L}{2,9}\\.?, *)(?=\\d)", Pattern.CASE_INSENSITIVE);

    private static final List<DateTimeFormatter> FORMATS = List.of(
            format("d MMM [uuuu][uu] H:mm[:ss][.SSS] [XXX][XX][X]"),
            format("d MMM [uuuu][uu] H:mm[:ss]"),
            format("d MMM [uuuu][uu]"),
            format("d MMMM uuuu[ H:mm[:ss][ XXX][ XX]]"),
            format("MMM d, uuuu[ H:mm[:ss][ XXX][ XX]]"),
            format("MMMM d, uuuu[ H:mm[:ss][ XXX][ XX]]"),
            iso("uuuu-M-d['T'][ ][HH:mm][:ss]", "[ ][XXX][XX][X]"),
            iso("uuuu/M/d['T'][ ][HH:mm][:ss]", "[ ][XXX][XX][X]"),
            iso("uuuuMMdd['T'][ ][HHmm][ss]", "[ ][XXX][XX][X]"));

    private FeedDates() {}

    /** What the text says; {@link Published#UNKNOWN} when it is no date. */
    static Published parse(String written) {
        String text = normalized(written);
        return FORMATS.stream()
                .flatMap(format -> read(format, text).stream())
                .findFirst()
                .orElse(Published.UNKNOWN);
    }

    private static Optional<Published> read(DateTimeFormatter format, String text) {
        ParsePosition end = new ParsePosition(0);
        // An exception for each format that does not fit would cost more than all else about an item.
        if (format.parseUnresolved(text, end) == null || end.getIndex() < text.length()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    published(format.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from)));
        } catch (DateTimeParseException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Published published(TemporalAccessor date) {
        if (date instanceof OffsetDateTime time) {
            return new Published(time.toInstant(), null);
        }
        return new Published(null, date instanceof LocalDateTime time ? time.toLocalDate() : LocalDate.from(date));
    }

    private static String normalized(String written) {
        String text = written.strip().replaceAll("\\s+", " ");
        text = WEEKDAY.matcher(text).replaceFirst("");
        text = UTC_OFFSET.matcher(text).replaceFirst("$1");
        Matcher zone = NAMED_ZONE.matcher(text);
        if (zone.find()) {
            String offset = ZONES.getOrDefault(zone.group(1), "");
            String blank = offset.isEmpty() || ISO.matcher(text).find() ? "" : " ";
            text = text.substring(0, zone.start()) + blank + offset;
        }
        return text;
    }

    private static DateTimeFormatter format(String pattern) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
        String[] parts = pattern.split("\\[uu\\]", 2);
        if (parts.length == 2) {
            // A year of two digits lies in the hundred years from 1970, as feeds do.
            builder.appendPattern(parts[0])
                    .optionalStart()
                    .appendValueReduced(ChronoField.YEAR, 2, 2, PIVOT)
                    .optionalEnd()
                    .appendPattern(parts[1]);
        } else {
            builder.appendPattern(pattern);
        }
        return builder.toFormatter(Locale.ENGLISH);
    }

    private static DateTimeFormatter iso(String before, String after) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(before)
                .optionalStart()
                .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
                .optionalEnd()
                .appendPattern(after)
                .toFormatter(Locale.ENGLISH);
    }
}
