package org.tocsin.coder.role;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tocsin.coder.WeaponType;
import org.tocsin.coder.text.WordClasses;

/** Words that news calls a bomb by that it named before: "the device", "the charge", the bomb of "bomb blast". */
final class Explosives {
    private static final Set<WeaponType> TYPES =
            EnumSet.of(WeaponType.BOMB, WeaponType.VEHICLE_BOMB, WeaponType.SUICIDE_BOMB, WeaponType.LANDMINE);

    private static final WordClasses WORDS = WordClasses.load(Explosives.class, "explosives.tsv");

    private Explosives() {}

    /** Some kind of bomb or mine. */
    static boolean isExplosive(Entity weapon) {
        return TYPES.contains(weapon.best().weapon());
    }

    /** A bomb by the name of its vehicle: "a car packed with explosives". */
    static boolean isLadenVehicle(Entity weapon) {
        return weapon.best()
                .noun()
                .filter(noun -> noun.group().equals("vehicle"))
                .isPresent();
    }

    /** A general word for a bomb that nowhere tells of a new one: "the device", and not "a device" or "the second device". */
    static boolean isReference(Entity weapon) {
        Mention best = weapon.best();
        return best.weapon() == WeaponType.BOMB
                && WORDS.is("general", best.lemma())
                && !isFurther(best)
                && areDefinite(weapon.mentions());
    }

    /** "The device", and not "the bomb". */
    static boolean isVague(Entity weapon) {
        return isReference(weapon) && WORDS.is("vague", weapon.best().lemma());
    }

    private static boolean areDefinite(List<Mention> mentions) {
        return mentions.stream()
                .allMatch(mention -> mention.part() != Mention.Part.WHOLE
                        || (mention.begin() > 0
                                && WORDS.is("definite", mention.s().lower(mention.begin() - 1))));
    }

    private static boolean isFurther(Mention mention) {
        for (int i = mention.begin(); i < mention.head(); i++) {
            if (mention.s().tag(i) == Tag.NUMBER
                    || WORDS.is("further", mention.s().lower(i))) {
                return true;
            }
        }
        return false;
    }
}
