package org.tocsin.coder.role;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.Perpetrator;
import org.tocsin.coder.Target;
import org.tocsin.coder.Weapon;
import org.tocsin.coder.incident.Attack;
import org.tocsin.coder.place.Actors;
import org.tocsin.coder.place.Nations;
import org.tocsin.coder.text.Document;

/** Reads the targets, perpetrators and weapons of attacks. Immutable once loaded. */
public final class RoleReader {
    /** Below this the model has good reasons against it. */
    private static final double LEAST_MEANT = 0.02;

    /** As {@link #LEAST_MEANT}, for all whom the text says to be a target in so many words. */
    private static final double LEAST_OUTRIGHT = 0.1;

    /** As {@link #LEAST_MEANT}, for sites: on syria/dev four of the eight that it adds are annotated. */
    private static final double LEAST_SITE = 0.08;

    /**
     * From this probability on an entity that stands in no attack's sentence has its part in the main attack: "regime jets",
     * named once the news is told. Between .6 and .8 the choice hardly matters, on muc4/train left out in turn as on dev.
     */
    private static final double SURE = 0.7;

    /** The same for who did it: news names him once all else is told. */
    private static final double SURE_DOER = 0.5;

    private final RoleLexicon lexicon;
    private final RoleModel model;

    private RoleReader(RoleLexicon lexicon, RoleModel model) {
        this.lexicon = lexicon;
        this.model = model;
    }

    /** Loads the word lists and the shipped model. */
    public static RoleReader load(Actors actors, Nations nations) {
        return new RoleReader(RoleLexicon.load(actors, nations), RoleModel.load());
    }

    /** A reader without a shipped model, which finds candidates only: where training begins. */
    public static RoleReader forTraining(Actors actors, Nations nations) {
        return new RoleReader(RoleLexicon.load(actors, nations), RoleModel.none());
    }

    /** What the models choose from, in a document that tells of these attacks. */
    public List<Candidate> candidates(Document document, List<Attack> attacks) {
        return Candidate.of(document, attacks, lexicon);
    }

    /** Finds and ranks the entities of a document, once for all its attacks; the first of them is the main one. */
    public Article read(Document document, List<Attack> attacks) {
        return new Article(candidates(document, attacks), attacks);
    }

    /** The ranked entities of one document; for one thread. */
    public final class Article {
        private final List<Candidate> candidates;
        private final List<Attack> attacks;
        private @Nullable Map<Candidate, Double> perpetrators;
        private final Set<Integer> told = new HashSet<>();

        private Article(List<Candidate> candidates, List<Attack> attacks) {
            Set<Integer> recalled = new HashSet<>();
            attacks.forEach(attack -> recalled.addAll(attack.recalled()));
            this.candidates = candidates.stream()
                    .filter(candidate -> !candidate.standsNowhereBut(recalled))
                    .toList();
            this.attacks = List.copyOf(attacks);
            attacks.forEach(attack -> told.addAll(attack.sentences()));
        }

        /** How surely the article says who was attacked and with what. */
        public RoleEvidence evidence() {
            return RoleEvidence.of(candidates, model);
        }

        /** Who and what played a role in this attack, one of those that were read. */
        public Roles of(Attack attack) {
            Set<Integer> sentences = new HashSet<>(attack.sentences());
            boolean main = attack.equals(attacks.get(0));
            return roles(
                    attack,
                    candidates.stream()
                            .filter(candidate -> candidate.stands(sentences) || (main && !candidate.stands(told)))
                            .toList());
        }

        private Roles roles(Attack attack, List<Candidate> candidates) {
            Phrasing phrasing = new Phrasing(lexicon);
            List<Roles.Span> spans = new ArrayList<>();
            List<Target> targets = new ArrayList<>();
            Set<Integer> sentences = new HashSet<>(attack.sentences());
            boolean isHosted = false;
            for (Candidate candidate : chosen(Role.TARGET, attack, candidates, spans)) {
                boolean hosted = candidate.isForce() && candidate.isHosted(sentences);
                isHosted |= hosted;
                Target target = phrasing.target(candidate, sentences);
                targets.add(hosted ? target.as(Target.Role.INTENDED) : target);
            }
            List<Perpetrator> perpetrators = new ArrayList<>();
            for (Candidate candidate : chosen(Role.PERPETRATOR, attack, candidates, spans)) {
                perpetrators.add(phrasing.perpetrator(candidate));
            }
            List<Weapon> weapons = new ArrayList<>();
            for (Candidate candidate : chosen(Role.WEAPON, attack, candidates, spans)) {
                weapons.add(phrasing.weapon(candidate));
            }
            return new Roles(Intention.of(targets, isHosted), perpetrators, weapons, spans);
        }

