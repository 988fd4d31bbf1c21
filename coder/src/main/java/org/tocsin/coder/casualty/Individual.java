package org.tocsin.coder.casualty;

import org.jspecify.annotations.Nullable;

/**
 * One person where the text tells of one: "John Doe, 23,", "a 23-year-old woman", "a man", "another".
 *
 * @param sentence index in the document's sentences
 * @param first index of the first token
 * @param last index of the last token
 * @param noun what it is called by that tells it from others: "officer", "clerk"; null when anybody may be called so
 * @param name last name in lower case; null when none is given
 * @param age in years; -1 when none is given
 * @param sex what the noun says of it
 * @param newness whether the text says that it is another one than those before, or one of them
 * @param said what the sentence says of the person outright; null when nothing
 */
record Individual(
        int sentence,
        int first,
        int last,
        @Nullable String noun,
        @Nullable String name,
        int age,
        Sex sex,
        Newness newness,
        @Nullable Statement said) {

    /** Enough to tell "a man" from "a woman". */
    enum Sex {
        MALE,
        FEMALE,
        OPEN;

        boolean fits(Sex other) {
            return this == OPEN || other == OPEN || this == other;
        }
    }

    /** "another man"; "a man", who may have been told of before; "the man", who has been. */
    enum Newness {
        FURTHER,
        OPEN,
        KNOWN
    }

    /** The same with that age, which stands up to that token. */
    Individual aged(int years, int end) {
        return new Individual(sentence, first, end, noun, name, years, sex, newness, said);
    }

    Individual saying(@Nullable Statement other) {
        return new Individual(sentence, first, last, noun, name, age, sex, newness, other);
    }
}
