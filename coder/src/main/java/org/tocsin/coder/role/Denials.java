package org.tocsin.coder.role;

/**
 * Words before a phrase that take back what it says: "[no evidence that] it was the work of", "has [yet] to claim", and not
 * "no casualties in the raid claimed by", "no doubt that it was the work of".
 */
final class Denials {
    /** Tokens before the phrase that a denial stands within. */
    private static final int REACH = 10;

    /** Tokens before "is responsible" that any denial stands within. */
    private static final int NEAR = 8;

    private final TaggedSentence s;
    private final EventWords events;
    private final Idioms idioms;

    Denials(TaggedSentence s, RoleLexicon lexicon) {
        this.s = s;
        this.events = lexicon.events();
        this.idioms = lexicon.words().idioms();
    }

    /** What begins with that token, or the verb that it is, is denied or left open. */
    boolean isBefore(int begin) {
        boolean reported = false;
        boolean hasVerb = s.tag(begin).isVerbal();
        for (int i = begin - 1; i >= Math.max(0, begin - REACH); i--) {
            if (isDenial(i)) {
                return true;
            }
            reported |= isReporting(i);
            if (isEnd(i) || (!reported && isOfAnother(i, hasVerb))) {
                return false;
            }
            hasVerb |= isVerb(i);
        }
        return false;
    }

    /** The same of what anybody is to the verb, wherever the denial stands: "it is [not] known who, if any, was behind". */
    boolean isNear(int verb, int end) {
        for (int i = end - 1; i >= Math.max(0, verb - NEAR) && s.tag(i) != Tag.PUNCTUATION; i--) {
            if (isDenial(i)) {
                return true;
            }
        }
        return false;
    }

    /** "By [neither the Front] nor the Brigade". */
    boolean isOfNeither(Chunk phrase) {
        int first = phrase.begin();
        return idioms.is("NEITHER", s.lower(first)) || (first > 0 && idioms.is("NEITHER", s.lower(first - 1)));
    }

    private boolean isDenial(int i) {
        boolean not = idioms.is("NOT", s.lower(i)) || s.lower(i).endsWith("n't");
        if (not) {
            return i + 1 >= s.size() || !idioms.is("DOUBTLESS", s.lower(i + 1));
        }
        return idioms.is("DOUBTING", s.lemmas()[i]) || "deny".equals(events.verb(s.lemmas()[i]));
    }

    /** "Evidence [that]": what was said before it is said of what follows. Not "the raid [that]". */
    private boolean isReporting(int i) {
        return i > 0
                && s.lower(i).equals("that")
                && (idioms.is("EVIDENCE", s.lemmas()[i - 1]) || isThinking(i - 1) || isDenial(i - 1));
    }

    private boolean isVerb(int i) {
        Tag tag = s.tag(i);
        return tag == Tag.VERB || tag == Tag.PARTICIPLE || tag == Tag.ING;
    }

    private boolean isThinking(int i) {
        return idioms.is("THINKING", s.lemmas()[i]) || "say".equals(events.verb(s.lemmas()[i]));
    }

    private boolean isEnd(int i) {
        Tag tag = s.tag(i);
        return tag == Tag.PUNCTUATION || tag == Tag.COMMA || tag == Tag.CONJUNCTION;
    }

    /** A second verb or a preposition before which another thing is told: "nobody [died] there when police blamed". */
    private boolean isOfAnother(int i, boolean hasVerb) {
        Tag tag = s.tag(i);
        return (isVerb(i) && hasVerb && !isThinking(i))
                || tag == Tag.RELATIVE
                || tag == Tag.SUBORDINATOR
                || (tag == Tag.PREPOSITION && !s.lower(i).equals("of"));
    }
}
