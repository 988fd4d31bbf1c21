package org.tocsin.coder.role;

/**
 * A noun phrase, a verb group, or one word between them.
 *
 * @param begin index of the first token
 * @param end index after the last token
 * @param head the token that says what it is: a noun phrase's head noun, a verb group's main verb
 */
record Chunk(Kind kind, int begin, int end, int head) {
    enum Kind {
        NOUN_PHRASE,
        /** "attacked", "had fired", "tried to kill". */
        ACTIVE,
        /** "was attacked". */
        PASSIVE,
        /** "killing", not after a form of be. */
        ING,
        PREPOSITION,
        CONJUNCTION,
        RELATIVE,
        SUBORDINATOR,
        PRONOUN,
        COMMA,
        TIME,
        ADVERB,
        BREAK
    }

    boolean isVerb() {
        return kind == Kind.ACTIVE || kind == Kind.PASSIVE || kind == Kind.ING;
    }

    boolean isNounPhrase() {
        return kind == Kind.NOUN_PHRASE;
    }
}
