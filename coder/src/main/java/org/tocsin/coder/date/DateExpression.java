package org.tocsin.coder.date;

import java.util.List;
import org.tocsin.coder.DateRange;

/**
 * A date expression where it stands.
 *
 * @param sentence index in the document's sentences
 * @param first index of its first token in the sentence
 * @param last index of its last token
 * @param form its kind in a word, for the model ("weekday", "yesterday", "calendar", ...)
 * @param readings the days it can mean, likeliest first; empty when it cannot be resolved or lies in the future
 */
record DateExpression(int sentence, int first, int last, String form, Meaning meaning, List<DateRange> readings) {
    DateExpression {
        readings = List.copyOf(readings);
    }
}
