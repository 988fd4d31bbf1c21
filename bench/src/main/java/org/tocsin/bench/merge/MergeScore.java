package org.tocsin.bench.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tocsin.processor.merge.MergeInMemory;
import org.tocsin.processor.merge.MergeModel;
import org.tocsin.processor.merge.MergeRule;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.IncidentReport;
import org.tocsin.schemas.ReportRef;

/**
 * How well a rule merges, by the gold clusters: the scoreboard's own definitions, computed here for the search of
 * thresholds. Articles without a report are not counted.
 */
record MergeScore(double bcubed, double pairs, double countError, List<Incident> incidents) {
    static MergeScore of(MergeModel model, MergeRule rule, List<IncidentReport> reports, Map<String, String> clusters) {
        MergeInMemory merging = new MergeInMemory(model.with(rule));
        reports.forEach(merging::accept);
        List<Incident> incidents = new ArrayList<>(merging.living());
        incidents.sort((a, b) -> a.getFirstReportedAt().compareTo(b.getFirstReportedAt()));
        Map<String, String> system = new HashMap<>();
        for (Incident incident : incidents) {
            for (ReportRef report : incident.getReports()) {
                if (clusters.containsKey(report.getArticleId())) {
                    system.putIfAbsent(report.getArticleId(), incident.getIncidentId());
                }
            }
        }
        return of(system, clusters, incidents);
    }

    private static MergeScore of(Map<String, String> system, Map<String, String> gold, List<Incident> incidents) {
        Map<String, Set<String>> bySystem = groups(system, system.keySet());
        Map<String, Set<String>> byGold = groups(gold, system.keySet());
        double precision = 0;
        double recall = 0;
        double[] pairs = new double[3];
        for (String article : system.keySet()) {
            Set<String> found = bySystem.getOrDefault(system.get(article), Set.of());
            Set<String> right = byGold.getOrDefault(gold.get(article), Set.of());
            int both = 0;
            for (String other : found) {
                both += right.contains(other) ? 1 : 0;
            }
            precision += (double) both / found.size();
            recall += (double) both / right.size();
            pairs[0] += both - 1.0;
            pairs[1] += found.size() - 1.0;
            pairs[2] += right.size() - 1.0;
        }
        double n = system.size();
        return new MergeScore(
                2 * precision * recall / (n * (precision + recall)),
                2 * pairs[0] / Math.max(1, pairs[1] + pairs[2]),
                (double) (bySystem.size() - byGold.size()) / byGold.size(),
                incidents);
    }

    private static Map<String, Set<String>> groups(Map<String, String> of, Set<String> among) {
        Map<String, Set<String>> groups = new HashMap<>();
        of.forEach((article, group) -> {
            if (among.contains(article)) {
                groups.computeIfAbsent(group, g -> new HashSet<>()).add(article);
            }
        });
        return groups;
    }
}
