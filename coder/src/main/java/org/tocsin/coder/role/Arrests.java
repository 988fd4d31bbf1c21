package org.tocsin.coder.role;

import java.util.List;
import java.util.Set;

/**
 * Tells an arrest from an abduction, which news tells with the same verbs: "police detained two men over the blast", "a man
 * was held on suspicion of arson", "the gunman was captured by police"; not "rebels captured two men accused of spying" nor
 * "she was held for ransom". Who is arrested so did it, by what the text says, and is nobody's victim.
 */
final class Arrests {
    /** Tokens from the verb to why: "have detained two men, both of Poso, over the blast". */
    private static final int REACH = 14;

    /** Groups of head nouns of those who abduct. */
    private static final Set<String> ABDUCTING = Set.of("attacker", "faction");

    private enum Catcher {
        OFFICERS,
        ARMED,
        OTHERS,
        NOBODY
    }

    private final TaggedSentence s;
    private final List<Chunk> chunks;
    private final Clause clause;
    private final HeadNouns heads;
    private final Idioms idioms;

    Arrests(TaggedSentence s, Clause clause, RoleLexicon lexicon) {
        this.s = s;
        this.chunks = clause.chunks();
        this.clause = clause;
        this.heads = lexicon.heads();
        this.idioms = lexicon.words().idioms();
    }

    /** "Detained", "captured", where the police do so or the reason is told. */
    boolean isOf(Chunk verb) {
        String lemma = s.lemmas()[verb.head()];
        boolean detaining = idioms.is("DETAINING", lemma);
        if (!detaining && !idioms.is("CATCHING", lemma)) {
            return false;
        }
        return switch (catcher(verb)) {
            case OFFICERS -> true;
            case ARMED -> false;
            case OTHERS -> isReasonTold(verb);
            case NOBODY -> detaining || isReasonTold(verb);
        };
    }

    /** "Are in custody", "was under arrest". */
    boolean isInCustody(Chunk verb) {
        int end = verb.end();
        return s.tag(verb.head()) == Tag.BE
                && end + 1 < s.size()
                && (s.lower(end).equals("in") || s.lower(end).equals("under"))
                && idioms.is("CUSTODY", s.lower(end + 1));
    }

    private Catcher catcher(Chunk verb) {
        int k = clause.indexOf(verb);
        boolean by = clause.isWord(k + 1, "by");
        int who = by ? k + 2 : verb.kind() == Chunk.Kind.PASSIVE ? -1 : clause.subject(k);
        if (!clause.is(who, Chunk.Kind.NOUN_PHRASE)) {
            return Catcher.NOBODY;
        }
        Chunk phrase = chunks.get(who);
        if (idioms.is("OFFICERS", s.lemmas()[phrase.head()])) {
            return Catcher.OFFICERS;
        }
        boolean armed = s.actors()[phrase.head()] != null
                || heads.find(s, phrase.begin(), phrase.head())
                        .filter(noun -> ABDUCTING.contains(noun.group()))
                        .isPresent();
        return armed ? Catcher.ARMED : Catcher.OTHERS;
    }

    /** "Over the blast", "in connection with", "on suspicion of", "suspected of", before the sentence goes on. */
    private boolean isReasonTold(Chunk verb) {
        for (int i = verb.end(); i < Math.min(s.size(), verb.end() + REACH); i++) {
            if (idioms.is("HOSTAGES", s.lower(i))) {
                return false;
            }
            if (idioms.is("SUSPICION", s.lower(i)) && s.tag(i + 1) != Tag.NUMBER) {
                return true;
            }
            if (s.tag(i).isVerbal()) {
                return false;
            }
        }
        return false;
    }
}
