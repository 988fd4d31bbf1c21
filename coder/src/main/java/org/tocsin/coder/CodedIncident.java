package org.tocsin.coder;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One attack as one article reports it.
 *
 * @param attackDate civil days at the place of attack, never after publication there; null when the text leaves it open
 * @param place null when the text names none
 * @param killed people killed, without the attackers' own dead; null when unknown
 * @param injured people injured, without the attackers; null when unknown
 * @param evidence what carried the decisions, in text order
 * @param fingerprint what merging compares
 * @param confidence calibrated probability, 0..1, that a careful reader finds this incident in the article
 */
public record CodedIncident(
        AttackType attackType,
        AcledSubEventType acledSubEventType,
        Stage stage,
        @Nullable DateRange attackDate,
        @Nullable Place place,
        List<Target> targets,
        List<Perpetrator> perpetrators,
        List<Weapon> weapons,
        @Nullable CountRange killed,
        @Nullable CountRange injured,
        List<Evidence> evidence,
        Fingerprint fingerprint,
        double confidence) {

    public CodedIncident {
        targets = List.copyOf(targets);
        perpetrators = List.copyOf(perpetrators);
        weapons = List.copyOf(weapons);
        evidence = List.copyOf(evidence);
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be 0..1, is " + confidence);
        }
    }

    /** The type of the first weapon, if any is named. */
    public Optional<WeaponType> weaponType() {
        return weapons.stream().findFirst().map(Weapon::type);
    }
}
