package org.tocsin.coder.text;

import java.util.List;

/** The line that tells when an article was published: "Last updated at 9 a.m. on 4 May"; {@code publication-line.tsv}. */
public final class PublicationLine {
    private static final WordClasses WORDS = WordClasses.load(PublicationLine.class, "publication-line.tsv");

    /** "Last updated at 9:30 a.m. on Sunday," is the longest seen. */
    private static final int MOST_WORDS = 10;

    private PublicationLine() {}

    /** A word or mark of such a line before its day. */
    static boolean mayLead(Token token) {
        return WORDS.is("published", token.lower())
                || WORDS.is("before day", token.lower())
                || WORDS.is("day", token.lower())
                || token.text().equals(":");
    }

    static boolean isMonth(Token token) {
        return WORDS.is("month", token.lower());
    }

    /**
     * Whether a day that begins at that token ends such a line, which begins the sentence or a bracket in it. "Update: On
     * Sunday, a bomb" goes on into the report.
     */
    public static boolean endsWithDayAt(List<Token> tokens, int at) {
        return isLedTo(tokens, at) && endsBehindDay(tokens, at);
    }

    private static boolean isLedTo(List<Token> tokens, int at) {
        boolean published = false;
        for (int i = at - 1; i >= Math.max(0, at - MOST_WORDS); i--) {
            Token token = tokens.get(i);
            if (token.text().equals("(") || !(mayLead(token) || isClock(token))) {
                return published && token.text().equals("(");
            }
            published |= WORDS.is("published", token.lower());
        }
        return published && at <= MOST_WORDS;
    }

    /** Only the rest of the day and the time stand between it and the end of the sentence or of the bracket. */
    private static boolean endsBehindDay(List<Token> tokens, int at) {
        for (int i = at; i < Math.min(tokens.size(), at + MOST_WORDS); i++) {
            Token token = tokens.get(i);
            if (token.text().equals(")")) {
                return true;
            }
            if (!mayLead(token) && !isMonth(token) && !isClock(token)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isClock(Token token) {
        return token.isNumber() || !token.isWord() || WORDS.is("clock", token.lower());
    }
}
