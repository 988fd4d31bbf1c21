package org.tocsin.coder;

import java.util.List;

/**
 * What merging compares of two reports, without keeping their text.
 *
 * @param terms at most 64 rare words, hashed, heaviest first
 * @param names at most 32 proper names, lower case, as they occur in the incident's sentences first, then the article
 * @param signature a sketch under which near-copies agree
 */
public record Fingerprint(List<Term> terms, List<String> names, List<Long> signature) {
    public Fingerprint {
        terms = List.copyOf(terms);
        names = List.copyOf(names);
        signature = List.copyOf(signature);
    }

    /** A hashed word and its weight in this text. */
    public record Term(int hash, float weight) {}
}
