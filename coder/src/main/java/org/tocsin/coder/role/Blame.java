package org.tocsin.coder.role;

import java.util.Set;

/** Words that name a doer beside a verb that alone says nothing of it: "was behind the raid", "hold the army responsible". */
final class Blame {
    /** Tokens within which what somebody is responsible for must be told. */
    private static final int NEAR = 6;

    /** Tokens from "hold" to "responsible", with the one who is held so between. */
    private static final int FAR = 15;

    /** Tokens before the verb that a denial stands within. */
    private static final int BEFORE = 8;

    private static final Set<String> RESPONSIBLE = Set.of("responsible", "accountable");
    private static final Set<String> NOT = Set.of("not", "no", "never", "nor", "neither");

    private final TaggedSentence s;
    private final EventWords events;

    Blame(TaggedSentence s, EventWords events) {
        this.s = s;
        this.events = events;
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
        if (i >= s.size() || isDenied(verb.begin() - BEFORE, i)) {
            return false;
        }
        boolean responsible = RESPONSIBLE.contains(s.lower(i));
        return (responsible || s.lower(i).equals("behind"))
                && (isViolenceNear(i + 1) || (responsible && s.tag(i + 1) == Tag.PUNCTUATION));
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
            if (RESPONSIBLE.contains(s.lower(i))) {
                return true;
            }
            if (s.tag(i) == Tag.PUNCTUATION) {
                return false;
            }
        }
        return false;
    }

    private boolean isViolenceNear(int from) {
        for (int i = from; i < Math.min(s.size(), from + NEAR) && s.tag(i) != Tag.PUNCTUATION; i++) {
            String lemma = s.lemmas()[i];
            boolean told = s.tag(i) == Tag.NOUN
                    ? events.isDeed(lemma)
                    : s.tag(i) == Tag.ING && EventWords.isViolent(events.verb(lemma));
            if (told) {
                return true;
            }
        }
        return false;
    }

    /** "Denied that rebels were behind it", "no proof that", "was not responsible". */
    private boolean isDenied(int from, int to) {
        for (int i = to - 1; i >= Math.max(0, from) && s.tag(i) != Tag.PUNCTUATION; i--) {
            if (NOT.contains(s.lower(i)) || "deny".equals(events.verb(s.lemmas()[i]))) {
                return true;
            }
        }
        return false;
    }
}
