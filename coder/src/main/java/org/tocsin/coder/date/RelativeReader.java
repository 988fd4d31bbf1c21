package org.tocsin.coder.date;

import java.time.DayOfWeek;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.date.Meaning.Unit;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/** Reads dates that count from another day: "Tuesday", "last night", "two days earlier", "over the weekend". */
final class RelativeReader {
    private final WordClasses words;

    RelativeReader(WordClasses words) {
        this.words = words;
    }

    /** The expression that begins at token {@code i}, or null. */
    @Nullable
    Match at(List<Token> tokens, int i) {
        String word = tokens.get(i).lower();
        Match match =
                switch (word) {
                    case "today", "tonight", "today's" -> new Match(i, i, "today", new Meaning.Ago(0, Unit.DAYS));
                    case "yesterday", "yesterday's" -> new Match(i, i, "yesterday", new Meaning.Ago(1, Unit.DAYS));
                    case "tomorrow" -> new Match(i, i, "future", new Meaning.Future());
                    case "overnight" -> new Match(i, i, "overnight", new Meaning.Overnight());
                    case "weekend", "weekend's" -> new Match(i, i, "weekend", new Meaning.Weekend(0));
                    case "this", "last", "next", "past", "coming", "recent", "previous" -> turned(tokens, i, word);
                    case "the", "that" -> definite(tokens, i);
                    case "hours", "days", "weeks", "months" -> bare(tokens, i);
                    default -> null;
                };
        match = match == null ? weekday(tokens, i) : match;
        return match == null ? counted(tokens, i) : match;
    }

    private @Nullable Match weekday(List<Token> tokens, int i) {
        DayOfWeek day = dayOfWeek(tokens, i);
        if (day == null) {
            return null;
        }
        String word = tokens.get(i).lower();
        Match ofWeek = i + 2 < tokens.size() && isLastWeek(tokens, i + 1)
                ? new Match(i, i + 2, "last-weekday", new Meaning.WeekdayOfWeek(day, 1))
                : null;
        if (ofWeek != null) {
            return ofWeek;
        }
        if (!word.endsWith("s")) {
            return new Match(i, i, "weekday", new Meaning.Weekday(day));
        }
        boolean habit = i > 0 && tokens.get(i - 1).lower().equals("on");
        return habit
                ? new Match(i, i, "future", new Meaning.Future())
                : new Match(i, i, "weekday's", new Meaning.Weekday(day));
    }

    private static boolean isLastWeek(List<Token> tokens, int i) {
        return tokens.get(i).lower().equals("last") && tokens.get(i + 1).lower().equals("week");
    }

    /** "Last week on Tuesday", which is one day and not two expressions. */
    private @Nullable Match lastWeekOn(List<Token> tokens, int i) {
        if (i + 3 >= tokens.size()
                || !isLastWeek(tokens, i)
                || !tokens.get(i + 2).lower().equals("on")) {
            return null;
        }
        DayOfWeek day = dayOfWeek(tokens, i + 3);
        return day == null ? null : new Match(i, i + 3, "last-weekday", new Meaning.WeekdayOfWeek(day, 1));
    }

    private @Nullable DayOfWeek dayOfWeek(List<Token> tokens, int i) {
        Token token = tokens.get(i);
        int day = words.number("weekday", token.lower());
        if (day == 0 && token.isCapitalized() && i + 1 < tokens.size()) {
            Token next = tokens.get(i + 1);
            boolean dated =
                    next.isNumber() || next.text().equals(",") || next.text().equals(".");
            boolean paper = words.is("newspaper", token.lower()) && isNamed(tokens, i);
            day = dated && !paper ? words.number("short-weekday", token.lower()) : 0;
        }
        return day == 0 ? null : DayOfWeek.of(day);
    }

    /** "The Sun", "Valley Sun", and not "on Sun" or "early Sun". */
    private static boolean isNamed(List<Token> tokens, int i) {
        boolean behindName = i > 1 && tokens.get(i - 1).isCapitalized();
        return behindName || (i > 0 && tokens.get(i - 1).lower().equals("the"));
    }

    /** "this morning", "last week", "next Tuesday", "past three days". */
    private @Nullable Match turned(List<Token> tokens, int i, String turn) {
        if (i + 1 >= tokens.size()) {
            return null;
        }
        Match lastWeek = lastWeekOn(tokens, i);
        if (lastWeek != null) {
            return lastWeek;
        }
        String next = tokens.get(i + 1).lower();
        boolean ahead = turn.equals("next") || turn.equals("coming");
        if (ahead) {
            boolean time = words.is("weekday", next) || words.is("unit", next) || next.equals("weekend");
            return time ? new Match(i, i + 1, "future", new Meaning.Future()) : null;
        }
        boolean past = !turn.equals("this");
        if (words.is("part", next)) {
            Meaning meaning = past ? new Meaning.Overnight() : new Meaning.Ago(0, Unit.DAYS);
            return new Match(i, i + 1, past ? "last-night" : "this-part", meaning);
        }
        if (next.equals("weekend")) {
            return new Match(i, i + 1, past ? "last-weekend" : "weekend", new Meaning.Weekend(past ? 1 : 0));
        }
        DayOfWeek day = dayOfWeek(tokens, i + 1);
        if (day != null) {
            return new Match(i, i + 1, past ? "last-weekday" : "this-weekday", new Meaning.Weekday(day));
        }
        String unit = words.value("unit", next);
        if (unit != null && !unit.equals("HOURS")) {
            boolean several = next.endsWith("s");
            Meaning meaning = several
                    ? new Meaning.Past(3, Unit.valueOf(unit))
                    : new Meaning.Period(past ? 1 : 0, Unit.valueOf(unit));
            return new Match(i, i + 1, (past ? "last-" : "this-") + (several ? "several-" : "") + unit, meaning);
        }
        return past ? pastSpan(tokens, i) : null;
    }

