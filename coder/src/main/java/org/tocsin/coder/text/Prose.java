package org.tocsin.coder.text;

import java.util.Optional;

/** Whether a text is prose that can be read, and not a table, a list of headlines or encoded bytes. */
public final class Prose {
    private static final int FEWEST_WORDS = 3;

    /** Longer than any word: encoded bytes, or a text whose spaces were lost. */
    private static final int LONGEST_WORD = 60;

    private static final int MANY_LINES = 20;
    private static final int SHORT_LINE = 25;

    private Prose() {}

    /** What the document is instead of prose; empty when it can be read. */
    public static Optional<String> missing(Document document) {
        int words = 0;
        long inLongWords = 0;
        long letters = 0;
        int lines = 0;
        int unfinished = 0;
        int paragraph = -1;
        for (Sentence sentence : document.sentences()) {
            for (Token token : sentence.tokens()) {
                int length = token.end() - token.begin();
                words += token.isWord() ? 1 : 0;
                letters += length;
                inLongWords += length > LONGEST_WORD && !token.isAddress() ? length : 0;
            }
            if (sentence.paragraph() != paragraph) {
                paragraph = sentence.paragraph();
                lines++;
                unfinished += isUnfinished(sentence) ? 1 : 0;
            }
        }
        if (words < FEWEST_WORDS) {
            return Optional.of("fewer than " + FEWEST_WORDS + " words");
        }
        if (2 * inLongWords > letters) {
            return Optional.of("no spaces between words");
        }
        return lines >= MANY_LINES && 10 * unfinished > 9 * lines
                ? Optional.of(lines + " lines and hardly a full stop: a table or a list")
                : Optional.empty();
    }

    private static boolean isUnfinished(Sentence sentence) {
        String last = sentence.tokens().get(sentence.tokens().size() - 1).lower();
        boolean stopped = last.equals(".") || last.equals("!") || last.equals("?") || last.equals("\"");
        return !stopped && sentence.tokens().size() <= SHORT_LINE;
    }
}
