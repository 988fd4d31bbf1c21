package org.tocsin.coder;

/** Who did it, as written; {@code claimed} when they say so themselves. */
public record Perpetrator(String text, Kind kind, boolean claimed) {
    /** What kind of actor. */
    public enum Kind {
        PERSON,
        UNKNOWN_GROUP,
        ORGANIZATION,
        STATE_FORCES
    }
}
