package org.tocsin.coder.role;

import java.util.Optional;
import org.tocsin.coder.Target;
import org.tocsin.coder.TargetType;

/** Armed groups by names whose last word is none for a group. */
final class GroupNames {
    private static final HeadNouns.Entry GROUP =
            new HeadNouns.Entry("faction", TargetType.NON_STATE_MILITIA, Target.Kind.HUMAN);

    private final RoleLexicon lexicon;

    GroupNames(RoleLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** What the head says, or that the name is a group's. */
    Optional<HeadNouns.Entry> find(TaggedSentence s, int begin, int head) {
        Optional<HeadNouns.Entry> noun = lexicon.heads().find(s, begin, head);
        boolean people = noun.isEmpty()
                || noun.get().group().equals("kin")
                || (noun.get().group().equals("people") && noun.get().type() == TargetType.PRIVATE_CITIZENS);
        boolean known = s.actors()[head] != null || s.nations()[head] != null;
        return people && !known && s.names()[head] && (isAbroad(s, begin, head) || isOfPeople(s, begin, head))
                ? Optional.of(GROUP)
                : noun;
    }

    /** "Brigada Sol", "Kataib Hamza", "Ejercito del Pueblo". */
    private boolean isAbroad(TaggedSentence s, int begin, int head) {
        return s.names()[begin] && head > begin && lexicon.words().idioms().is("GROUPS-IN-NAMES", s.lower(begin));
    }

    /** "The Sons of the Hills", "the Harbour Boys", "the White Widows", and not "the sons of the mayor", "the Smiths", "the Blue Hills". */
    private boolean isOfPeople(TaggedSentence s, int begin, int head) {
        boolean titled = begin < head
                ? s.names()[begin]
                : head + 1 < s.size() && s.lower(head + 1).equals("of");
        return titled
                && begin > 0
                && s.lower(begin - 1).equals("the")
                && s.token(head).isCapitalized()
                && lexicon.words().isPlural(s.lower(head))
                && lexicon.words().entry(s.lemmas()[head]).kind().equals("person");
    }
}
