package org.tocsin.coder.casualty;

import org.tocsin.coder.CountRange;

/**
 * A number of people where it stands.
 *
 * @param sentence index in the document's sentences
 * @param first index of the number's first token
 * @param last index of the number's last token
 * @param head index of the noun that is counted; {@code last} when none follows
 * @param number the number that the text gives; of "15 to 20" the lower
 * @param bound what "at least", "up to" or "about" makes of it
 * @param form how it is written, for the model
 * @param upTo the higher of "15 to 20"; else {@code number}
 */
record CountMention(int sentence, int first, int last, int head, int number, Bound bound, String form, int upTo) {
    /** "a woman", "their driver": the form of one person. */
    static final String PERSON = "article";

    /** "the driver": counts only with those whom "and" joins to it. */
    static final String KNOWN = "known";

    /** "A fourth": so many with those before. */
    static final String ORDINAL = "ordinal";

    /** "As many": the number before it once more, of others. */
    static final String AS_MANY = "as many";

    CountMention(int sentence, int first, int last, int head, int number, Bound bound, String form) {
        this(sentence, first, last, head, number, bound, form, number);
    }

    /** Of "four died and a fifth was wounded" the fifth, who is one. */
    CountMention asOne() {
        return new CountMention(sentence, first, last, head, 1, bound, PERSON);
    }

    /** Whether the text leaves the number open upwards. */
    boolean isOpen() {
        return bound == Bound.LEAST || upTo > number;
    }

    /** Whether the text gives only the highest that it may be. */
    boolean isAtMost() {
        return bound == Bound.MOST && upTo == number;
    }

    boolean isPerson() {
        return form.equals(PERSON);
    }

    /** Which way a number is open. */
    enum Bound {
        EXACT,
        LEAST,
        MOST,
        ABOUT
    }

    /** The number as the product reports it: "at least 5" is 5 and more, "up to 5" at most 5, "about 5" is 5. */
    CountRange range() {
        if (upTo > number) {
            return new CountRange(number, upTo);
        }
        return switch (bound) {
            case EXACT, ABOUT -> CountRange.exactly(number);
            case LEAST -> new CountRange(number, null);
            case MOST -> new CountRange(null, number);
        };
    }
}
