package org.tocsin.coder.incident;

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
}
