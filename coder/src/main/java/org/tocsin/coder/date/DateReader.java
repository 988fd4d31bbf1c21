package org.tocsin.coder.date;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/** Finds the date expressions of a sentence, in text order, none overlapping another. */
final class DateReader {
    private final CalendarReader calendar;
    private final RelativeReader relative;
    private final HolidayReader holidays;

    DateReader(WordClasses words) {
        calendar = new CalendarReader(words);
        relative = new RelativeReader(words);
        holidays = new HolidayReader(words);
    }

    List<Match> read(Sentence sentence) {
        List<Token> tokens = sentence.tokens();
        List<Match> found = new ArrayList<>();
        int i = 0;
        while (i < tokens.size()) {
            Match match = tokens.get(i).isWord() ? at(tokens, i) : null;
            if (match == null) {
                i++;
            } else {
                found.add(match);
                i = match.last() + 1;
            }
        }
        return found;
    }

    private @Nullable Match at(List<Token> tokens, int i) {
        Match holiday = holidays.at(tokens, i);
        if (holiday != null) {
            return holiday;
        }
        Match match = relative.at(tokens, i);
        if (match != null && match.meaning() instanceof Meaning.Weekday) {
            // "Thursday, 2 July 2015" is one date: the calendar says more than the weekday.
            int next = match.last() + 1;
            while (next < tokens.size()
                    && next < match.last() + 4
                    && !tokens.get(next).isWord()) {
                next++;
            }
            Match dated = next < tokens.size() ? calendar.at(tokens, next) : null;
            if (dated != null && dated.meaning() instanceof Meaning.Calendar) {
                return new Match(match.first(), dated.last(), dated.form(), dated.meaning());
            }
        }
        return match == null ? calendar.at(tokens, i) : match;
    }
}
