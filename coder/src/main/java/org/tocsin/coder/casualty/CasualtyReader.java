package org.tocsin.coder.casualty;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.CountRange;
import org.tocsin.coder.casualty.CountMention.Bound;
import org.tocsin.coder.choice.Candidate;
import org.tocsin.coder.choice.ChoiceModel;
import org.tocsin.coder.choice.ChoiceModel.Choice;
import org.tocsin.coder.incident.Attack;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.WordClasses;

/**
 * How many people an attack killed and injured: all numbers of people in the article are candidates, and two learned
 * models choose the toll of this attack. Immutable and thread-safe.
 */
public final class CasualtyReader {
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
            List<Candidate<Integer>> all = candidates(attack);
            Optional<Choice<Integer>> dead = killed.choose(all);
            Optional<Choice<Integer>> hurt = injured.choose(all);
            return new Casualties(
                    dead.map(c -> range(attack, c.value())).orElse(null),
                    hurt.map(c -> range(attack, c.value())).orElse(null),
                    List.of());
        }

        /** What the models choose from. */
        public List<Candidate<Integer>> candidates(Attack attack) {
            return candidates.of(document, attack, mentions);
        }

        private @Nullable CountRange range(Attack attack, int number) {
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
