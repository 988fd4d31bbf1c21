package org.tocsin.coder;

/**
 * Where the article says so.
 *
 * @param inTitle the span is in the title, else in the body
 * @param begin first character in the original field, 0-based
 * @param end after the last character
 * @param sentence at most 300 characters
 */
public record Evidence(boolean inTitle, int begin, int end, String sentence) {
    /** Longest sentence kept. */
    public static final int MAX_SENTENCE = 300;
}
