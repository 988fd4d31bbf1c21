package org.tocsin.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.gate.GateFeatures;
import org.tocsin.coder.incident.AttackFinder;
import org.tocsin.coder.incident.Cues;
import org.tocsin.coder.incident.Trigger;
import org.tocsin.coder.incident.TriggerReader;
import org.tocsin.coder.model.LinearModel;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Sentence;

/**
 * Trains the models of detection. Only whole articles are labelled, so the model of single triggers learns from many
 * instances at once: in an article without an attack no trigger reports one; in an article with one, those that the
 * lexicon, then the model of the round before, is surest of. The gate's model learns from trigger weights that a trigger
 * model gave which had not seen the article. What fewer than {@value #FEWEST_SETS} sets of news contain is not learned
 * from: it tells the set and not the attack.
 */
final class GateTraining {
    private static final int FOLDS = 2;
    private static final int ROUNDS = 1;
    private static final int FEWEST_SETS = 3;

    /** Attack words of one article that are learned from. */
    private static final int MOST = 16;

    private static final LinearTrainer.Settings TRIGGER = new LinearTrainer.Settings(5, 1e-4, 0.7, FEWEST_SETS);
    private static final LinearTrainer.Settings GATE = new LinearTrainer.Settings(20, 1e-4, 0.8, FEWEST_SETS);

    private final TriggerReader lexicon = TriggerReader.untrained();
    private final GateFeatures gateFeatures = GateFeatures.load();
    private final List<TrainingArticle> articles;
    private final List<List<TriggerReader.Candidate>> candidates;

    GateTraining(List<TrainingArticle> articles) {
        this.articles = articles;
        candidates = articles.stream()
                .map(a -> sample(lexicon.candidates(a.document())))
                .toList();
    }

    /** The first ones and some of the rest, evenly spaced. */
    private static List<TriggerReader.Candidate> sample(List<TriggerReader.Candidate> all) {
        if (all.size() <= MOST) {
            return all;
        }
        int first = MOST / 2;
        int rest = all.size() - first;
        List<TriggerReader.Candidate> some = new ArrayList<>(all.subList(0, first));
        for (int i = 0; i < MOST - first; i++) {
            some.add(all.get(first + i * rest / (MOST - first)));
        }
        return some;
    }

    /** The models of detection and of grouping. */
    record Models(LinearModel trigger, LinearModel gate, LinearModel grouping) {
        /** Reads attack words as its model weighs them. */
        TriggerReader reader() {
            return TriggerReader.untrained().with(trigger);
        }

        /** The log odds of an article with these attack words by the gate's model; negative infinity when it has none. */
        double logOdds(GateFeatures features, Document document, List<Trigger> triggers) {
            return triggers.isEmpty() ? Double.NEGATIVE_INFINITY : gate.logOdds(features.of(document, triggers));
        }

        /** Finds and groups attacks by these models. */
        AttackFinder finder() {
            return AttackFinder.load(name -> {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                (name.equals(TriggerReader.MODEL) ? trigger : grouping).write(bytes);
                return new ByteArrayInputStream(bytes.toByteArray());
            });
        }
    }

    /** Learns from all but these sets. */
    Models train(String header, Set<String> without) {
        LinearTrainer gate = new LinearTrainer();
        GroupingTraining grouping = new GroupingTraining();
        for (int fold = 0; fold < FOLDS; fold++) {
            TriggerReader unseen = lexicon.with(triggerModel("fold", without, fold));
            for (int i = fold; i < articles.size(); i += FOLDS) {
                TrainingArticle article = articles.get(i);
                if (!without.contains(article.set())) {
                    Document document = article.document();
                    List<Trigger> triggers = unseen.read(document);
                    gate.add(gateFeatures.of(document, triggers), article.attack(), article.weight(), article.domain());
                    grouping.learn(article, triggers);
                }
            }
        }
        LinearModel triggers = triggerModel("trigger model; " + header, without, -1);
        GroupedReport.all()
                .forEach(report -> grouping.learn(report, lexicon.with(triggers).read(report.document())));
        return new Models(
                triggers, gate.train("gate model; " + header, GATE), grouping.train("grouping model; " + header));
    }

    /** @param leftOut the fold that is not learned from; -1 learns from all */
    private LinearModel triggerModel(String header, Set<String> without, int leftOut) {
        LinearModel model = null;
        for (int round = 0; round <= ROUNDS; round++) {
            LinearTrainer trainer = new LinearTrainer();
            for (int i = 0; i < articles.size(); i++) {
                if (i % FOLDS != leftOut && !without.contains(articles.get(i).set())) {
                    learn(trainer, articles.get(i), candidates.get(i), model);
                }
            }
            model = trainer.train(header, TRIGGER);
        }
        return Objects.requireNonNull(model);
    }

    /** An article of many attack words weighs more than one of few, but not by as much. */
    private static void learn(
            LinearTrainer trainer,
            TrainingArticle article,
            List<TriggerReader.Candidate> candidates,
            @Nullable LinearModel model) {
        List<TriggerReader.Candidate> telling = candidates;
        if (article.attack()) {
            List<Double> beliefs =
                    candidates.stream().map(c -> belief(article, c, model)).toList();
            double best = beliefs.stream().mapToDouble(b -> b).max().orElse(0);
            double least = Math.min(best, Math.max(0.5, best * 0.7));
            telling = new ArrayList<>();
            for (int i = 0; i < candidates.size(); i++) {
                if (beliefs.get(i) >= least) {
                    telling.add(candidates.get(i));
                }
            }
        }
        double weight = article.weight() / Math.sqrt(Math.max(1, telling.size()));
        telling.forEach(c -> trainer.add(c.features(), article.attack(), weight, article.domain()));
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
