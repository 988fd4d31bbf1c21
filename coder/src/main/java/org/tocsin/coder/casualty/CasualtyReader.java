package org.tocsin.coder.casualty;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.CountRange;
import org.tocsin.coder.choice.Candidate;
import org.tocsin.coder.choice.ChoiceModel;
import org.tocsin.coder.incident.Action;
import org.tocsin.coder.incident.Attack;
import org.tocsin.coder.incident.AttackSentences;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.WordClasses;

/**
 * How many people an attack killed and injured: learned models decide whether anybody was harmed, then choose among the
 * numbers of people in the article. Immutable and thread-safe.
 */
public final class CasualtyReader {
    /** The harm that is counted. */
    public static final String KILL = "kill";

    public static final String INJURE = "injure";

    /** "Many were injured". */
    private static final CountRange SEVERAL = new CountRange(2, null);

    /** Said of those hit, dead or alive. */
    private static final String SHOT = "shot";

    /** How far behind "no" the casualties that it denies may stand: "no civilian casualties". */
    private static final int NEAR = 2;

    /** Reports of these name those who were hit; silence about a bombardment says nothing of its victims. */
    private static final Set<Action> AT_PERSONS = EnumSet.of(
            Action.SHOOTING,
            Action.STABBING,
            Action.ROBBERY,
            Action.ASSAULT,
            Action.BEATING,
            Action.KILLING,
            Action.INJURY,
            Action.ASSASSINATION,
            Action.KIDNAPPING,
            Action.HOSTAGE_TAKING,
            Action.HIJACKING,
            Action.SEXUAL,
            Action.RAMMING);

    private final WordClasses words = WordClasses.load(CasualtyReader.class, "words.tsv");
    private final TollCandidates candidates = new TollCandidates(words);
    private final Denials denials = new Denials(words);
    private final Uncounted uncounted = new Uncounted(words);
    private final ChoiceModel killed;
    private final ChoiceModel injured;

    /** With the models to choose by. */
    public CasualtyReader(ChoiceModel killed, ChoiceModel injured) {
        this.killed = killed;
        this.injured = injured;
    }

    /** With the shipped models. */
    public static CasualtyReader load() {
        return new CasualtyReader(
                ChoiceModel.load(CasualtyReader.class, "killed.tsv"),
                ChoiceModel.load(CasualtyReader.class, "injured.tsv"));
    }

    /** The numbers of one article, read once for all its attacks. */
    public final class Article {
        private final HarmText text;

        private Article(Document document, AttackSentences attacks) {
            this.text = candidates.read(document, attacks);
        }

        /** The toll of that attack. */
        public Casualties of(Attack attack) {
            TreeSet<Integer> sentences = new TreeSet<>();
            OwnDead own = new OwnDead(words, text, attack);
            CountRange dead = own.isAll() ? CountRange.exactly(0) : toll(attack, KILL, 0, own, sentences);
            int known = dead == null ? 0 : Objects.requireNonNullElse(dead.min() == null ? dead.max() : dead.min(), 0);
            CountRange hurt = toll(attack, INJURE, known, own, sentences);
            return new Casualties(dead, hurt, List.copyOf(sentences));
        }

        /**
         * Whether anybody was harmed: what the models choose from first.
         *
         * @param harm {@link #KILL} or {@link #INJURE}
         * @param dead how many were killed, for the choice of the injured; else 0
         */
        public List<Candidate<Boolean>> any(Attack attack, String harm, int dead) {
            return candidates.any(text, attack, harm, dead);
        }

        /** How many, when somebody was: what the models choose from then. */
        public List<Candidate<Integer>> numbers(Attack attack, String harm, int dead) {
            return candidates.numbers(text, attack, harm, dead);
        }

        private @Nullable CountRange toll(Attack attack, String harm, int dead, OwnDead own, Set<Integer> sentences) {
            if (harm.equals(INJURE) && isOnlyOthersDenied(attack)) {
                return CountRange.exactly(0);
            }
            ChoiceModel model = harm.equals(KILL) ? killed : injured;
            double harmed = model.probabilities(any(attack, harm, dead)).getOrDefault(true, 0.0);
            if (harm.equals(INJURE) && dead > 0 && new ToldApart(words, text, attack).isAnotherHurt()) {
                harmed = 1;
            }
            boolean otherDead = harmed > 0.5 && harm.equals(KILL) && !HarmEvidence.isDeathTold(text, attack);
            if (harmed > 0.5 && !otherDead && (harm.equals(KILL) || HarmEvidence.isInjuryTold(text))) {
                List<Candidate<Integer>> numbers = numbers(attack, harm, dead);
                Tolls tolls = new Tolls(words, text, attack, own);
                List<Candidate<Integer>> victims = numbers.stream()
                        .filter(number -> harm.equals(INJURE)
                                || !(own.isOnlyTheirs(number.value()) || tolls.isSuperseded(number.value())))
                        .toList();
                return model.choose(victims.isEmpty() ? numbers : victims)
                        .map(c -> stated(attack, c.value(), harm, sentences))
                        .map(toll -> harm.equals(KILL) ? shifted(toll, tolls, own) : toll)
                        .map(toll -> isUncounted(attack, toll, harm) ? SEVERAL : toll)
                        .orElse(null);
            }
            boolean clear = (AT_PERSONS.contains(attack.main().action()) && !otherDead)
                    || isDenied(attack, harm)
                    || (harm.equals(KILL) && tellsOnlyOfInjured(attack));
            return clear ? CountRange.exactly(0) : null;
        }

