package org.tocsin.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tocsin.coder.gate.GateFeatures;

/** The articles of each kind of news scored by models that were trained without that kind. */
final class LeftOut {
    /** What is left out together: sets of one kind of news. Of the invented articles a third, for they are of all kinds. */
    static final Map<String, Set<String>> KINDS = kinds();

    /** Articles of one kind that calibration looks at. */
    private static final int MOST = 400;

    private LeftOut() {}

    private static Map<String, Set<String>> kinds() {
        Map<String, Set<String>> kinds = new LinkedHashMap<>();
        kinds.put("muc4", Set.of("muc4"));
        kinds.put("bbc", Set.of("bbc"));
        kinds.put("insightcrime", Set.of("insightcrime"));
        kinds.put("satp", Set.of("satp"));
        kinds.put("gva", Set.of("gva", "slots"));
        kinds.put("plover_gsr", Set.of("plover_gsr"));
        kinds.put("invented", Set.of(TrainingArticle.EXAMPLES + "0"));
        return kinds;
    }

    /** Per kind its training articles with the score of models that never saw any of them. */
    static Map<String, List<Calibration.Scored>> scores(
            List<TrainingArticle> articles, Map<String, GateTraining.Models> byKind) {
        GateFeatures features = GateFeatures.load();
        Map<String, List<Calibration.Scored>> scores = new LinkedHashMap<>();
        byKind.forEach((kind, models) -> {
            List<TrainingArticle> own = articles.stream()
                    .filter(a -> KINDS.getOrDefault(kind, Set.of()).contains(a.set()))
                    .toList();
            List<TrainingArticle> some = new ArrayList<>();
            for (int i = 0; i < Math.min(MOST, own.size()); i++) {
                some.add(own.get((int) ((long) i * own.size() / Math.min(MOST, own.size()))));
            }
            scores.put(kind, scored(some, models, features));
        });
        return scores;
    }

    /** What has no word of attack is decided before the gate is asked and is left out. */
    private static List<Calibration.Scored> scored(
            List<TrainingArticle> articles, GateTraining.Models models, GateFeatures features) {
        return articles.stream()
                .map(a -> new Calibration.Scored(models.logOdds(features, a.document()), a.attack()))
                .filter(s -> !Double.isInfinite(s.value()))
                .toList();
    }
}
