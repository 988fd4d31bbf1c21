package org.tocsin.coder.incident;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.model.Features;
import org.tocsin.coder.model.LinearModel;
import org.tocsin.coder.model.ModelSource;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Nameless;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.Token;

/** Finds the words that tell of attacks and judges each where it stands. */
public final class TriggerReader {
    /** The model of {@link #load(ModelSource)}. */
    public static final String MODEL = "trigger.model";

    /** News never has more attack words; what has is a list, which is not read further, so that its cost stays bounded. */
    static final int MOST = 500;

    private final TriggerLexicon lexicon;
    private final Cues cues;
    private final Nameless words;
    private final ActionTable actions;
    private final @Nullable LinearModel model;

    private TriggerReader(
            TriggerLexicon lexicon, Cues cues, Nameless words, ActionTable actions, @Nullable LinearModel model) {
        this.lexicon = lexicon;
        this.cues = cues;
        this.words = words;
        this.actions = actions;
        this.model = model;
    }

    /** Reads with the trained model. */
    public static TriggerReader load(ModelSource source) {
        return untrained().with(LinearModel.load(source, MODEL));
    }

    /** Finds candidates only: {@link #read} then gives each phrase its weight in the lexicon. */
    public static TriggerReader untrained() {
        return new TriggerReader(TriggerLexicon.load(), Cues.load(), Nameless.load(), ActionTable.load(), null);
    }

    /** The same lexicon, judged by that model. */
    public TriggerReader with(LinearModel trained) {
        return new TriggerReader(lexicon, cues, words, actions, trained);
    }

    /**
     * A phrase of the lexicon where it stands.
     *
     * @param trigger its weight is the lexicon's
     * @param features what a model judges it by
     * @param sentenceCues the {@link Cues} of its sentence, as bits
     */
    public record Candidate(Trigger trigger, Features features, long sentenceCues) {}

    /** All phrases of the lexicon, in text order; at most {@value #MOST}. */
    public List<Candidate> candidates(Document document) {
        List<Found> found = found(document);
        TriggerFeatures features = new TriggerFeatures(
                found.size() < MOST
                        ? document
                        : document.shortlyAfter(found.get(MOST - 1).sentence().index()),
                cues,
                words);
        return found.stream().map(phrase -> candidate(phrase, features)).toList();
    }

    private record Found(Sentence sentence, int at, int head, TriggerLexicon.Phrase phrase) {}

    private List<Found> found(Document document) {
        List<Found> found = new ArrayList<>();
        for (Sentence sentence : document.sentences()) {
            List<Token> tokens = sentence.tokens();
            int i = 0;
            while (i < tokens.size() && found.size() < MOST) {
                TriggerLexicon.Found here = lexicon.longestAt(tokens, i);
                if (here != null && here.phrase().action() != Action.NONE) {
                    found.add(new Found(sentence, i, here.where().head(), here.phrase()));
                }
                i = here == null ? i + 1 : here.where().end();
            }
        }
        return found;
    }

    private Candidate candidate(Found found, TriggerFeatures features) {
        Sentence sentence = found.sentence();
        TriggerLexicon.Phrase phrase = found.phrase();
        Trigger trigger = new Trigger(
                sentence.index(),
                found.head(),
                actions.gtd(phrase.action()),
                phrase.weight(),
                phrase.action(),
                phrase.kind());
        return new Candidate(trigger, features.of(sentence, found.at(), phrase), features.cues(sentence.index()));
    }

    /** All triggers of the document in text order, each weighted by how surely it reports a specific attack. */
    public List<Trigger> read(Document document) {
        List<Trigger> triggers = new ArrayList<>();
        for (Candidate candidate : candidates(document)) {
            Trigger t = candidate.trigger();
            double weight = model == null ? t.weight() : model.probability(candidate.features());
            triggers.add(new Trigger(t.sentence(), t.token(), t.type(), weight, t.action(), t.kind()));
        }
        return triggers;
    }
}
