package org.tocsin.coder.role;

import java.util.Set;

/**
 * How a noun phrase hangs on a verb or an event noun: "kill" with "object", "attack" with "on".
 *
 * @param group class of the verb or noun
 * @param word its base form
 * @param link object, subject, a preposition, ...
 */
record Relation(String group, String word, String link) {
    private static final Set<String> PATIENT = Set.of(
            "object",
            "passive",
            "who-passive",
            "subject0",
            "on",
            "against",
            "of",
            "at",
            "into",
            "targeting",
            "passive~");

    private static final Set<String> AGENT =
            Set.of("subject", "who-subject", "by", "was-by", "was-by~", "by~", "mod", "owner");

    /** Among those named before: "including three children". */
    boolean isPart() {
        return link.startsWith("incl-");
    }

    /** Hangs on a word of violence at all. */
    boolean isViolent() {
        return EventWords.isViolent(group.startsWith("n-") ? group.substring(2) : group);
    }

    /** The phrase is the one that does violence. */
    boolean acts() {
        String own = link.startsWith("&") || link.startsWith(",") ? link.substring(1) : link;
        String event = group.startsWith("n-") ? group.substring(2) : group;
        boolean blamed = event.equals("blame") && (own.equals("object") || own.equals("on") || own.equals("subject0"));
        boolean claims = event.equals("claim") && own.startsWith("subject");
        return blamed || claims || (EventWords.isViolent(event) && AGENT.contains(own));
    }

    /** The phrase is the one that violence is done to. */
    boolean harms() {
        String own = link.startsWith("&") || link.startsWith(",") ? link.substring(1) : link;
        String event = group.startsWith("n-") ? group.substring(2) : group;
        return EventWords.isViolent(event) && PATIENT.contains(own);
    }

    Relation as(String prefix) {
        return new Relation(group, word, prefix + link);
    }
}
