package org.tocsin.bench.role;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.tocsin.coder.role.Candidate;
import org.tocsin.coder.role.Role;

/** What the keys of an article say of its candidates: that one plays the role, that he does not, or nothing. */
final class RoleLabels {
    private RoleLabels() {}

    /** Gives each candidate on which the keys are not silent, and whether he plays the role. */
    static void of(RoleDocument document, Role role, BiConsumer<Candidate, Boolean> to) {
        GoldRoles gold = document.gold(role);
        List<Candidate> fitting =
                document.candidates().stream().filter(c -> c.fits(role)).toList();
        Set<Integer> named = new HashSet<>();
        fitting.forEach(candidate -> named.addAll(gold.namedBy(candidate.text())));
        for (Candidate candidate : fitting) {
            int hit = gold.find(candidate.text());
            if (document.isExact() || !isSilent(candidate, role, gold, hit)) {
                to.accept(candidate, isRight(candidate, gold, hit, named));
            }
        }
    }

    /** What only shares a word with an entity that another candidate names in full ("Spain" of an ambassador) is wrong. */
    private static boolean isRight(Candidate candidate, GoldRoles gold, int hit, Set<Integer> named) {
        return hit >= 0
                && (!named.contains(hit) || gold.namedBy(candidate.text()).contains(hit));
    }

    /**
     * The keys say nothing of an entity that is optional in them, nor of soldiers and fighters who attack each other: they
     * were annotated for attacks on civilians only.
     */
    private static boolean isSilent(Candidate candidate, Role role, GoldRoles gold, int hit) {
        if (hit >= 0) {
            return gold.entities().get(hit).optional();
        }
        return candidate.isArmed()
                && switch (role) {
                    case TARGET -> candidate.isHarmed();
                    case PERPETRATOR -> candidate.isHarming();
                    case WEAPON -> false;
                };
    }
}
