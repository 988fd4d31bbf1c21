package org.tocsin.bench;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tocsin.coder.incident.AttackFinder;
import org.tocsin.coder.incident.Trigger;
import org.tocsin.coder.incident.TriggerReader;
import org.tocsin.coder.model.LinearModel;
import org.tocsin.coder.text.Document;

/**
 * Trains the model that tells attacks apart: on invented reports, whose sentences say of which attack they are, and on annotated
 * articles. Of these a sentence belongs to the annotated incidents whose targets or
 * perpetrators it names; where an article has one incident, all its sentences do. What names none teaches nothing.
 */
final class GroupingTraining {
    private static final LinearTrainer.Settings SETTINGS = new LinearTrainer.Settings(8, 1e-4, 1, 1);

    /** A new attack is rarer by far than one that goes on. */
    private static final int COPIES_OF_ANOTHER = 10;

    /** Of sets with one incident per article, of invented reports, of articles whose incidents are told apart by their keys. */
    private static final double ONE = 4;

    private static final double REPORT = 4;
    private static final double KEYS = 1;

    private final AttackFinder finder = AttackFinder.untrained(TriggerReader.untrained());
    /** Of the sets with one incident per article only every so manyeth is learned from: they teach one thing. */
    private static final int EVERY = 6;

    private int seen;
    private final LinearTrainer trainer = new LinearTrainer();

    void learn(TrainingArticle article, List<Trigger> triggers) {
        if (!article.attack()
                || article.incidents().isEmpty()
                || (!article.set().equals("muc4") && seen++ % EVERY != 0)) {
            return;
        }
        boolean one = article.incidents().size() == 1;
        finder.group(article.document(), triggers, article.places(), (features, sentence, told) -> {
            if (one) {
                trainer.add(features, false, ONE, article.set());
                return 0;
            }
            Set<Integer> here = incidents(article, sentence);
            Set<Integer> before = new HashSet<>();
            told.forEach(t -> before.addAll(incidents(article, t)));
            if (here.isEmpty() || before.isEmpty()) {
                return 0;
            }
            boolean another = here.stream().noneMatch(before::contains);
            trainer.add(features, another, another ? COPIES_OF_ANOTHER * KEYS : KEYS, article.set());
            return another ? 1 : 0;
        });
    }

    /**
     * What the report says. A sentence that sums up several attacks names none of them, and one that tells of none of the
     * report's attacks opens no other one either.
     */
    void learn(GroupedReport report, List<Trigger> triggers) {
        finder.group(report.document(), triggers, Set.of(), (features, sentence, told) -> {
            Set<Integer> here = report.attacks(sentence);
            Set<Integer> before = new HashSet<>();
            told.stream().map(report::attacks).filter(a -> a.size() == 1).forEach(before::addAll);
            boolean another =
                    !here.isEmpty() && !before.isEmpty() && here.stream().noneMatch(before::contains);
            trainer.add(features, another, another ? 2 * REPORT : REPORT, GroupedReport.SET);
            return another ? 1 : 0;
        });
    }

    private static Set<Integer> incidents(TrainingArticle article, int sentence) {
        Document document = article.document();
        String text = document.textOf(document.sentences().get(sentence)).toLowerCase(Locale.ROOT);
        Set<Integer> found = new HashSet<>();
        for (int i = 0; i < article.incidents().size(); i++) {
            if (article.incidents().get(i).stream().anyMatch(text::contains)) {
                found.add(i);
            }
        }
        return found;
    }

    LinearModel train(String header) {
        return trainer.train(header, SETTINGS);
    }
}
