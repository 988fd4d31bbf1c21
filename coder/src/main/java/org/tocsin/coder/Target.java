package org.tocsin.coder;

import org.jspecify.annotations.Nullable;

/**
 * Somebody or something that was attacked.
 *
 * @param text the full noun phrase as written
 * @param nationality ISO 3166 alpha-2; null when not said
 * @param derivedId {@code type.nationality@country.place}
 */
public record Target(
        String text, Role role, Kind kind, TargetType type, @Nullable String nationality, String derivedId) {
    /** The same target in another role. */
    public Target as(Role other) {
        return new Target(text, other, kind, type, nationality, derivedId);
    }

    /** What part the target played: aimed at, hit, or harmed. */
    public enum Role {
        INTENDED,
        STRUCK,
        VICTIM
    }

    /** The same target with the id that follows from the place of the attack. */
    public Target derived(String id) {
        return new Target(text, role, kind, type, nationality, id);
    }

    /** A thing or people. */
    public enum Kind {
        PHYSICAL,
        HUMAN
    }
}
