package org.tocsin.coder.casualty;

import static org.tocsin.coder.casualty.Tokens.lower;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/** Reads ages that stand before or for a person: "23-year-old", "six year old", "4 yo", "79 years old", "14 years of age". */
final class Ages {
    /** Nobody is older; a "300-year-old" is a church. */
    private static final int OLDEST = 120;

    private static final String OLD = "-old";

    private final WordClasses words;
    private final NumberReader numbers;

    Ages(WordClasses words) {
        this.words = words;
        this.numbers = new NumberReader(words);
    }

    /**
     * An age where it stands.
     *
     * @param last index of its last token
     * @param years 0 of an infant whose months, weeks or days are told
     * @param behind whether it is said of somebody before it ("79 years old") and stands for nobody
     */
    record Age(int last, int years, boolean behind) {}

    /** The age that begins at that token; null when none does. */
    @Nullable
    Age at(List<Token> tokens, int i) {
        String lower = lower(tokens, i);
        String whole = lower.endsWith(OLD) ? lower.substring(0, lower.length() - OLD.length()) : lower;
        int dash = whole.lastIndexOf('-');
        if (lower.endsWith(OLD) || lower(tokens, i + 1).equals("old")) {
            int last = lower.endsWith(OLD) ? i : i + 1;
            return dash < 0 ? null : age(last, whole.substring(0, dash), whole.substring(dash + 1));
        }
        String unit = lower(tokens, i + 1);
        int last = lastOfUnit(tokens, i + 1, unit);
        return last < 0 ? null : age(last, lower, unit);
    }

    /** Whether the "year" there measures an age, and no time that has passed: "six year old", "14 years of age". */
    static boolean isOfAge(List<Token> tokens, int unit) {
        return lower(tokens, unit + 1).equals("old")
                || (lower(tokens, unit + 1).equals("of")
                        && lower(tokens, unit + 2).equals("age"));
    }

    /** Last token of "year old", "years of age", "yo" or "y/o"; negative where none of them begins. */
    private int lastOfUnit(List<Token> tokens, int i, String unit) {
        if (words.is("age unit", unit) && isOfAge(tokens, i)) {
            return lower(tokens, i + 1).equals("old") ? i + 1 : i + 2;
        }
        boolean slash = unit.equals("y")
                && lower(tokens, i + 1).equals("/")
                && lower(tokens, i + 2).equals("o");
        return slash ? i + 2 : words.is("years old", unit) ? i : -1;
    }

    private @Nullable Age age(int last, String number, String unit) {
        boolean years = unit.startsWith("y");
        int age = years || words.is("age unit", unit) ? numbers.simple(number) : -1;
        return age < 0 || age > OLDEST ? null : new Age(last, years ? age : 0, unit.endsWith("s"));
    }
}