        private List<Candidate> chosen(Role role, Attack attack, List<Candidate> candidates, List<Roles.Span> spans) {
            Set<Integer> sentences = new HashSet<>(attack.sentences());
            double threshold = model.threshold(role);
            List<Scored> all = candidates.stream()
                    .filter(candidate -> candidate.fits(role))
                    .map(candidate -> new Scored(candidate, probability(role, candidate), candidate.stands(sentences)))
                    .toList();
            Repeats repeats = new Repeats(role, model);
            List<Candidate> accepted = all.stream()
                    .filter(scored -> switch (role) {
                        case PERPETRATOR -> !isOnlyHarmed(scored.candidate());
                        case TARGET -> !isOnlySuspected(scored.candidate());
                        case WEAPON -> true;
                    })
                    .sorted(Comparator.comparing(
                                    (Scored scored) -> !scored.candidate().isLast())
                            .thenComparing(Scored::here)
                            .thenComparingDouble(Scored::probability)
                            .reversed())
                    .filter(scored ->
                            repeats.accept(scored.candidate(), scored.probability(), least(role, scored, threshold))
                                    || isMeant(role, scored, sentences))
                    .map(Scored::candidate)
                    .toList();
            List<Candidate> chosen = role == Role.WEAPON
                    ? new UnusedArms(lexicon, attack, this.candidates).without(accepted)
                    : foremost(role, accepted);
            for (Candidate candidate : chosen) {
                Mention mention = candidate.entity().best(sentences);
                spans.add(new Roles.Span(mention.beginChar(), mention.endChar()));
            }
            return chosen;
        }

        /** Harmed, nowhere told to do harm, and a force or a target. */
        private boolean isOnlyHarmed(Candidate candidate) {
            return candidate.isHarmed()
                    && !candidate.isHarming()
                    && (candidate.isForce()
                            || model.probability(Role.TARGET, candidate) >= model.threshold(Role.TARGET));
        }

        /** Blamed or arrested for it, or claims it, and nowhere harmed. */
        private static boolean isOnlySuspected(Candidate candidate) {
            return candidate.isNamedAsDoer() && !candidate.isHarmed();
        }

        private double probability(Role role, Candidate candidate) {
            if (role != Role.PERPETRATOR) {
                return model.probability(role, candidate);
            }
            if (perpetrators == null) {
                perpetrators = model.perpetrators(candidates);
            }
            return perpetrators.getOrDefault(candidate, 0.0);
        }
    }

    private record Scored(Candidate candidate, double probability, boolean here) {}

    /** Who is blamed for it or claims it mostly stands in a sentence of its own, and the text says it outright. */
    private static double least(Role role, Scored scored, double threshold) {
        if (role == Role.PERPETRATOR && scored.candidate().isNamedAsDoer()) {
            return threshold;
        }
        return scored.here() ? threshold : Math.max(threshold, role == Role.PERPETRATOR ? SURE_DOER : SURE);
    }

    /**
     * Who the text says in so many words was killed or meant, and forces and military sites that it says were aimed at, also
     * where few articles of training tell of such.
     */
    private boolean isMeant(Role role, Scored scored, Set<Integer> sentences) {
        Candidate candidate = scored.candidate();
        if (role == Role.TARGET && candidate.isToldOutright() && scored.probability() >= LEAST_OUTRIGHT) {
            return true;
        }
        if (role != Role.TARGET || !(candidate.isForce() || candidate.isMilitarySite())) {
            return false;
        }
        double least = candidate.isForce() ? LEAST_MEANT : LEAST_SITE;
        return (candidate.isForce() && candidate.isHosted(sentences))
                || (candidate.isAimedAt(sentences, lexicon.words().idioms()) && scored.probability() >= least);
    }

    /**
     * Without places, people who are counted among others, those of the attackers who were stopped, and aircraft of nobody
     * knows whom, unless the text tells of nobody and nothing else.
     */
    private static List<Candidate> foremost(Role role, List<Candidate> chosen) {
        List<Candidate> foremost = chosen.stream()
                .filter(candidate -> switch (role) {
                    case TARGET -> !candidate.isPlace() && !candidate.isCounted() && !candidate.isSomeOfTheAttackers();
                    case PERPETRATOR -> !candidate.isUnownedVehicle();
                    case WEAPON -> true;
                })
                .toList();
        return foremost.isEmpty() ? chosen : foremost;
    }
}
