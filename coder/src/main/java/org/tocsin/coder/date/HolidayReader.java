package org.tocsin.coder.date;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/** Reads days by the name of their holiday: "the Fourth of July", "New Year's Eve", "on Thanksgiving". */
final class HolidayReader {
    /** Words of the longest name. */
    private static final int LONGEST = 4;

    private final WordClasses words;
    private final Set<String> firstWords;

    HolidayReader(WordClasses words) {
        this.words = words;
        this.firstWords = words.firstWords("holiday");
    }

    /** The holiday whose name begins with a capital at token {@code i}, or null; the longest name wins. */
    @Nullable
    Match at(List<Token> tokens, int i) {
        if (!tokens.get(i).isCapitalized() || !firstWords.contains(tokens.get(i).lower())) {
            return null;
        }
        Match longest = null;
        StringBuilder name = new StringBuilder();
        for (int last = i; last < Math.min(tokens.size(), i + LONGEST); last++) {
            name.append(last == i ? "" : " ").append(tokens.get(last).lower());
            String day = words.value("holiday", name.toString());
            longest = day == null ? longest : new Match(i, last, "holiday", meaning(day));
        }
        return longest;
    }

    /** "7/4" is a day of a month, "11/4/4" the fourth Thursday of November, "5/1/-1" the last Monday of May. */
    private static Meaning meaning(String value) {
        String[] parts = value.split("/", -1);
        int month = Integer.parseInt(parts[0]);
        int number = Integer.parseInt(parts[1]);
        return parts.length == 2
                ? new Meaning.Calendar(null, month, number, number)
                : new Meaning.Holiday(month, DayOfWeek.of(number), Integer.parseInt(parts[2]));
    }
}
