package org.tocsin.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.tocsin.bench.role.LeftOutRoles;
import org.tocsin.coder.gate.GateFeatures;
import org.tocsin.coder.incident.AttackFinder;
import org.tocsin.coder.incident.Trigger;
import org.tocsin.coder.incident.TriggerReader;
import org.tocsin.coder.role.Candidate;
import org.tocsin.coder.role.RoleEvidence;
import org.tocsin.coder.role.RoleModel;
import org.tocsin.coder.role.RoleReader;
import org.tocsin.coder.text.Document;

/** The articles of each kind of news scored by models that were trained without that kind. */
final class LeftOut {
    /** What is left out together: sets of one kind of news. Of the invented articles a third, for they are of all kinds. */
    static final Map<String, Set<String>> KINDS = kinds();

    /** Articles of one kind that the second reading learns from. */
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

    /** Per kind its training articles as models see them that never saw any of them. */
    static Map<String, List<SecondReadingTraining.Row>> rows(
            List<TrainingArticle> articles,
            Map<String, GateTraining.Models> byKind,
            RoleReader reader,
            LeftOutRoles roles) {
        RoleModel shipped = RoleModel.load();
        Map<String, List<SecondReadingTraining.Row>> rows = new LinkedHashMap<>();
        byKind.forEach((kind, models) -> {
            List<TrainingArticle> own = articles.stream()
                    .filter(a -> KINDS.getOrDefault(kind, Set.of()).contains(a.set()))
                    .toList();
            List<TrainingArticle> some = new ArrayList<>();
            for (int i = 0; i < Math.min(MOST, own.size()); i++) {
                some.add(own.get((int) ((long) i * own.size() / Math.min(MOST, own.size()))));
            }
            rows.put(kind, rows(some, models, reader, article -> roles.unseen(article.document())
                    .orElse(shipped)));
        });
        return rows;
    }

    /** What these models say of the articles; the log odds of one without a word of attack are negative infinity. */
    static List<SecondReadingTraining.Row> rows(
            List<TrainingArticle> articles,
            GateTraining.Models models,
            RoleReader reader,
            Function<TrainingArticle, RoleModel> roles) {
        GateFeatures features = GateFeatures.load();
        AttackFinder finder = models.finder();
        TriggerReader triggerReader = models.reader();
        List<SecondReadingTraining.Row> rows = new ArrayList<>();
        for (TrainingArticle article : articles) {
            Document document = article.document();
            List<Trigger> triggers = triggerReader.read(document);
            double logOdds = models.logOdds(features, document, triggers);
            List<Candidate> candidates = reader.candidates(document, finder.group(document, triggers));
            rows.add(new SecondReadingTraining.Row(
                    logOdds, RoleEvidence.of(candidates, roles.apply(article)), article.attack()));
        }
        return rows;
    }
}
