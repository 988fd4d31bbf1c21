package org.tocsin.coder.text;

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

    /** Starts with a digit. */
    public boolean isNumber() {
        return Character.isDigit(text.codePointAt(0));
    }
}
