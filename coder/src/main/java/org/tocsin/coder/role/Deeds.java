package org.tocsin.coder.role;

import org.jspecify.annotations.Nullable;

/** What the verbs and event nouns of a sentence tell, also where the verb alone says little: "carried out an attack". */
final class Deeds {
    /** Tokens after a light verb that its event noun stands within. */
    private static final int OBJECT_REACH = 6;

    private final TaggedSentence s;
    private final EventWords events;

    Deeds(TaggedSentence s, EventWords events) {
        this.s = s;
        this.events = events;
    }

    /** Of a phrase that is this to the verb: "object", "subject", a preposition. */
    Relation verb(Chunk verb, String link) {
        String lemma = s.lemmas()[verb.head()];
        String done = done(verb, lemma);
        String group = done == null ? events.verb(lemma) : done;
        String own = done == null ? link : link.replace("subject0", "subject");
        return new Relation(group == null ? "other" : group, lemma, own);
    }

    /** What "carried out an attack" and "were behind the bombing" really say; null when the verb speaks for itself. */
    private @Nullable String done(Chunk verb, String lemma) {
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
