package org.tocsin.coder.role;

import java.util.Set;

/** Tells mines that explode from those that are dug, by the verb whose object or subject they are. */
final class Mines {
    static final String NAME = "mine";

    /** Tokens between a mine and its verb. */
    private static final int NEAR = 6;

    private final Set<String> before;
    private final Set<String> behind;
    private final Set<String> over;

    /**
     * @param before base forms before a mine that explodes: "hit", "lay"
     * @param behind base forms behind it: "explode", "kill"
     * @param over base forms before "over" and "on": "ran over a mine", and not "ran a mine"
     */
    Mines(Set<String> before, Set<String> behind, Set<String> over) {
        this.before = before;
        this.over = over;
        this.behind = behind;
    }

    /** "Hit a mine", "killed by a mine", "a mine blew up", and not "attacked a marble mine" or "gunmen at the mine killed". */
    boolean explodes(TaggedSentence s, int mine) {
        if (s.tag(mine + 1) == Tag.NOUN) {
            // "A mine blast", and not "mine workers".
            return behind.contains(s.lemmas()[mine + 1]);
        }
        for (int i = mine - 1; i >= Math.max(0, mine - NEAR); i--) {
            Tag tag = s.tag(i);
            if (before.contains(s.lemmas()[i]) || (isUnder(s.lower(i + 1)) && over.contains(s.lemmas()[i]))) {
                return true;
            }
            if (tag == Tag.NOUN || tag.isVerbal() || (tag == Tag.PREPOSITION && !isUnder(s.lower(i)))) {
                return false;
            }
            if (!tag.isModifier() && tag != Tag.ADVERB && tag != Tag.PREPOSITION) {
                break;
            }
        }
        return actsItself(s, mine);
    }

    /** What is stepped or driven on: the verb before it tells. */
    private static boolean isUnder(String preposition) {
        return switch (preposition) {
            case "on", "over", "onto", "upon", "into" -> true;
            default -> false;
        };
    }

    /** The first verb behind it is one of those. */
    private boolean actsItself(TaggedSentence s, int mine) {
        for (int i = mine + 1; i <= Math.min(s.size() - 1, mine + NEAR); i++) {
            Tag tag = s.tag(i);
            if (tag == Tag.VERB || tag == Tag.PARTICIPLE || tag == Tag.ING) {
                return behind.contains(s.lemmas()[i]);
            }
            if (tag == Tag.PUNCTUATION || tag == Tag.CONJUNCTION || tag == Tag.SUBORDINATOR) {
                return false;
            }
        }
        return false;
    }
}
