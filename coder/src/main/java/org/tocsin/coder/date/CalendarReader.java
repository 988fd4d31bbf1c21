package org.tocsin.coder.date;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/** Reads dates by the calendar: "28 September", "Sept. 28, 2020", "3 JAN 90", "9/28/2020", "March 2011", "in 2013". */
final class CalendarReader {
    private final WordClasses words;

    CalendarReader(WordClasses words) {
        this.words = words;
    }

    /** The expression that begins at token {@code i}, or null. */
    @Nullable
    Match at(List<Token> tokens, int i) {
        if (tokens.get(i).isNumber()) {
            Match match = dayMonth(tokens, i);
            match = match == null ? numeric(tokens, i) : match;
            return match == null ? year(tokens, i) : match;
        }
        return monthFirst(tokens, i);
    }

    /** "September 28th, 2020", "Sept. 28", "September 2020", "in September". */
    private @Nullable Match monthFirst(List<Token> tokens, int i) {
        int month = month(tokens, i);
        if (month == 0) {
            return null;
        }
        int next = skip(tokens, i + 1, ".");
        int[] days = next < tokens.size() ? days(tokens.get(next).lower()) : null;
        if (days != null) {
            int last = next;
            int comma = skip(tokens, next + 1, ",");
            Integer year = comma < tokens.size() ? yearOf(tokens.get(comma).text(), false) : null;
            last = year == null ? last : comma;
            return calendar(i, last, year, month, days);
        }
        int of = skip(skip(tokens, next, ","), "of", tokens);
        Integer year = of < tokens.size() ? yearOf(tokens.get(of).text(), false) : null;
        if (year != null) {
            return new Match(i, of, "month-year", new Meaning.Month(year, month));
        }
        return isMonthAlone(tokens, i) ? new Match(i, i, "month", new Meaning.Month(null, month)) : null;
    }

    /** "28 September 2020", "28th of September", "3 JAN 90", "3-5 January". */
    private @Nullable Match dayMonth(List<Token> tokens, int i) {
        int[] days = days(tokens.get(i).lower());
        int at = skip(tokens, i + 1, "of");
        int month = days == null || at >= tokens.size() ? 0 : month(tokens, at);
        if (days == null || month == 0) {
            return null;
        }
        int last = at;
        int next = skip(skip(tokens, at + 1, "."), ",", tokens);
        Integer year = next < tokens.size() ? yearOf(tokens.get(next).text(), true) : null;
        last = year == null ? last : next;
        return calendar(i, last, year, month, days);
    }

    /** "2020-09-28", "9/28/2020", "28/9/20", "28.09.2020". */
    private static @Nullable Match numeric(List<Token> tokens, int i) {
        String text = tokens.get(i).text();
        String[] parts = text.split("[-.]", -1);
        if (parts.length == 3) {
            return numbers(i, i, parts[0], parts[1], parts[2], text.indexOf('.') > 0);
        }
        boolean slashed = i + 4 < tokens.size()
                && tokens.get(i + 1).text().equals("/")
                && tokens.get(i + 3).text().equals("/");
        return slashed
                ? numbers(
                        i,
                        i + 4,
                        text,
                        tokens.get(i + 2).text(),
                        tokens.get(i + 4).text(),
                        false)
                : null;
    }

    private static @Nullable Match numbers(int first, int last, String a, String b, String c, boolean pointed) {
        if (!isDigits(a, 4) || !isDigits(b, 2) || !isDigits(c, 4)) {
            return null;
        }
        boolean yearFirst = a.length() == 4;
        Integer year = yearOf(yearFirst ? a : c, true);
        int x = Integer.parseInt(yearFirst ? b : a);
        int y = Integer.parseInt(yearFirst ? c : b);
        // Month first, as in the United States, unless that cannot be or points stand between, as they do on the
        // Continent.
        boolean dayFirst = !yearFirst && (x > 12 || pointed);
        int month = dayFirst ? y : x;
        int day = dayFirst ? x : y;
        return year == null || month > 12 || day > 31 ? null : calendar(first, last, year, month, new int[] {day, day});
    }

    private static @Nullable Match calendar(int first, int last, @Nullable Integer year, int month, int[] days) {
        if (month < 1 || days[0] < 1 || days[1] > 31) {
            return null;
        }
        String form = year == null ? "calendar" : "calendar-year";
        return new Match(first, last, form, new Meaning.Calendar(year, month, days[0], days[1]));
    }

    /** "in 2013", "since 2011": a bare number is a year only after such a word. */
    private static @Nullable Match year(List<Token> tokens, int i) {
        Integer year = yearOf(tokens.get(i).text(), false);
        if (year == null || i == 0) {
            return null;
        }
        return switch (tokens.get(i - 1).lower()) {
            case "in", "since", "of", "during", "from", "until", "late", "early", "mid", "year" ->
                new Match(i, i, "year", new Meaning.Year(year));
            default -> null;
        };
    }

    private int month(List<Token> tokens, int i) {
        Token token = tokens.get(i);
        int month = words.number("month", token.lower());
        if (month == 0 && token.isCapitalized()) {
            month = words.number("short-month", token.lower());
        }
        boolean verb = token.lower().equals("may") || token.lower().equals("march");
        return verb && !token.isCapitalized() ? 0 : month;
    }

    /** Whether a month's name stands for the month though no day or year follows. */
    private static boolean isMonthAlone(List<Token> tokens, int i) {
        String word = tokens.get(i).lower();
        if (!word.equals("may") && !word.equals("march") && word.length() > 4) {
            return true;
        }
        if (i == 0) {
            return false;
        }
        return switch (tokens.get(i - 1).lower()) {
            case "in", "of", "since", "last", "late", "early", "mid", "until", "during", "by" -> true;
            default -> false;
        };
    }

    /** First and last day of "28", "28th", "3-5"; null when it is none. */
    private static int @Nullable [] days(String word) {
        int dash = word.indexOf('-');
        Integer from = day(dash < 0 ? word : word.substring(0, dash));
        Integer to = dash < 0 ? from : day(word.substring(dash + 1));
        return from == null || to == null || to < from ? null : new int[] {from, to};
    }

    private static @Nullable Integer day(String word) {
        int end = 0;
        while (end < word.length() && Character.isDigit(word.charAt(end))) {
            end++;
        }
        String rest = word.substring(end);
        boolean ordinal =
                rest.isEmpty() || rest.equals("st") || rest.equals("nd") || rest.equals("rd") || rest.equals("th");
        if (end == 0 || end > 2 || !ordinal || !isDigits(word.substring(0, end), 2)) {
            return null;
        }
        int day = Integer.parseInt(word.substring(0, end));
        return day >= 1 && day <= 31 ? day : null;
    }

    /** A year of four digits, or of two ("90", "'90") where a day and month stand before it. */
    private static @Nullable Integer yearOf(String text, boolean shortToo) {
        if (!isDigits(text, 4)) {
            return null;
        }
        int year = Integer.parseInt(text);
        if (text.length() == 4) {
            return year >= 1900 && year < 2100 ? year : null;
        }
        return shortToo && text.length() == 2 ? Integer.valueOf(year >= 50 ? 1900 + year : 2000 + year) : null;
    }

    static boolean isDigits(String text, int most) {
        for (int k = 0; k < text.length(); k++) {
            if (text.charAt(k) < '0' || text.charAt(k) > '9') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= most;
    }

    private static int skip(List<Token> tokens, int i, String word) {
        return i < tokens.size() && tokens.get(i).lower().equals(word) ? i + 1 : i;
    }

    private static int skip(int i, String word, List<Token> tokens) {
        return skip(tokens, i, word);
    }
}
