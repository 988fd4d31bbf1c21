package org.tocsin.coder.role;

/** A word's part in its sentence, as far as finding noun phrases and their verbs needs it. */
enum Tag {
    NOUN,
    ADJECTIVE,
    DETERMINER,
    POSSESSIVE,
    NUMBER,
    PREPOSITION,
    SUBORDINATOR,
    /** A finite or base form: attacked, attacks, attack. */
    VERB,
    /** A past participle that needs a subject's "was", or follows its noun: "the man killed in the blast". */
    PARTICIPLE,
    ING,
    AUXILIARY,
    BE,
    HAVE,
    TO,
    CONJUNCTION,
    PRONOUN,
    /** A relative pronoun: who, which, that. */
    RELATIVE,
    ADVERB,
    TIME,
    COMMA,
    QUOTE,
    PUNCTUATION;

    /** May stand inside a noun phrase before its head. */
    boolean isModifier() {
        return this == ADJECTIVE || this == NUMBER || this == DETERMINER || this == POSSESSIVE;
    }

    /** Belongs to a verb group. */
    boolean isVerbal() {
        return this == VERB
                || this == PARTICIPLE
                || this == ING
                || this == AUXILIARY
                || this == BE
                || this == HAVE
                || this == TO;
    }
}
