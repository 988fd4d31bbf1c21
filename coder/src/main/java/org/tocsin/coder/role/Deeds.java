package org.tocsin.coder.role;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the verbs and event nouns of a sentence tell, also where the verb alone says little: "carried out an attack". */
final class Deeds {
    /** Tokens after a light verb that its event noun stands within. */
    private static final int OBJECT_REACH = 6;

    private static final Set<String> TAKING = Set.of("claim", "cost", "take");

    private final TaggedSentence s;
    private final EventWords events;

    Deeds(TaggedSentence s, EventWords events) {
        this.s = s;
        this.events = events;
    }

    /** Of a phrase that is this to the verb: "object", "subject", a preposition. */
    Relation verb(Chunk verb, String link) {
        String lemma = s.lemmas()[verb.head()];
        String done = done(verb, lemma, link);
        String group = done == null ? events.verb(lemma) : done;
        String own = done == null ? link : link.replace("subject0", "subject");
        return new Relation(group == null ? "other" : group, lemma, own);
    }

    /** What "carried out an attack" and "were behind the bombing" really say; null when the verb speaks for itself. */
    private @Nullable String done(Chunk verb, String lemma, String link) {
        if (takesLives(verb, lemma)) {
            return "kill";
        }
        boolean light = "light".equals(events.verb(lemma)) || "fire".equals(events.verb(lemma));
        boolean be = s.tag(verb.head()) == Tag.BE;
        if (!light && !be) {
            return null;
        }
        // "The attack carried out by rebels" is a passive without its "was".
        boolean passive = verb.kind() == Chunk.Kind.PASSIVE
                || (verb.end() < s.size() && s.lower(verb.end()).equals("by"));
        if (passive && "light".equals(events.verb(lemma))) {
            return "attack";
        }
        for (int i = verb.end(); i < Math.min(s.size(), verb.end() + OBJECT_REACH); i++) {
            Tag tag = s.tag(i);
            if (be) {
                // "Rebels were responsible for the attack on a clinic": the rebels, and not the clinic.
                if (!link.contains("subject")) {
                    return null;
                }
                return s.lower(i).equals("responsible") || s.lower(i).equals("behind") ? "blame" : null;
            }
            if (tag == Tag.PUNCTUATION || tag == Tag.COMMA || tag == Tag.CONJUNCTION || tag.isVerbal()) {
                return null;
            }
            String group = tag == Tag.NOUN ? events.noun(s.lemmas()[i]) : null;
            if (EventWords.isViolent(group)) {
                return group;
            }
        }
        return null;
    }

    /** "The blast claimed the lives of 12 villagers". */
    private boolean takesLives(Chunk verb, String lemma) {
        if (!TAKING.contains(lemma)) {
            return false;
        }
        for (int i = verb.end(); i < Math.min(s.size(), verb.end() + OBJECT_REACH); i++) {
            if (s.tag(i) != Tag.NOUN && !s.tag(i).isModifier() && s.tag(i) != Tag.ADVERB) {
                return false;
            }
            if (s.lemmas()[i].equals("life")) {
                return true;
            }
        }
        return false;
    }

    /** Of a phrase that is this to the noun: "mod", "owner", a preposition. */
    Relation noun(Chunk phrase, String link) {
        String lemma = s.lemmas()[phrase.head()];
        // "The attack was the work of rebels".
        if (lemma.equals("work") && link.equals("of") && s.tag(phrase.begin() - 1) == Tag.BE) {
            return new Relation("blame", lemma, "on");
        }
        String group = events.noun(lemma);
        return new Relation(group == null ? "noun" : "n-" + group, lemma, link);
    }

    /** The class of an active or passive verb; null when it has none. */
    @Nullable
    String group(Chunk verb) {
        return events.verb(s.lemmas()[verb.head()]);
    }

    boolean isEvent(Chunk phrase) {
        return EventWords.isViolent(events.noun(s.lemmas()[phrase.head()]));
    }
}
