package org.tocsin.coder.role;

import java.util.Set;
import org.tocsin.coder.Target;
import org.tocsin.coder.TargetType;

/** Tells whether who or what stands before an event noun suffers it or does it. */
final class DoneTo {
    private static final Set<String> ARMED = Set.of("force", "state", "faction", "attacker", "sayer");

    /** Groups of head nouns of what does nothing itself. */
    private static final Set<String> SITES = Set.of("building", "infrastructure");

    private DoneTo() {}

    /** "[Mosque] attack", "[bus] bombing", "[farmer] killings" suffer it; "[army] raid", "[prison] clashes" do not. A blast says not whom it was meant for. */
    static String link(TaggedSentence s, int begin, int end, int event, RoleLexicon lexicon) {
        HeadNouns.Entry noun = lexicon.heads().find(s, begin, end - 1).orElse(null);
        if (noun == null || lexicon.phrases().isLoose(s.lemmas()[event])) {
            return "mod";
        }
        String group = String.valueOf(lexicon.events().noun(s.lemmas()[event]));
        boolean taken = group.equals("kill") || group.equals("abduct");
        boolean person = noun.kind() == Target.Kind.HUMAN
                && noun.type() != TargetType.NON_STATE_MILITIA
                && !ARMED.contains(noun.group());
        boolean site = SITES.contains(noun.group())
                || (noun.group().equals("vehicle") && noun.type() == TargetType.TRANSPORTATION);
        if (site) {
            return group.equals("attack") || group.equals("shoot") ? "on" : "at";
        }
        return taken && person ? "of" : "mod";
    }
}
