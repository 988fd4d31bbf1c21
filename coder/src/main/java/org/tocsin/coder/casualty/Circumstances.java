package org.tocsin.coder.casualty;

import static org.tocsin.coder.casualty.Tokens.lower;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/** When and where each of two people came to harm, where the text says it of each. */
final class Circumstances {
    /** Tokens of a clause that are looked at. */
    private static final int REACH = 24;

    private final WordClasses words;

    Circumstances(WordClasses words) {
        this.words = words;
    }

    /** "Shot in Quetta and a guard in Gwadar", "on Monday and a guard in April", "a guard in a separate raid"; not "his son in a bar". */
    boolean differ(List<Token> tokens, Individual one, Individual other) {
        Set<String> days = new HashSet<>();
        Set<String> places = new HashSet<>();
        if (read(tokens, one.last() + 1, other.first(), days, places)) {
            return true;
        }
        Set<String> otherDays = new HashSet<>();
        Set<String> otherPlaces = new HashSet<>();
        boolean elsewhere = read(tokens, other.last() + 1, tokens.size(), otherDays, otherPlaces);
        return elsewhere || areApart(days, otherDays) || areApart(places, otherPlaces);
    }

    private static boolean areApart(Set<String> some, Set<String> others) {
        return !some.isEmpty() && !others.isEmpty() && Collections.disjoint(some, others);
    }

    /** Collects what is named there; whether it is said outright to be another time or attack. */
    private boolean read(List<Token> tokens, int from, int to, Set<String> days, Set<String> places) {
        for (int i = from; i < Math.min(to, from + REACH); i++) {
            Token token = tokens.get(i);
            if (isOfAnother(tokens, i)) {
                return true;
            }
            if (token.isCapitalized() && (words.is("month", token.lower()) || words.is("weekday", token.lower()))) {
                days.add(token.lower());
            } else if (token.isCapitalized() && words.is("where", lower(tokens, i - 1))) {
                places.add(token.lower());
            }
            if (i > from && token.lower().equals("and")) {
                return false;
            }
        }
        return false;
    }

    /** "Last year", "a [separate] raid", "[another attack]"; not "another man". */
    private boolean isOfAnother(List<Token> tokens, int i) {
        String lower = lower(tokens, i);
        return words.is("apart", lower)
                || words.is("age unit", lower)
                || (lower.equals("another") && words.is("compound", lower(tokens, i + 1)));
    }
}