    /** "last two weeks", "past 24 hours". */
    private @Nullable Match pastSpan(List<Token> tokens, int i) {
        int count = count(tokens.get(i + 1).lower());
        if (count == 0 || i + 2 >= tokens.size()) {
            return null;
        }
        String unit = words.value("unit", tokens.get(i + 2).lower());
        return unit == null ? null : new Match(i, i + 2, "past-" + unit, new Meaning.Past(count, Unit.valueOf(unit)));
    }

    /** "the same day", "that night", "the following day", "the day before". */
    private @Nullable Match definite(List<Token> tokens, int i) {
        if (i + 2 >= tokens.size()) {
            return null;
        }
        String next = tokens.get(i + 1).lower();
        String after = tokens.get(i + 2).lower();
        boolean time = words.is("unit", after) || words.is("part", after);
        if (next.equals("same") && time) {
            return new Match(i, i + 2, "same-day", new Meaning.Shift(0, Unit.DAYS));
        }
        if ((next.equals("following") || next.equals("next")) && time) {
            return new Match(i, i + 2, "next-day", new Meaning.Shift(1, unit(after)));
        }
        if (next.equals("previous") && time) {
            return new Match(i, i + 2, "day-before", new Meaning.Shift(-1, unit(after)));
        }
        if (next.equals("day") || next.equals("night") || next.equals("week")) {
            return besides(tokens, i, next, after);
        }
        return null;
    }

    private @Nullable Match besides(List<Token> tokens, int i, String next, String after) {
        boolean yesterday = i + 3 < tokens.size() && tokens.get(i + 3).lower().equals("yesterday");
        if (after.equals("before")) {
            return yesterday
                    ? new Match(i, i + 3, "yesterday", new Meaning.Ago(2, Unit.DAYS))
                    : new Match(i, i + 2, "day-before", new Meaning.Shift(-1, unit(next)));
        }
        if (after.equals("after") && isBeforeEvent(tokens, i + 2)) {
            return new Match(i, i + 2, "after-DAYS", new Meaning.Before(1, unit(next)));
        }
        return after.equals("after") || after.equals("later")
                ? new Match(i, i + 2, "next-day", new Meaning.Shift(1, unit(next)))
                : null;
    }

    /** "days earlier", "hours later". */
    private @Nullable Match bare(List<Token> tokens, int i) {
        return i > 0 && i + 1 < tokens.size() ? counted(tokens, i, 3, i) : null;
    }

    /** "two weeks ago", "a day earlier", "24 hours later". */
    private @Nullable Match counted(List<Token> tokens, int i) {
        int count = count(tokens.get(i).lower());
        return count == 0 || i + 2 >= tokens.size() ? null : counted(tokens, i, count, i + 1);
    }

    private @Nullable Match counted(List<Token> tokens, int i, int count, int unitAt) {
        String unit = words.value("unit", tokens.get(unitAt).lower());
        if (unit == null) {
            return null;
        }
        Unit in = Unit.valueOf(unit);
        return switch (tokens.get(unitAt + 1).lower()) {
            case "ago" -> new Match(i, unitAt + 1, "ago-" + unit, new Meaning.Ago(count, in));
            case "before" ->
                isNoun(tokens, unitAt + 2)
                        ? null
                        : new Match(i, unitAt + 1, "earlier-" + unit, new Meaning.Shift(-count, in));
            case "earlier", "prior" -> new Match(i, unitAt + 1, "earlier-" + unit, new Meaning.Shift(-count, in));
            case "later" -> new Match(i, unitAt + 1, "later-" + unit, new Meaning.Shift(count, in));
            case "after" ->
                isBeforeEvent(tokens, unitAt + 1)
                        ? new Match(i, unitAt + 1, "after-" + unit, new Meaning.Before(count, in))
                        : new Match(i, unitAt + 1, "later-" + unit, new Meaning.Shift(count, in));
            default -> null;
        };
    }

    /** "Two days before the summit" counts from a day that no word names, "two days before" from one that was. */
    private boolean isNoun(List<Token> tokens, int i) {
        String word = i < tokens.size() ? tokens.get(i).lower() : "";
        return word.equals("the") || words.number("number", word) == 1;
    }

    /**
     * "Two days after a bombing", "a day after gunmen stormed", and not "two days after, police arrested" nor "two days after in
     * hospital".
     */
    private boolean isBeforeEvent(List<Token> tokens, int after) {
        int next = after + 1;
        return isWord(tokens, next)
                && !isPreposition(tokens, next)
                && (dayOfWeek(tokens, next) == null || (isWord(tokens, next + 1) && !isPreposition(tokens, next + 1)));
    }

    private static boolean isWord(List<Token> tokens, int i) {
        return i < tokens.size() && tokens.get(i).isWord();
    }

    /** "In hospital"; not "at least six people were killed". */
    private boolean isPreposition(List<Token> tokens, int i) {
        boolean least =
                isWord(tokens, i + 1) && words.is("bound", tokens.get(i + 1).lower());
        return words.is("preposition", tokens.get(i).lower()) && !least;
    }

    private Unit unit(String word) {
        String unit = words.value("unit", word);
        return unit == null ? Unit.DAYS : Unit.valueOf(unit);
    }

    private int count(String word) {
        return CalendarReader.isDigits(word, 3) ? Integer.parseInt(word) : words.number("number", word);
    }
}
