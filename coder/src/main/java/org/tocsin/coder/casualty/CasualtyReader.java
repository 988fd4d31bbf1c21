package org.tocsin.coder.casualty;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.CountRange;
import org.tocsin.coder.casualty.CountMention.Bound;
import org.tocsin.coder.choice.Candidate;
import org.tocsin.coder.choice.ChoiceModel;
import org.tocsin.coder.incident.Attack;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.WordClasses;

/**
 * How many people an attack killed and injured: all numbers of people in the article are candidates, and two learned
 * models choose the toll of this attack. Immutable and thread-safe.
 */
public final class CasualtyReader {
    /** Nobody was harmed only when the chance that somebody was is no greater than this; between, it is unknown. */
    private static final double MOST_DOUBT = 0.4;

    /** The harm that is counted. */
    public static final String KILL = "kill";

    public static final String INJURE = "injure";

    private final TollCandidates candidates;
    private final ChoiceModel killed;
    private final ChoiceModel injured;

    /** With the models to choose by. */
    public CasualtyReader(ChoiceModel killed, ChoiceModel injured) {
        this.candidates = new TollCandidates(WordClasses.load(CasualtyReader.class, "words.tsv"));
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
        private final Document document;
        private final List<CountMention> mentions;

        private Article(Document document) {
            this.document = document;
            this.mentions = candidates.mentions(document);
        }

        /** The toll of that attack. */
        public Casualties of(Attack attack) {
            CountRange dead = toll(killed, attack, 0);
            int known = dead == null || dead.min() == null ? 0 : dead.min();
            return new Casualties(dead, toll(injured, attack, known), List.of());
        }

        /** Whether anybody was harmed: what the models choose from first. */
        public List<Candidate<Boolean>> any(Attack attack) {
            return candidates.any(document, attack, mentions);
        }

        /**
         * How many, when somebody was: what the models choose from then.
         *
         * @param harm {@link #KILL} or {@link #INJURE}
         * @param dead how many were killed, for the choice of the injured; else 0
         */
        public List<Candidate<Integer>> numbers(Attack attack, String harm, int dead) {
            return candidates.numbers(document, attack, mentions, harm, dead);
        }

        private @Nullable CountRange toll(ChoiceModel model, Attack attack, int dead) {
            double harmed = model.probabilities(any(attack)).getOrDefault(true, 0.0);
            if (harmed > 0.5) {
                return model.choose(numbers(attack, model == killed ? KILL : INJURE, dead))
                        .map(c -> range(c.value()))
                        .orElse(null);
            }
            return harmed <= MOST_DOUBT ? CountRange.exactly(0) : null;
        }

        private @Nullable CountRange range(int number) {
            for (CountMention mention : mentions) {
                if (mention.number() == number && mention.bound() == Bound.LEAST) {
                    return mention.range();
                }
            }
            return CountRange.exactly(number);
        }
    }

    /** Finds the numbers of people in an article. */
    public Article read(Document document) {
        return new Article(document);
    }
}
