package org.tocsin.coder.incident;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.coder.AttackType;

/**
 * The word that tells of an attack ("bombed", "ambush"), where it stands.
 *
 * @param sentence index in the document's sentences
 * @param token index in that sentence's tokens: of a phrase, the word that it hangs on
 * @param weight how sure it is that this word here reports a specific attack, 0..1
 * @param kind what the word stands for
 */
public record Trigger(int sentence, int token, AttackType type, double weight, Action action, Kind kind) {
    /** What a trigger names. */
    public enum Kind {
        /** The attack itself: a verb or an event noun. */
        EVENT,
        /** A thing or person that tells of an attack only beside an event or a casualty. */
        WEAPON,
        /** What it did: "wounded", "destroyed". */
        RESULT
    }

    /** An event without a finer action. */
    public Trigger(int sentence, int token, AttackType type, double weight) {
        this(sentence, token, type, weight, Action.ASSAULT, Kind.EVENT);
    }

    /** The triggers, in text order, of one sentence each. */
    static List<List<Trigger>> bySentence(List<Trigger> triggers) {
        List<List<Trigger>> sentences = new ArrayList<>();
        for (int from = 0, end; from < triggers.size(); from = end) {
            end = from + 1;
            while (end < triggers.size()
                    && triggers.get(end).sentence() == triggers.get(from).sentence()) {
                end++;
            }
            sentences.add(triggers.subList(from, end));
        }
        return sentences;
    }
}
