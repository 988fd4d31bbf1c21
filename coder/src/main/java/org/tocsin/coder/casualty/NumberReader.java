package org.tocsin.coder.casualty;

import static org.tocsin.coder.casualty.Tokens.lower;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/** Reads numbers as news writes them: "12", "1,200", "twenty-five", "half a dozen", "15 to 20", "15-20". */
final class NumberReader {
    private static final int MOST_DIGITS = 6;
    private static final int GREATEST = 1_000_000;

    /** "60-plus people". */
    private static final String PLUS = "-plus";

    private final WordClasses words;

    NumberReader(WordClasses words) {
        this.words = words;
    }

    /**
     * A number where it stands.
     *
     * @param first index of its first token
     * @param last index of its last token, of a range that of the higher number
     * @param value the number, of a range the lower one
     * @param upTo the higher one of a range; else {@code value}
     */
    record Written(int first, int last, int value, int upTo) {
        /** "15-20": as scores are written, too. */
        boolean isRangeInOneWord() {
            return first == last && upTo > value;
        }
    }

    /** The number that begins at that token; null when none does. */
    @Nullable
    Written at(List<Token> tokens, int i) {
        Written oneWord = rangeInOneWord(tokens, i);
        if (oneWord != null) {
            return oneWord;
        }
        int last = last(tokens, i);
        int value = last < 0 ? -1 : value(tokens, i, last);
        if (value < 0) {
            return null;
        }
        int end = endOfRange(tokens, i, last);
        int upTo = end > last ? value(tokens, last + 2, end) : value;
        return upTo > value ? new Written(i, end, value, upTo) : new Written(i, last, value, value);
    }

    /** Whether a number begins at that token. */
    boolean begins(List<Token> tokens, int i) {
        return last(tokens, i) >= 0;
    }

    /** The number of "12", "1,200", "twelve", "twenty-five"; negative when the word is none. */
    int simple(String written) {
        String word = written.endsWith(PLUS) ? written.substring(0, written.length() - PLUS.length()) : written;
        String digits = word.replace(",", "");
        if (!digits.isEmpty()
                && digits.length() <= MOST_DIGITS
                && digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Integer.parseInt(digits);
        }
        if (words.is("number", word)) {
            return words.number("number", word);
        }
        int dash = word.indexOf('-');
        if (dash > 0 && words.is("number", word.substring(0, dash)) && words.is("number", word.substring(dash + 1))) {
            return words.number("number", word.substring(0, dash)) + words.number("number", word.substring(dash + 1));
        }
        return -1;
    }

    private @Nullable Written rangeInOneWord(List<Token> tokens, int i) {
        String word = tokens.get(i).lower().replace('–', '-');
        int dash = word.indexOf('-');
        if (dash <= 0 || !tokens.get(i).isNumber()) {
            return null;
        }
        int from = simple(word.substring(0, dash));
        int upTo = simple(word.substring(dash + 1));
        return from > 0 && upTo > from ? new Written(i, i, from, upTo) : null;
    }

    /** The last token of a range whose first number ends at {@code last}; else {@code last}. */
    private int endOfRange(List<Token> tokens, int first, int last) {
        if (last + 2 >= tokens.size()) {
            return last;
        }
        String before = lower(tokens, first - 1);
        boolean range =
                switch (tokens.get(last + 1).lower()) {
                    case "-", "–", "or" -> true;
                    case "to" -> !before.equals("from") || isOfRange(tokens, first - 1);
                    case "and" -> before.equals("between");
                    default -> false;
                };
        int end = range ? last(tokens, last + 2) : -1;
        return end < 0 ? last : end;
    }

    /** "[From] 15 to 20 people were killed", "said that [from] 15 to 20"; not "the toll rose [from] 15 to 20". */
    private boolean isOfRange(List<Token> tokens, int from) {
        return from == 0
                || !tokens.get(from - 1).isWord()
                || lower(tokens, from - 1).equals("that")
                || words.is("saying", lower(tokens, from - 1));
    }

    /** Last token of the number that begins at {@code i}; negative when none does. */
    private int last(List<Token> tokens, int i) {
        int last = opening(tokens, i);
        while (last >= 0
                && last + 1 < tokens.size()
                && scale(tokens.get(last + 1).lower()) > 0) {
            last++;
        }
        return last;
    }

    /** Last of what opens a number: "12", and before a dozen or a hundred also "a", "another", "half a" and "a half". */
    private int opening(List<Token> tokens, int i) {
        String word = tokens.get(i).lower();
        if (simple(word) >= 0) {
            return i;
        }
        int last = i - 1;
        while (last < i + 1
                && last + 2 < tokens.size()
                && isBeforeScale(tokens.get(last + 1).lower())) {
            last++;
        }
        return last >= i && scale(tokens.get(last + 1).lower()) > 0 ? last : -1;
    }

    private static boolean isBeforeScale(String word) {
        return word.equals("a") || word.equals("another") || word.equals("half");
    }

    private int value(List<Token> tokens, int first, int last) {
        int simple = simple(tokens.get(first).lower());
        long number = simple < 0 ? 1 : simple;
        boolean half = false;
        for (int i = first + 1; i <= last; i++) {
            number *= Math.max(1, scale(tokens.get(i).lower()));
        }
        for (int i = first; i <= last; i++) {
            half |= tokens.get(i).lower().equals("half");
        }
        number = half ? number / 2 : number;
        return number > GREATEST ? -1 : (int) number;
    }

    private static int scale(String word) {
        return switch (word) {
            case "dozen" -> 12;
            case "hundred" -> 100;
            case "thousand" -> 1000;
            default -> 0;
        };
    }
}
