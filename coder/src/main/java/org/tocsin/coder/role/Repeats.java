package org.tocsin.coder.role;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.coder.WeaponType;

/**
 * Holds back who was chosen already in other words: news calls one group of attackers "gunmen", "guerrillas" and "terrorists"
 * in turn, and each name beside the first is a second perpetrator only when it is surer by a margin. Of targets a trained model
 * says how surely the next is another one ({@link Further}); of weapons a general word for a bomb is none beside that bomb.
 */
public final class Repeats {
    /** On muc4/train, each part left out in turn, F1 of perpetrators is .496 at 0, .505 at .15, .508 at .3, .509 at .45. */
    private static final double MARGIN = 0.3;

    private final Role role;
    private final RoleModel model;
    private final Set<String> seen = new HashSet<>();

    /** Known by name, of the doers chosen: "fighters of the Islamic State" are of one that is. */
    private final Set<String> groups = new HashSet<>();

    /** Of the vehicle bombs chosen, whether the vehicle stands for the bomb. */
    private final Set<Boolean> vehicleBombs = new HashSet<>();

    private final List<Further.Look> chosen = new ArrayList<>();

    public Repeats(Role role, RoleModel model) {
        this.role = role;
        this.model = model;
    }

    /**
     * Whether the next surest candidate is chosen when that probability is the least for a first one; remembers it. A bomber,
     * who must come last, is not chosen beside a group that is known by name: it had sent him.
     */
    public boolean accept(Candidate candidate, double probability, double threshold) {
        return switch (role) {
            case TARGET -> acceptTarget(candidate, probability, threshold);
            case PERPETRATOR -> acceptPerpetrator(candidate, probability, threshold);
            case WEAPON -> acceptWeapon(candidate, probability, threshold);
        };
    }

    private boolean acceptTarget(Candidate candidate, double probability, double threshold) {
        if (probability < Further.LEAST) {
            return false;
        }
        Further.Look look = new Further.Look(candidate);
        boolean accepted = model.further(probability, look, chosen) >= threshold;
        if (accepted) {
            chosen.add(look);
        }
        return accepted;
    }

    private boolean acceptPerpetrator(Candidate candidate, double probability, double threshold) {
        if ((candidate.isBomber() && seen.contains(Candidate.NAMED))
                || !Collections.disjoint(groups, candidate.groups())) {
            return false;
        }
        boolean first = !seen.contains(candidate.description());
        boolean accepted = probability >= (first ? threshold : threshold + MARGIN);
        if (accepted) {
            seen.add(candidate.description());
            groups.addAll(candidate.groups());
        }
        return accepted;
    }

    /** "A van packed with explosives" beside "van bomb", and not "a car bomb" beside "a truck bomb". */
    private boolean isVehicleBombAgain(Candidate candidate) {
        return candidate.entity().best().weapon() == WeaponType.VEHICLE_BOMB
                && vehicleBombs.contains(!Explosives.isLadenVehicle(candidate.entity()));
    }

    /** "The device" beside a car bomb is that bomb again. */
    private boolean acceptWeapon(Candidate candidate, double probability, double threshold) {
        String noun = candidate.entity().best().lemma();
        boolean again =
                Explosives.isReference(candidate.entity()) && seen.stream().anyMatch(other -> !other.equals(noun));
        boolean accepted = probability >= threshold && !again && !isVehicleBombAgain(candidate);
        if (accepted && candidate.entity().best().weapon() == WeaponType.VEHICLE_BOMB) {
            vehicleBombs.add(Explosives.isLadenVehicle(candidate.entity()));
        }
        if (accepted && Explosives.isExplosive(candidate.entity())) {
            seen.add(noun);
        }
        return accepted;
    }
}
