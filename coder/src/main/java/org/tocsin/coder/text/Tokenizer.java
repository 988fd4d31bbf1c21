package org.tocsin.coder.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Splits the lines of one text into words, numbers, addresses and punctuation marks, each in one pass. Like words of the text
 * share their letters, so that a long article takes less memory.
 */
final class Tokenizer {
    private static final WordClasses WORDS = WordClasses.load(Tokenizer.class, "abbreviations.tsv");

    private final String text;
    private final Map<String, Spelling> spellings = new HashMap<>();

    Tokenizer(String text) {
        this.text = text;
    }

    /** A word as written, and in lower case. */
    private record Spelling(String written, String lower) {}

    List<Token> tokens(int begin, int end) {
        List<Token> tokens = new ArrayList<>();
        int i = begin;
        while (i < end) {
            if (Character.isWhitespace(text.charAt(i))) {
                i++;
                continue;
            }
            int j = isAddressStart(text, i) ? addressEnd(text, i, end) : wordEnd(text, i, end);
            tokens.add(token(i, j));
            i = j;
        }
        return tokens;
    }

    private static boolean isAddressStart(String text, int i) {
        return text.startsWith("http://", i) || text.startsWith("https://", i) || text.startsWith("www.", i);
    }

    /** An address ends at white space; the stop of its sentence is no part of it. */
    private static int addressEnd(String text, int i, int end) {
        int j = i;
        while (j < end && !Character.isWhitespace(text.charAt(j))) {
            j++;
        }
        while (j - 1 > i && !Character.isLetterOrDigit(text.charAt(j - 1)) && text.charAt(j - 1) != '/') {
            j--;
        }
        return j;
    }

    private static int wordEnd(String text, int i, int end) {
        int j = i;
        while (j < end && isInner(text, i, j, end)) {
            j++;
        }
        if (j == i) {
            return i + Character.charCount(text.codePointAt(i));
        }
        if (j < end && text.charAt(j) == '.' && isAbbreviation(text.substring(i, j))) {
            j++;
        }
        return j;
    }

    /** Letters and digits, and between them hyphens, apostrophes, and the dots and commas of U.S. and 1,000. */
    private static boolean isInner(String text, int from, int j, int end) {
        char c = text.charAt(j);
        if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
            return true;
        }
        if (c == '.' && isAfterSoleLetter(text, from, j)) {
            boolean first = j - 2 < from || text.charAt(j - 2) == '-';
            return !first || (j + 1 < end && Character.isLetter(text.charAt(j + 1)));
        }
        boolean between = j > from && j + 1 < end && Character.isLetterOrDigit(text.charAt(j + 1));
        return between
                && switch (c) {
                    case '-', '\'', '\u2019' -> true;
                    case ',', '.' -> isDigits(text, j);
                    default -> false;
                };
    }

    private static boolean isDigits(String text, int j) {
        return Character.isDigit(text.charAt(j - 1)) && Character.isDigit(text.charAt(j + 1));
    }

    /**
     * Single letters with dots between them, as in U.S, a.m or, behind its hyphen, anti-U.S. An earlier dot before a letter was
     * let in as one of these, so that none of them is read again: the word may be as long as the text.
     */
    private static boolean isAfterSoleLetter(String text, int from, int j) {
        return j - 1 >= from
                && Character.isLetter(text.charAt(j - 1))
                && (j - 2 < from || text.charAt(j - 2) == '-' || text.charAt(j - 2) == '.');
    }

    private static boolean isAbbreviation(String word) {
        return WORDS.is("abbreviation", word.toLowerCase(Locale.ROOT))
                || (word.length() == 1 && Character.isUpperCase(word.charAt(0)) && !word.equals("I"));
    }

    private Token token(int begin, int end) {
        Spelling word = spellings.computeIfAbsent(text.substring(begin, end), Tokenizer::spelling);
        return new Token(word.written(), word.lower(), begin, end);
    }

    private static Spelling spelling(String written) {
        String lower = written.toLowerCase(Locale.ROOT)
                .replace('\u2019', '\'')
                .replace('\u2018', '\'')
                .replace('\u201c', '"')
                .replace('\u201d', '"');
        return new Spelling(written, lower);
    }
}
