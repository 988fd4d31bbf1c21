package org.tocsin.coder.role;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.tocsin.coder.role.Chunk.Kind;

/** Steps from chunk to chunk of a sentence: to the left past adverbs and days, from a verb to its subject. */
final class Clause {
    private final TaggedSentence s;
    private final List<Chunk> chunks;

    Clause(TaggedSentence s, List<Chunk> chunks) {
        this.s = s;
        this.chunks = chunks;
    }

    List<Chunk> chunks() {
        return chunks;
    }

    /** Which of the chunks, that stand in text order, this one is. */
    int indexOf(Chunk chunk) {
        return Collections.binarySearch(chunks, chunk, Comparator.comparingInt(Chunk::begin));
    }

    /** The nearest chunk at or before j that is no adverb or time, "on Friday" neither. */
    int back(int j) {
        int i = j;
        while (i >= 0
                && (chunks.get(i).kind() == Kind.ADVERB || chunks.get(i).kind() == Kind.TIME || (i < j && isWhen(i)))) {
            i--;
        }
        return i;
    }

    private boolean isWhen(int k) {
        return chunks.get(k).kind() == Kind.PREPOSITION && chunks.get(k + 1).kind() == Kind.TIME;
    }

    /** Of "four of the dead [were]" the four, of "the victim, aged 12, [was]" the victim; -1 when none is near. */
    int subject(int verb) {
        int k = back(verb - 1);
        for (int steps = 0; k >= 0 && steps < Subjects.REACH; steps++) {
            Kind kind = chunks.get(k).kind();
            int before = back(k - 1);
            if (isMostOf(before)) {
                return k;
            } else if (before >= 0 && is(k, Kind.NOUN_PHRASE) && is(before, Kind.PREPOSITION)) {
                k = back(before - 1);
            } else if (kind == Kind.COMMA) {
                k = before;
            } else {
                return kind == Kind.NOUN_PHRASE
                                || kind == Kind.PRONOUN
                                || chunks.get(k).isVerb()
                        ? k
                        : -1;
            }
        }
        return -1;
    }

    /** "Most [of] the dead", where a word that is no phrase counts them, and not "none [of] the dead". */
    private boolean isMostOf(int of) {
        return of > 0
                && isWord(of, "of")
                && is(of - 1, Kind.ADVERB)
                && !Mention.NONE.contains(s.lower(chunks.get(of).begin() - 1));
    }

    /** "Were", "was believed to be", and not "was not". */
    boolean isBe(int k) {
        Chunk chunk = chunks.get(k);
        boolean not = chunk.end() < s.size() && s.lower(chunk.end()).equals("not");
        return chunk.isVerb() && s.tag(chunk.end() - 1) == Tag.BE && !not && !isDenied(chunk);
    }

    /** "Was [not] damaged", "did [not] hit", and not "was [not] only damaged". */
    boolean isDenied(Chunk verb) {
        for (int i = verb.begin(); i < verb.end(); i++) {
            String word = s.lower(i);
            boolean only = i + 1 < verb.end() && s.lower(i + 1).equals("only");
            if (word.endsWith("n't") || ((word.equals("not") || word.equals("never")) && !only)) {
                return true;
            }
        }
        return false;
    }

    boolean is(int k, Kind kind) {
        return k >= 0 && k < chunks.size() && chunks.get(k).kind() == kind;
    }

    /** The k-th chunk is, or ends in, this word. */
    boolean isWord(int k, String word) {
        return k >= 0 && k < chunks.size() && s.lower(chunks.get(k).head()).equals(word);
    }
}
