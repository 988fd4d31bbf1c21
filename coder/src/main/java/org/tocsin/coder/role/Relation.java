package org.tocsin.coder.role;

import java.util.Set;

/**
 * How a noun phrase hangs on a verb or an event noun: "kill" with "object", "attack" with "on".
 *
 * @param group class of the verb or noun
 * @param word its base form
 * @param link object, subject, a preposition, ...
 * @param isOutright the text says it in so many words, of who was harmed or meant, "the dead were soldiers", or of who did it, "the
 *     raid was the work of the Front"
 */
record Relation(String group, String word, String link, boolean isOutright) {
    /** The word of relations to violence that was not done. */
    static final String NOT = "not";

    /** The groups of relations to words of those who say who did it: he himself, or others. */
    static final String CLAIM = "claim";

    static final String BLAME = "blame";

    private static final String CLEARED = "cleared";

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

    private static final Set<String> AT =
            Set.of("at", "on", "towards", "toward", "against", "was-at", "was-on", "was-towards", "was-toward");

    private static final Set<String> UPON = Set.of(
            "object", "passive", "passive~", "who-passive", "on", "against", "targeting", "was-on", "was-against");

    /** What these reach was hit, whoever it was meant for. */
    private static final Set<String> LANDING = Set.of("hit", "strike", "make");

    private static final Set<String> HOSTING =
            Set.of("house", "host", "station", "quarter", "base", "billet", "garrison", "accommodate");

    /** Where what was fired came down, however far the phrase stands: "fired rockets at", "shells dropped on". */
    private static final Set<String> LANDED = Set.of(
            "on~",
            "at~",
            "into~",
            "against~",
            "was-on",
            "was-at",
            "was-into",
            "was-against",
            "was-on~",
            "was-at~",
            "was-into~");

    private static final Set<String> BLAMED = Set.of(
            "object",
            "object~",
            "who-object",
            "on",
            "on~",
            "was-on",
            "passive",
            "passive~",
            "who-passive",
            "subject0",
            "to",
            "to~",
            "was-to",
            "was-to~");

    private static final Set<String> CLAIMING = Set.of("by", "by~", "was-by", "was-by~");

    private static final Set<String> AGENT =
            Set.of("subject", "who-subject", "by", "was-by", "was-by~", "by~", "mod", "owner");

    Relation(String group, String word, String link) {
        this(group, word, link, false);
    }

    /** As the text says in so many words. */
    static Relation outright(String group, String word, String link) {
        return new Relation(group, word, link, true);
    }

    /** Somebody says that the phrase did not do it, he himself or others. */
    static Relation cleared(String word) {
        return new Relation("deny", word, CLEARED);
    }

    boolean isCleared() {
        return own().equals(CLEARED);
    }

    /** One of several in a list. */
    boolean isListed() {
        return link.startsWith("&") || link.startsWith(",");
    }

    /** The link without the mark of a list. */
    String own() {
        return isListed() ? link.substring(1) : link;
    }

    /** Among those named before: "including three children". */
    boolean isPart() {
        return link.startsWith("incl-");
    }

    /** Hangs on a word of violence at all. */
    boolean isViolent() {
        return EventWords.isViolent(event());
    }

    /** The phrase is the one that does violence. */
    boolean acts() {
        return namesDoer() || (EventWords.isViolent(event()) && AGENT.contains(own()));
    }

    /** The phrase is blamed for it or claims it. */
    boolean namesDoer() {
        return switch (event()) {
            case BLAME -> BLAMED.contains(own());
            case CLAIM -> own().startsWith("subject") || CLAIMING.contains(own());
            default -> false;
        };
    }

    /** Said in so many words of who was harmed or meant, and not of who did it. */
    boolean isOutrightOfTarget() {
        return isOutright && !event().equals(CLAIM) && !event().equals(BLAME);
    }

    /** The class of the verb, or of the noun as if it were the verb. */
    private String event() {
        return group.startsWith("n-") ? group.substring(2) : group;
    }

    /** The phrase is the one that violence is done to. */
    boolean harms() {
        String own = own();
        return (EventWords.isViolent(event()) && PATIENT.contains(own))
                || (event().equals("fire") && LANDED.contains(own))
                || (group.equals("n-damage") && own.equals("to"));
    }

    /** The phrase is what the violence was meant for, whether it was hit or not. */
    boolean aims(Idioms idioms) {
        String own = own();
        return switch (group) {
            case "attack" -> !LANDING.contains(word) && UPON.contains(own);
            case "shoot" -> own.equals("passive") || own.equals("passive~") || own.equals("who-passive");
            case "fire" -> AT.contains(own) || (own.equals("passive") && word.equals("fire"));
            case "n-attack", "n-bomb", "n-shoot" -> !own.equals("object") && UPON.contains(own);
            default -> idioms.is("MEANING", word) && (own.equals("for") || own.equals("was-for"));
        };
    }

    /** The text says that the violence was not done to the phrase: "was not damaged". */
    boolean isSpared() {
        String own = own();
        return word.equals(NOT) && (own.equals("object") || own.startsWith("passive") || own.equals("who-passive"));
    }

    /** The phrase is based where it is said: "the base housing the troops", "where troops are stationed". */
    boolean isHosted() {
        return (HOSTING.contains(word)
                        && (link.equals("object") || link.equals("passive") || link.equals("who-passive")))
                || (word.equals("use") && link.equals("was-by"));
    }

    /** To violence, a claim or blame that was not. */
    static Relation notDone(String link) {
        return new Relation("other", NOT, link);
    }

    Relation as(String prefix) {
        return new Relation(group, word, prefix + link, isOutright);
    }
}
