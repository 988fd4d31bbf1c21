package org.tocsin.coder.casualty;

import java.util.EnumSet;
import java.util.List;
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
            CountRange dead = toll(attack, KILL, 0, sentences);
            int known = dead == null || dead.min() == null ? 0 : dead.min();
            CountRange hurt = toll(attack, INJURE, known, sentences);
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

        private @Nullable CountRange toll(Attack attack, String harm, int dead, Set<Integer> sentences) {
            ChoiceModel model = harm.equals(KILL) ? killed : injured;
            double harmed = model.probabilities(any(attack, harm, dead)).getOrDefault(true, 0.0);
            boolean otherDead = harmed > 0.5 && harm.equals(KILL) && !HarmEvidence.isDeathTold(text, attack);
            if (harmed > 0.5 && !otherDead && (harm.equals(KILL) || HarmEvidence.isInjuryTold(text))) {
                return model.choose(numbers(attack, harm, dead))
                        .map(c -> stated(attack, c.value(), harm, sentences))
                        .orElse(null);
            }
            boolean clear = (AT_PERSONS.contains(attack.main().action()) && !otherDead)
                    || isDenied(attack, harm)
                    || (harm.equals(KILL) && tellsOnlyOfInjured(attack));
            return clear ? CountRange.exactly(0) : null;
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
            return false;
        }

        /** The number with the bound that the text gives it, and the sentences that state it. */
        private CountRange stated(Attack attack, int number, String harm, Set<Integer> sentences) {
            CountRange range = CountRange.exactly(number);
            for (int i = 0; i < text.mentions().size(); i++) {
                CountMention mention = text.mentions().get(i);
                if (mention.number() == number && says(i, harm) && !text.isOfAnother(mention.sentence(), attack)) {
                    range = mention.isOpen() ? mention.range() : range;
                    if (attack.tells(mention.sentence())) {
                        sentences.add(mention.sentence());
                    }
                }
            }
            return range;
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