        /** With those who died beside the ones counted, and without the attackers among them. */
        private static CountRange shifted(CountRange toll, Tolls tolls, OwnDead own) {
            if (toll.min() == null) {
                return toll;
            }
            int by = tolls.beside(toll.min()) - own.among(toll.min());
            return new CountRange(toll.min() + by, toll.max() == null ? null : toll.max() + by);
        }

        /** Whether the number is a guess where the text tells of several: "six were killed and many were injured". */
        private boolean isUncounted(Attack attack, CountRange toll, String harm) {
            if (!CountRange.exactly(1).equals(toll) || isOneTold(harm)) {
                return false;
            }
            return text.document().sentences().stream()
                    .anyMatch(sentence ->
                            HarmEvidence.bears(text, sentence, attack) && uncounted.tells(sentence.tokens(), harm));
        }

        /** Whether the article tells of anybody alone, or counts anybody, of whom that harm is said. */
        private boolean isOneTold(String harm) {
            boolean injury = harm.equals(INJURE);
            return IntStream.range(0, text.mentions().size())
                            .anyMatch(i -> text.mentions().get(i).number() == 1
                                    && (says(i, harm) || (injury && says(i, SHOT))))
                    || text.individuals().stream()
                            .anyMatch(person ->
                                    person.said() != null && person.said().isDeath() != injury);
        }

        /** Whether injured are counted and nobody is said to be dead, missing or feared so, be it without a number. */
        private boolean tellsOnlyOfInjured(Attack attack) {
            boolean open = text.document().sentences().stream()
                    .filter(sentence -> HarmEvidence.bears(text, sentence, attack))
                    .anyMatch(this::leavesDeadOpen);
            return !open
                    && IntStream.range(0, text.mentions().size())
                            .anyMatch(i ->
                                    says(i, INJURE) && text.mentions().get(i).number() > 0 && bears(i, attack));
        }

        private boolean leavesDeadOpen(Sentence sentence) {
            return text.hits(sentence).stream().anyMatch(hit -> hit.harm().equals(KILL))
                    || sentence.tokens().stream().anyMatch(token -> words.is("open", token.lower()));
        }

        private boolean bears(int i, Attack attack) {
            return HarmEvidence.bears(text, text.sentence(text.mentions().get(i)), attack);
        }

        /** "No one was hurt", "no casualties", where it bears on the attack; whom nothing hurt nothing killed. */
        private boolean isDenied(Attack attack, String harm) {
            for (int i = 0; i < text.mentions().size(); i++) {
                CountMention mention = text.mentions().get(i);
                if (mention.number() == 0 && bears(i, attack) && denies(i, harm)) {
                    return true;
                }
            }
            return text.document().sentences().stream()
                    .anyMatch(sentence -> mayDeny(sentence, attack) && denials.of(sentence.tokens(), harm));
        }

        /** "One person was killed. No one else was hurt": none is injured, where nothing else tells of injured. */
        private boolean isOnlyOthersDenied(Attack attack) {
            return !isHurtTold(attack)
                    && text.document().sentences().stream()
                            .anyMatch(sentence ->
                                    mayDeny(sentence, attack) && denials.ofOthers(sentence.tokens(), INJURE));
        }

        /** Whether a denial in that sentence is of this attack's harm: the sentence tells of it, or goes on with one that does. */
        private boolean mayDeny(Sentence sentence, Attack attack) {
            if (text.isOfAnother(sentence.index(), attack) || text.isPast(sentence)) {
                return false;
            }
            boolean goesOn = sentence.index() > 0
                    && HarmEvidence.bears(text, text.document().sentences().get(sentence.index() - 1), attack);
            return goesOn || HarmEvidence.bears(text, sentence, attack);
        }

        /** Whether a number or a person is said to be injured or hit. */
        private boolean isHurtTold(Attack attack) {
            boolean counted = IntStream.range(0, text.mentions().size())
                    .anyMatch(i -> text.mentions().get(i).number() > 0
                            && bears(i, attack)
                            && (says(i, INJURE) || says(i, SHOT)));
            return counted
                    || text.individuals().stream()
                            .anyMatch(person ->
                                    person.said() != null && !person.said().isDeath());
        }

        /** The number with the bound that the text gives it, and the sentences that state it. */
        private CountRange stated(Attack attack, int number, String harm, Set<Integer> sentences) {
            CountRange range = CountRange.exactly(number);
            boolean atMost = true;
            boolean said = false;
            for (int i = 0; i < text.mentions().size(); i++) {
                CountMention mention = text.mentions().get(i);
                if (mention.number() == number && says(i, harm) && !text.isOfAnother(mention.sentence(), attack)) {
                    range = mention.isOpen() ? mention.range() : range;
                    atMost &= mention.isAtMost();
                    said = true;
                    if (attack.tells(mention.sentence())) {
                        sentences.add(mention.sentence());
                    }
                }
            }
            return said && atMost ? new CountRange(null, number) : range;
        }

        /** "No word on casualties" denies none. */
        private boolean denies(int i, String harm) {
            CountMention none = text.mentions().get(i);
            boolean open = !says(i, KILL) && !says(i, INJURE) && none.head() - none.last() > NEAR;
            return text.said(i) != null && !open && (harm.equals(KILL) || !says(i, KILL));
        }

        private boolean says(int i, String harm) {
            Statement said = text.said(i);
            return said != null && said.harm().equals(harm);
        }
    }

    /** Finds the numbers of people in an article with these attacks: what is told of one of them is no toll of another. */
    public Article read(Document document, AttackSentences attacks) {
        return new Article(document, attacks);
    }
}
