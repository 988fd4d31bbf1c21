package org.tocsin.coder.role;

/**
 * Tells an arrest from an abduction, which news tells with the same verbs: "police detained two men over the blast", "a man
 * was held on suspicion of arson", "the gunman was captured by police"; not "rebels captured a teacher", "she was held for
 * ransom". Who is arrested so did it, by what the text says, and is nobody's victim.
 */
final class Arrests {
    /** Tokens from the verb to who catches or why: "have detained two men, both of Poso, over the blast". */
    private static final int REACH = 14;

    /** Tokens before the verb in which its subject ends: "police in Halle have detained". */
    private static final int BEFORE = 5;

    private final TaggedSentence s;
    private final Idioms idioms;

    Arrests(TaggedSentence s, Idioms idioms) {
        this.s = s;
        this.idioms = idioms;
    }

    /** "Detained", "is questioning", where the police do so or the reason is told. */
    boolean isOf(Chunk verb) {
        String lemma = s.lemmas()[verb.head()];
        return (idioms.is("CATCHING", lemma) || idioms.is("DETAINING", lemma))
                && (isByOfficers(verb) || isReasonTold(verb) || (idioms.is("DETAINING", lemma) && isByNobody(verb)));
    }

    /** "Was detained hours later": by whom goes without saying. */
    private boolean isByNobody(Chunk verb) {
        return verb.kind() == Chunk.Kind.PASSIVE && !isBehind(verb, "by");
    }

    /** "Are in custody", "was under arrest". */
    boolean isInCustody(Chunk verb) {
        int end = verb.end();
        return s.tag(verb.head()) == Tag.BE
                && end + 1 < s.size()
                && (s.lower(end).equals("in") || s.lower(end).equals("under"))
                && idioms.is("CUSTODY", s.lower(end + 1));
    }

    private boolean isByOfficers(Chunk verb) {
        if (isBehind(verb, "by")) {
            return isAnyOfficer(verb.end() + 1, Math.min(s.size(), verb.end() + BEFORE));
        }
        return verb.kind() != Chunk.Kind.PASSIVE && isAnyOfficer(Math.max(0, verb.begin() - BEFORE), verb.begin());
    }

    private boolean isBehind(Chunk verb, String word) {
        return verb.end() < s.size() && s.lower(verb.end()).equals(word);
    }

    private boolean isAnyOfficer(int from, int to) {
        for (int i = from; i < to; i++) {
            if (idioms.is("OFFICERS", s.lemmas()[i])) {
                return true;
            }
        }
        return false;
    }

    /** "Over the blast", "in connection with", "on suspicion of", "suspected of", before the sentence goes on. */
    private boolean isReasonTold(Chunk verb) {
        for (int i = verb.end(); i < Math.min(s.size(), verb.end() + REACH); i++) {
            String word = s.lower(i);
            if (idioms.is("SUSPICION", word) || (word.equals("over") && s.tag(i + 1) != Tag.NUMBER)) {
                return true;
            }
            if (s.tag(i).isVerbal()) {
                return false;
            }
        }
        return false;
    }
}
