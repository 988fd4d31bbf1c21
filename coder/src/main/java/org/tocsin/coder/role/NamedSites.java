package org.tocsin.coder.role;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tocsin.coder.Target;
import org.tocsin.coder.TargetType;

/**
 * Hotels, halls and clubs by a name that does not say what they are: "the Sheraton". Towns and people take no article, so one
 * stands before a site where something exploded at, outside or inside it.
 */
final class NamedSites {
    private static final HeadNouns.Entry SITE =
            new HeadNouns.Entry("building", TargetType.BUSINESS, Target.Kind.PHYSICAL);

    /** Where a site is and a group is not. */
    private static final Set<String> AT =
            Set.of("at", "outside", "inside", "front-of", "in-front-of", "was-inside", "was-outside");

    private NamedSites() {}

    /** "A bomb exploded outside [the Sheraton]", and not "outside Baghdad", "fought the Houthis", "at the United Nations". */
    static Optional<HeadNouns.Entry> find(TaggedSentence s, Chunk chunk, List<Relation> own) {
        int head = chunk.head();
        boolean named = s.names()[head]
                && s.lower(chunk.begin()).equals("the")
                && s.actors()[head] == null
                && s.nations()[head] == null;
        return named && own.stream().anyMatch(NamedSites::isAtSite) ? Optional.of(SITE) : Optional.empty();
    }

    private static boolean isAtSite(Relation relation) {
        return relation.isViolent()
                && (AT.contains(relation.own()) || (relation.group().equals("damage") && relation.harms()));
    }
}
