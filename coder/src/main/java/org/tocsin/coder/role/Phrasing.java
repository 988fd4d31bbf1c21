package org.tocsin.coder.role;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.Perpetrator;
import org.tocsin.coder.Target;
import org.tocsin.coder.TargetType;
import org.tocsin.coder.Weapon;
import org.tocsin.coder.place.Actors;
import org.tocsin.coder.place.Nations;

/** From a chosen candidate to the record that is reported: its kind, type and nationality. */
final class Phrasing {
    private static final Set<String> STATE_GROUPS = Set.of("force", "state", "vehicle");

    /** Whose a vehicle is. */
    private static final Set<String> FORCES = Set.of("police", "army", "military", "troop", "troops", "soldiers");

    /** Words for both soldiers and police. */
    static final Set<String> EITHER_FORCE = Set.of(
            "officer",
            "patrol",
            "commander",
            "chief",
            "unit",
            "reinforcement",
            "detachment",
            "contingent",
            "recruit",
            "personnel",
            "convoy");

    private final RoleLexicon lexicon;

    Phrasing(RoleLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** @param sentences the attack's, whose words for it are reported */
    Target target(Candidate candidate, Set<Integer> sentences) {
        Mention mention = candidate.entity().best();
        HeadNouns.Entry noun = mention.noun().orElse(null);
        Target.Kind kind = noun != null ? noun.kind() : guessKind(mention);
        TargetType type = noun != null ? type(candidate, noun) : TargetType.UNKNOWN;
        if (noun == null && kind == Target.Kind.HUMAN) {
            type = isPeople(mention)
                    ? TargetType.PRIVATE_CITIZENS
                    : mention.s().actors()[mention.head()] != null ? TargetType.NON_STATE_MILITIA : titleType(mention);
        }
        String text = candidate.text(sentences, lexicon.phrases());
        return new Target(text, role(candidate, kind), kind, type, nationality(candidate.entity()), "");
    }

    /** Who is aimed at is intended, soldiers and police also when they are harmed. */
    private Target.Role role(Candidate candidate, Target.Kind kind) {
        boolean aimed = false;
        boolean harmed = false;
        for (Mention mention : candidate.entity().mentions()) {
            for (Relation relation : mention.relations()) {
                aimed |= relation.aims(lexicon.words().idioms())
                        && !(kind == Target.Kind.PHYSICAL && relation.group().equals("shoot"));
                harmed |= relation.group().equals("kill") || relation.group().equals("wound");
            }
        }
        if (kind == Target.Kind.PHYSICAL) {
            return aimed ? Target.Role.INTENDED : Target.Role.STRUCK;
        }
        boolean known = candidate.entity().best().noun().isPresent() || candidate.isArmed();
        return known && aimed && (!harmed || candidate.isForce()) ? Target.Role.INTENDED : Target.Role.VICTIM;
    }

    /** An officer or a patrol is of the force that the article speaks of; a police truck is the police's. */
    private static TargetType type(Candidate candidate, HeadNouns.Entry noun) {
        Mention mention = candidate.entity().best();
        TargetType unclear = candidate.isAmongPolice() ? TargetType.POLICE : TargetType.MILITARY;
        if (noun.type() == TargetType.MILITARY && EITHER_FORCE.contains(mention.lemma())) {
            return unclear;
        }
        if (noun.type() == TargetType.TRANSPORTATION && noun.group().equals("vehicle")) {
            for (int i = mention.begin(); i < mention.end(); i++) {
                String word = mention.s().lower(i);
                if (FORCES.contains(word) || word.equals("patrol")) {
                    return word.equals("police")
                            ? TargetType.POLICE
                            : word.equals("patrol") ? unclear : TargetType.MILITARY;
                }
            }
        }
        return noun.type();
    }

    private Target.Kind guessKind(Mention mention) {
        if (mention.isName() || isPeople(mention)) {
            return Target.Kind.HUMAN;
        }
        String kind = lexicon.words().entry(mention.lemma()).kind();
        return switch (kind) {
            case "person", "organization", "force", "group" -> Target.Kind.HUMAN;
            default -> Target.Kind.PHYSICAL;
        };
    }

    /** "two Americans", "a Briton": a word for a people, and not "Iraq". */
    private boolean isPeople(Mention mention) {
        return lexicon.nations()
                .at(mention.s().sentence().tokens(), mention.head(), false)
                .filter(match -> match.value().kind() == Nations.Kind.ADJECTIVE)
                .isPresent();
    }

    /** The type of the title before a name: "Judge X". */
    private TargetType titleType(Mention mention) {
        for (int i = mention.head() - 1; i >= mention.begin(); i--) {
            if (!mention.s().names()[i]) {
                HeadNouns.Entry title =
                        lexicon.heads().find(mention.s(), mention.begin(), i).orElse(null);
                if (title != null) {
                    return title.type();
                }
            }
        }
        return TargetType.PRIVATE_CITIZENS;
    }

    /** Of the phrase that is reported, else of the first other one that says it: "the troops", "US troops". */
    static @Nullable String nationality(Entity entity) {
        String own = nationality(entity.best());
        for (Mention mention : entity.mentions()) {
            own = own == null && RoleFeatures.isArmed(mention) ? nationality(mention) : own;
        }
        return own;
    }

    private static @Nullable String nationality(Mention mention) {
        for (int i = mention.begin(); i < mention.end(); i++) {
            if (mention.s().nations()[i] != null) {
                return mention.s().nations()[i];
            }
        }
        Actors.Actor actor = mention.s().actors()[mention.head()];
        return actor == null ? null : actor.nationality();
    }

    Perpetrator perpetrator(Candidate candidate) {
        Mention mention = candidate.entity().best();
        boolean claimed = candidate.entity().mentions().stream()
                .flatMap(m -> m.relations().stream())
                .anyMatch(relation -> relation.group().equals("claim"));
        return new Perpetrator(candidate.text(), perpetratorKind(mention), claimed);
    }

    private static Perpetrator.Kind perpetratorKind(Mention mention) {
        Actors.Actor actor = mention.s().actors()[mention.head()];
        if (actor != null) {
            return actor.kind();
        }
        String group = mention.noun().map(HeadNouns.Entry::group).orElse("-");
        if (STATE_GROUPS.contains(group) || mention.s().isNation(mention.head())) {
            return Perpetrator.Kind.STATE_FORCES;
        }
        if (group.equals("attacker") || group.equals("people") || group.equals("kin")) {
            return Perpetrator.Kind.UNKNOWN_GROUP;
        }
        if (mention.isName() && group.equals("-")) {
            return Perpetrator.Kind.PERSON;
        }
        return group.equals("faction") ? Perpetrator.Kind.ORGANIZATION : Perpetrator.Kind.UNKNOWN_GROUP;
    }

    Weapon weapon(Candidate candidate) {
        return new Weapon(
                candidate.text(),
                Objects.requireNonNull(candidate.entity().best().weapon()));
    }
}
