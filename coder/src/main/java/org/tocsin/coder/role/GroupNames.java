package org.tocsin.coder.role;

import java.util.List;
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

    /**
     * What the head says, or that the name is a group's.
     *
     * @param told of the phrase: whom the text harms is no group for a word of his name
     */
    Optional<HeadNouns.Entry> find(TaggedSentence s, int begin, int head, List<Relation> told) {
        Optional<HeadNouns.Entry> noun = lexicon.heads().find(s, begin, head);
        boolean people = noun.isEmpty()
                || noun.get().group().equals("kin")
                || (noun.get().group().equals("people") && noun.get().type() == TargetType.PRIVATE_CITIZENS);
        boolean known = s.actors()[head] != null || s.nations()[head] != null;
        if (!people || known || !s.names()[head]) {
            return noun;
        }
        boolean acts = told.stream().anyMatch(Relation::acts);
        boolean harmed = told.stream().anyMatch(Relation::harms);
        boolean group = (acts && (isOfPeople(s, begin, head) || isAbroad(s, begin, head, "GROUPS-OR-OTHERS")))
                || ((acts || !harmed) && isAbroad(s, begin, head, "GROUPS-IN-NAMES"))
                || isOfArticle(s, begin, head);
        return group ? Optional.of(GROUP) : noun;
    }

    /** "Brigada Sol", "Kataib Hamza", "Ejercito del Pueblo". */
    private boolean isAbroad(TaggedSentence s, int begin, int head, String words) {
        return s.names()[begin] && head > begin && lexicon.words().idioms().is(words, s.lower(begin));
    }

    /** "Ansar al-Fajr", and not "Ansar Nadir", whom his parents called so. */
    private boolean isOfArticle(TaggedSentence s, int begin, int head) {
        int hyphen = s.lower(Math.min(begin + 1, head)).indexOf('-');
        return isAbroad(s, begin, head, "GROUPS-OR-OTHERS")
                && hyphen > 0
                && lexicon.words()
                        .idioms()
                        .is("ARTICLES-IN-NAMES", s.lower(begin + 1).substring(0, hyphen));
    }

    /** As who does it: "the Sons of the Hills", "the Harbour Boys", "the White Widows", and not "the sons of the mayor", "the Smiths", "the Blue Hills". */
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
