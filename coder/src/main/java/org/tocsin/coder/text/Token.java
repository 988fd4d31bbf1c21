package org.tocsin.coder.text;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A word, number or punctuation mark.
 *
 * @param text as written
 * @param lower lower case with straight quotes; a word in an all-capitals text is the same here as in a mixed one
 * @param begin first character in {@link Document#text()}
 * @param end after the last character
 */
public record Token(String text, String lower, int begin, int end) {

    /** Starts with a capital letter. */
    public boolean isCapitalized() {
        return Character.isUpperCase(text.codePointAt(0));
    }

    /** Starts with a letter or digit, so is no punctuation. */
    public boolean isWord() {
        return Character.isLetterOrDigit(text.codePointAt(0));
    }

    /** An address on the web. */
    public boolean isAddress() {
        return lower.startsWith("http://") || lower.startsWith("https://") || lower.startsWith("www.");
    }

    /** A hyphen or dash that stands alone, as behind a dateline; not that of "twelve-year-old". */
    public boolean isDash() {
        return switch (text) {
            case "-", "--", "\u2013", "\u2014" -> true;
            default -> false;
        };
    }

    /** Starts with a digit. */
    public boolean isNumber() {
        return Character.isDigit(text.codePointAt(0));
    }

    /** A year of the last century or of this one. */
    public boolean isYear() {
        return isNumber() && text.length() == 4 && (text.startsWith("19") || text.startsWith("20"));
    }

    /** Tokens as written, with blanks between them. */
    public static String textOf(List<Token> tokens) {
        return tokens.stream().map(Token::text).collect(Collectors.joining(" "));
    }
}
