package org.tocsin.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.gate.GateFeatures;
import org.tocsin.coder.incident.Cues;
import org.tocsin.coder.incident.Trigger;
import org.tocsin.coder.incident.TriggerReader;
import org.tocsin.coder.model.LinearModel;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Sentence;

/**
 * Trains the two models of detection. Only whole articles are labelled, so the model of single triggers learns from
 * many instances at once: in an article without an attack no trigger reports one; in an article with one, those that
 * the lexicon, then the model of the round before, is surest of. The gate's model learns from trigger weights that a
 * trigger model gave which had not seen the article.
 */
final class GateTraining {
    private static final int FOLDS = 3;
    private static final int ROUNDS = 1;
    private static final double TRIGGER_COST = 0.1;
    private static final double GATE_COST = 1;

    private final TriggerReader lexicon = TriggerReader.untrained();
    private final List<TrainingArticle> articles;
    private final List<List<TriggerReader.Candidate>> candidates;

    GateTraining(List<TrainingArticle> articles) {
        this.articles = articles;
        candidates =
                articles.stream().map(a -> lexicon.candidates(a.document())).toList();
    }

    /** Both models. */
    record Models(LinearModel trigger, LinearModel gate, LinearModel grouping) {}

    Models train(String header) {
        LinearTrainer gate = new LinearTrainer();
        GroupingTraining grouping = new GroupingTraining();
        for (int fold = 0; fold < FOLDS; fold++) {
            TriggerReader unseen = lexicon.with(triggerModel("fold", fold));
            for (int i = fold; i < articles.size(); i += FOLDS) {
                TrainingArticle article = articles.get(i);
                Document document = article.document();
                List<Trigger> triggers = unseen.read(document);
                gate.add(GateFeatures.of(document, triggers), article.attack(), article.copies());
                grouping.learn(article, triggers);
            }
        }
        return new Models(
                triggerModel("trigger model; " + header, -1),
                gate.train("gate model; " + header, GATE_COST),
                grouping.train("grouping model; " + header));
    }

    /** @param leftOut the fold that is not learned from; -1 learns from all */
    private LinearModel triggerModel(String header, int leftOut) {
        LinearModel model = null;
        for (int round = 0; round <= ROUNDS; round++) {
            LinearTrainer trainer = new LinearTrainer();
            for (int i = 0; i < articles.size(); i++) {
                if (i % FOLDS != leftOut) {
                    learn(trainer, articles.get(i), candidates.get(i), model);
                }
            }
            model = trainer.train(header, TRIGGER_COST);
        }
        return Objects.requireNonNull(model);
    }

    private static void learn(
            LinearTrainer trainer,
            TrainingArticle article,
            List<TriggerReader.Candidate> candidates,
            @Nullable LinearModel model) {
        if (!article.attack()) {
            candidates.forEach(c -> trainer.add(c.features(), false, article.copies()));
            return;
        }
        List<Double> beliefs = new ArrayList<>();
        double best = 0;
        for (TriggerReader.Candidate candidate : candidates) {
            double belief = belief(article, candidate, model);
            beliefs.add(belief);
            best = Math.max(best, belief);
        }
        for (int i = 0; i < candidates.size(); i++) {
            if (beliefs.get(i) >= Math.max(0.5, best * 0.7) || beliefs.get(i) == best) {
                trainer.add(candidates.get(i).features(), true, article.copies());
            }
        }
    }

    private static double belief(
            TrainingArticle article, TriggerReader.Candidate candidate, @Nullable LinearModel model) {
        Trigger trigger = candidate.trigger();
        double base = model == null ? prior(candidate) : model.probability(candidate.features());
        if (article.entities().isEmpty()) {
            return base;
        }
        Document document = article.document();
        Sentence sentence = document.sentences().get(trigger.sentence());
        String text = document.textOf(sentence).toLowerCase(Locale.ROOT);
        boolean named = article.entities().stream().anyMatch(text::contains);
        return named ? base : base * 0.5;
    }

    /** What the lexicon and the cues say before anything was learned. */
    private static double prior(TriggerReader.Candidate candidate) {
        long cues = candidate.sentenceCues();
        long telling = Cues.Cue.DAY.bit() | Cues.Cue.VICTIM.bit() | Cues.Cue.ACTOR.bit() | Cues.Cue.CASUALTY.bit();
        long doubtful = Cues.Cue.MODAL.bit() | Cues.Cue.PLAN.bit() | Cues.Cue.COURT.bit() | Cues.Cue.HISTORY.bit();
        double weight = candidate.trigger().weight() + 0.05 * Long.bitCount(cues & telling);
        return Math.max(0, Math.min(1, weight - 0.1 * Long.bitCount(cues & doubtful)));
    }
}
