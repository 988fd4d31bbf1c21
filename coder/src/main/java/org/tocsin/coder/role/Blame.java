package org.tocsin.coder.role;

/** Words that name a doer beside a verb that alone says nothing of it: "was behind the raid", "hold the army responsible". */
final class Blame {
    /** Tokens within which the noun that says what somebody is responsible for must stand. */
    private static final int NEAR = 6;

    /** Tokens from "hold" to "responsible", with the one who is held so between. */
    private static final int FAR = 15;

    private final TaggedSentence s;
    private final RoleLexicon lexicon;
    private final EventWords events;
    private final Idioms idioms;
    private final Denials denials;

    Blame(TaggedSentence s, Denials denials, RoleLexicon lexicon) {
        this.denials = denials;
        this.s = s;
        this.lexicon = lexicon;
        this.events = lexicon.events();
        this.idioms = lexicon.words().idioms();
    }

    /** "Are responsible for", "may have been behind", of violence and not of "security in the town". */
    boolean isOnSubject(Chunk verb) {
        if (!isBeing(verb)) {
            return false;
        }
        int i = verb.end();
        while (s.tag(i) == Tag.ADVERB) {
            i++;
        }
        if (i >= s.size() || denials.isNear(verb.begin(), i)) {
            return false;
        }
        boolean responsible = idioms.is("RESPONSIBLE", s.lower(i));
        return (responsible || s.lower(i).equals("behind"))
                && (isViolence(isFor(i + 1) ? i + 2 : i + 1) || (responsible && s.tag(i + 1) == Tag.PUNCTUATION));
    }

    private boolean isFor(int i) {
        return i < s.size() && s.lower(i).equals("for");
    }

    private boolean isBeing(Chunk verb) {
        Tag head = s.tag(verb.head());
        if (head != Tag.BE && head != Tag.AUXILIARY && head != Tag.HAVE) {
            return false;
        }
        for (int i = verb.begin(); i < verb.end(); i++) {
            if (s.tag(i) == Tag.BE) {
                return true;
            }
        }
        return false;
    }

    /** "Hold the army responsible", "were held responsible". */
    boolean isOnObject(Chunk verb) {
        if (!s.lemmas()[verb.head()].equals("hold")) {
            return false;
        }
        for (int i = verb.end(); i < Math.min(s.size(), verb.end() + FAR); i++) {
            if (idioms.is("RESPONSIBLE", s.lower(i))) {
                return true;
            }
            if (s.tag(i) == Tag.PUNCTUATION) {
                return false;
            }
        }
        return false;
    }

    /**
     * Where the phrase of violence ends that begins there, -1 when none does: "[the bombing], which", "[planting the bomb]".
     *
     * @param whole it is no subject: not "claimed [the attack] killed ten"
     */
    int deedEnd(int from, boolean whole) {
        if (!isViolence(from)) {
            return -1;
        }
        int i = from;
        while (i < Math.min(s.size(), from + NEAR) && (s.tag(i) != Tag.NOUN || !isHead(i))) {
            i++;
        }
        Tag next = s.tag(i + 1);
        boolean subject = next == Tag.VERB || next == Tag.BE || next == Tag.AUXILIARY || next == Tag.HAVE;
        return whole && subject ? -1 : i + 1;
    }

    /**
     * The phrase from there on is violence: "a series of bomb attacks", "planting the bomb", and not "the village during the
     * raid" or "investigating the murder".
     */
    private boolean isViolence(int from) {
        for (int i = from; i < Math.min(s.size(), from + NEAR); i++) {
            String lemma = s.lemmas()[i];
            if (s.tag(i) == Tag.NOUN && isHead(i)) {
                if (!isQuantityOf(i)) {
                    return events.isDeed(lemma);
                }
            } else if (s.tag(i) == Tag.ING && !isDoing(lemma)) {
                return EventWords.isViolent(events.verb(lemma));
            } else if (!isWithin(i)) {
                return false;
            }
        }
        return false;
    }

    /** The last noun of its phrase: the attacks of "the army's bomb attacks". */
    private boolean isHead(int noun) {
        return s.tag(noun + 1) != Tag.NOUN && !Tagger.isPossessive(s.lower(noun));
    }

    /** "A [wave] of killings". */
    private boolean isQuantityOf(int noun) {
        return lexicon.phrases().isQuantity(s.lemmas()[noun])
                && noun + 1 < s.size()
                && s.lower(noun + 1).equals("of");
    }

    /** "[Carrying] out the attack", "[ordering] the killing", "[planning] the raid": the noun tells what was done. */
    private boolean isDoing(String verb) {
        String group = events.verb(verb);
        return "light".equals(group) || "command".equals(group) || idioms.is("PLANNING", verb);
    }

    /** May stand before the head: articles, numbers, modifiers, "most of", "carrying out". */
    private boolean isWithin(int i) {
        Tag tag = s.tag(i);
        return tag.isModifier()
                || tag == Tag.NOUN
                || tag == Tag.ADVERB
                || tag == Tag.TIME
                || tag == Tag.QUOTE
                || tag == Tag.ING
                || s.lower(i).equals("of")
                || s.lower(i).equals("out")
                || Quantifiers.isPart(s.sentence().tokens(), i, lexicon.words());
    }
}
