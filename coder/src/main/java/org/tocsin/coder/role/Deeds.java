package org.tocsin.coder.role;

import org.jspecify.annotations.Nullable;

/** What the verbs and event nouns of a sentence tell, also where the verb alone says little: "carried out an attack". */
final class Deeds {
    /** Tokens after a light verb that its event noun stands within, and before a passive one. */
    private static final int REACH = 6;

    private final TaggedSentence s;
    private final Clause clause;
    private final EventWords events;
    private final Idioms idioms;
    private final Denials denials;
    private final Blame blame;
    private final Arrests arrests;

    Deeds(TaggedSentence s, Clause clause, RoleLexicon lexicon) {
        this.s = s;
        this.clause = clause;
        this.events = lexicon.events();
        this.idioms = lexicon.words().idioms();
        this.denials = new Denials(s, lexicon);
        this.blame = new Blame(s, denials, lexicon);
        this.arrests = new Arrests(s, clause, lexicon);
    }

    /** Of a phrase that is this to the verb: "object", "subject", a preposition. */
    Relation verb(Chunk verb, String link) {
        String lemma = s.lemmas()[verb.head()];
        if (link.contains("subject") && blame.isOnSubject(verb)) {
            // Who "is responsible" is told of like whom somebody blames, and not like who blames.
            return Relation.outright(
                    Relation.BLAME,
                    "responsible",
                    link.replace("subject0", "subject").replace("subject", "object"));
        }
        if (blame.isOnObject(verb)) {
            return isDenied(verb) ? Relation.notDone(link) : new Relation(Relation.BLAME, lemma, link);
        }
        if (arrests.isOf(verb)) {
            boolean catches = link.contains("subject") || link.contains("by");
            return catches ? new Relation("police", lemma, link) : new Relation(Relation.BLAME, lemma, link);
        }
        if (link.contains("subject") && arrests.isInCustody(verb)) {
            return new Relation(Relation.BLAME, "arrest", "object");
        }
        String done = done(verb, lemma);
        String group = done == null ? events.verb(lemma) : done;
        boolean naming = Relation.CLAIM.equals(group) || Relation.BLAME.equals(group);
        if (naming ? isDenied(verb) : EventWords.isViolent(group) && clause.isDenied(verb)) {
            // "The bank was not damaged" tells of no damage, "nobody blamed the army" of no doer.
            return Relation.notDone(link);
        }
        String own = done == null ? link : link.replace("subject0", "subject");
        return new Relation(group == null ? "other" : group, lemma, own);
    }

    /** Of a verb that names a doer: "did not blame", "has yet to claim", "neither the Front nor the Army claimed". */
    boolean isDenied(Chunk verb) {
        return clause.isDenied(verb) || denials.isBefore(verb.head());
    }

    Denials denials() {
        return denials;
    }

    Blame blame() {
        return blame;
    }

    Clause clause() {
        return clause;
    }

    /** What "carried out an attack" and "ordered the killing" really say; null when the verb speaks for itself. */
    private @Nullable String done(Chunk verb, String lemma) {
        if (takesLives(verb, lemma)) {
            return "kill";
        }
        String group = events.verb(lemma);
        boolean light = "light".equals(group);
        boolean command = "command".equals(group);
        if (!light && !command && !"fire".equals(group)) {
            return null;
        }
        // "The attack carried out by rebels" is a passive without its "was".
        boolean passive = verb.kind() == Chunk.Kind.PASSIVE
                || (verb.end() < s.size() && s.lower(verb.end()).equals("by"));
        if (passive && light) {
            return "attack";
        }
        return passive && command ? before(verb) : after(verb);
    }

    /** "Ordered the killing", and not "ordered an inquiry into the killing". */
    private @Nullable String after(Chunk verb) {
        for (int i = verb.end(); i < Math.min(s.size(), verb.end() + REACH); i++) {
            Tag tag = s.tag(i);
            boolean inner =
                    tag == Tag.PREPOSITION && i > verb.end() && !s.lower(i).equals("of");
            if (inner || tag == Tag.PUNCTUATION || tag == Tag.COMMA || tag == Tag.CONJUNCTION || tag.isVerbal()) {
                return null;
            }
            if (tag == Tag.NOUN && events.isDeed(s.lemmas()[i])) {
                return events.deed(s.lemmas()[i]);
            }
        }
        return null;
    }

    /** "The killing was ordered by", and not "residents were ordered by" or "an inquiry into the killing was ordered by". */
    private @Nullable String before(Chunk verb) {
        for (int i = verb.begin() - 1; i >= Math.max(0, verb.begin() - REACH); i--) {
            if (s.tag(i) == Tag.NOUN && events.isDeed(s.lemmas()[i])) {
                return isInner(i) ? null : events.deed(s.lemmas()[i]);
            }
        }
        return null;
    }

    /** "An inquiry into the [killing]", "who planned the [raid]", and not "the series of [killings]". */
    private boolean isInner(int deed) {
        for (int i = deed - 1; i >= Math.max(0, deed - REACH); i--) {
            Tag tag = s.tag(i);
            boolean of = s.lower(i).equals("of");
            if (!of && tag != Tag.NOUN && tag != Tag.ADVERB && !tag.isModifier()) {
                return tag == Tag.PREPOSITION || tag.isVerbal();
            }
        }
        return false;
    }

    /** "The blast claimed the lives of 12 villagers". */
    private boolean takesLives(Chunk verb, String lemma) {
        if (!idioms.is("TAKING", lemma)) {
            return false;
        }
        for (int i = verb.end(); i < Math.min(s.size(), verb.end() + REACH); i++) {
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
        String group = events.noun(lemma);
        return new Relation(group == null ? "noun" : "n-" + group, lemma, link);
    }

    /** The class of an active or passive verb; null when it has none. */
    @Nullable
    String group(Chunk verb) {
        return events.verb(s.lemmas()[verb.head()]);
    }

    /** "[Avenged] its dead": who says so of himself did what is told. */
    boolean isAvenging(Chunk verb) {
        return idioms.is("AVENGING", s.lemmas()[verb.head()]);
    }

    /** "Said", "denied". */
    boolean isSpeaking(Chunk verb) {
        String group = group(verb);
        return "say".equals(group) || "deny".equals(group);
    }

    boolean isEvent(Chunk phrase) {
        return EventWords.isViolent(events.noun(s.lemmas()[phrase.head()]));
    }
}
