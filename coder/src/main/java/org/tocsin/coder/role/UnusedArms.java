package org.tocsin.coder.role;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tocsin.coder.WeaponType;
import org.tocsin.coder.incident.Action;
import org.tocsin.coder.incident.Attack;
import org.tocsin.coder.incident.Trigger;

/**
 * Arms that an article names beside those of the attack: what police found somewhere, what guards carry. What was found is left
 * out only where the attack is told to have been made with something else, for it is mostly what it was made with.
 */
final class UnusedArms {
    /** Arms that one looks for when the other was used; a pistol found may be the one that the bullets came from. */
    private enum Kind {
        FIREARM,
        EXPLOSIVE,
        HEAVY,
        AIR,
        FIRE,
        HAND,
        OTHER
    }

    private static final Set<String> HANDLED =
            Set.of("object", "passive", "passive~", "who-passive", "who-object", "subject0");

    private final WeaponNames arms;
    private final HeadNouns heads;
    private final Attack attack;
    private final Set<String> violentForces = new HashSet<>();

    /** @param all everybody and everything that the article names */
    UnusedArms(RoleLexicon lexicon, Attack attack, List<Candidate> all) {
        this.arms = lexicon.weapons();
        this.heads = lexicon.heads();
        this.attack = attack;
        for (Candidate candidate : all) {
            if (candidate.isForce() && candidate.isHarming()) {
                violentForces.add(candidate.entity().best().lemma());
            }
        }
    }

    /** Those of the weapons that the attack may have been made with. */
    List<Candidate> without(List<Candidate> weapons) {
        EnumSet<Kind> used = EnumSet.noneOf(Kind.class);
        for (Candidate weapon : weapons) {
            if (isUsed(weapon)) {
                used.add(kind(weapon));
            }
        }
        return weapons.stream()
                .filter(weapon -> isUsed(weapon) || !(isBorne(weapon) || isFoundBeside(weapon, used)))
                .toList();
    }

    /** "Police found [a rifle]" after a stabbing, and not "police found a pistol" after a shooting. */
    private boolean isFoundBeside(Candidate weapon, EnumSet<Kind> used) {
        boolean found = weapon.entity().mentions().stream()
                .flatMap(mention -> mention.relations().stream())
                .anyMatch(this::isSeized);
        if (!found) {
            return false;
        }
        Set<Kind> kinds = EnumSet.copyOf(used);
        Set<Integer> told = weapon.entity().mentions().stream()
                .map(mention -> mention.s().sentence().index())
                .collect(Collectors.toSet());
        for (Trigger trigger : attack.triggers()) {
            if (trigger.kind() == Trigger.Kind.EVENT && !told.contains(trigger.sentence())) {
                kinds.addAll(kinds(trigger.action()));
            }
        }
        return !kinds.isEmpty() && !kinds.contains(kind(weapon));
    }

    private boolean isSeized(Relation relation) {
        return arms.isSeizing(relation.word()) && HANDLED.contains(relation.own());
    }

    /** Somewhere the object or means of violence: "fired a pistol", "attacked with knives", "a pistol used in the raid". */
    private boolean isUsed(Candidate weapon) {
        return weapon.entity().mentions().stream()
                .flatMap(mention -> mention.relations().stream())
                .anyMatch(relation -> relation.word().equals("use") || (relation.isViolent() && !isSeized(relation)));
    }

    private boolean isBorne(Candidate weapon) {
        return weapon.entity().mentions().stream().allMatch(this::isBorneByGuards);
    }

    /** "Soldiers with [rifles] stood guard", "police armed with [shotguns]", when those do no violence anywhere. */
    private boolean isBorneByGuards(Mention mention) {
        TaggedSentence s = mention.s();
        int i = mention.begin() - 1;
        while (i >= 0 && s.tag(i).isModifier()) {
            i--;
        }
        boolean with = i >= 0 && s.lower(i).equals("with");
        i = with ? i - 1 : i;
        boolean bears = i >= 0 && arms.isBearing(s.lower(i));
        i = bears ? i - 1 : i;
        while (bears && i >= 0 && (s.tag(i) == Tag.RELATIVE || s.tag(i) == Tag.BE)) {
            i--;
        }
        return (with || bears)
                && i >= 0
                && s.tag(i) == Tag.NOUN
                && !violentForces.contains(s.lemmas()[i])
                && heads.find(s, i, i)
                        .filter(noun -> noun.group().equals("force"))
                        .isPresent();
    }

    private static Kind kind(Candidate weapon) {
        WeaponType type = weapon.entity().best().weapon();
        return type == null
                ? Kind.OTHER
                : switch (type) {
                    case FIREARM -> Kind.FIREARM;
                    case GRENADE, BOMB, VEHICLE_BOMB, SUICIDE_BOMB, LANDMINE -> Kind.EXPLOSIVE;
                    case ROCKET_MISSILE, MORTAR_ARTILLERY -> Kind.HEAVY;
                    case AERIAL_BOMB, DRONE -> Kind.AIR;
                    case INCENDIARY -> Kind.FIRE;
                    case MELEE -> Kind.HAND;
                    default -> Kind.OTHER;
                };
    }

    /** What an action is done with that says so. */
    private static Set<Kind> kinds(Action action) {
        return switch (action) {
            case SHOOTING -> EnumSet.of(Kind.FIREARM);
            case STABBING, BEATING -> EnumSet.of(Kind.HAND);
            case ARSON -> EnumSet.of(Kind.FIRE, Kind.EXPLOSIVE);
            case BOMBING, SUICIDE_BOMBING, GRENADE -> EnumSet.of(Kind.EXPLOSIVE);
            case SHELLING -> EnumSet.of(Kind.HEAVY);
            case AIR_STRIKE -> EnumSet.of(Kind.AIR, Kind.HEAVY);
            default -> EnumSet.noneOf(Kind.class);
        };
    }
}
