package org.tocsin.bench.merge;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.tocsin.bench.DataSet;
import org.tocsin.coder.Article;
import org.tocsin.coder.EventCoder;
import org.tocsin.processor.merge.MergeInMemory;
import org.tocsin.processor.merge.MergeModel;
import org.tocsin.processor.merge.MergeSettings;
import org.tocsin.processor.merge.Profile;
import org.tocsin.schemas.CountRange;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.IncidentReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows wrong splits and wrong joins to read: the two sides as they were coded, and what the rule made of them. */
@Command(name = "merge-errors", description = "Print wrong splits and joins with the rule's reasons, to read them.")
public final class MergeErrorsCommand implements Callable<Integer> {
    @Option(names = "--data", required = true, description = "Folder with one folder per annotated set.")
    private Path data = Path.of(".");

    @Option(names = "--set", description = "The part; ${DEFAULT-VALUE} by default.")
    private String set = "gva/dev";

    private final MergeModel model = MergeModel.load(MergeSettings.DEFAULT);
    private final Map<String, Article> articles = new HashMap<>();
    private final Map<String, IncidentReport> reports = new HashMap<>();
    private final Map<String, String> clusters = new HashMap<>();

    @Override
    public Integer call() throws IOException {
        DataSet read = DataSet.read(data, set);
        read.articles().forEach(article -> articles.put(article.id(), article));
        for (JsonNode line : read.gold()) {
            if (line.path("cluster").isTextual()) {
                clusters.put(
                        line.path("articleId").asText(), line.path("cluster").asText());
            }
        }
        MergeInMemory merging = new MergeInMemory(model);
        for (IncidentReport report : CodedReports.of(read, EventCoder.load())) {
            merging.accept(report);
            reports.put(report.getReportId(), report);
        }
        show(merging);
        return 0;
    }

    private void show(MergeInMemory merging) {
        Map<String, Map<String, Incident>> byCluster = new TreeMap<>();
        int joins = 0;
        for (Incident incident : merging.living()) {
            Map<String, IncidentReport> firsts = new LinkedHashMap<>();
            incident.getReports().forEach(ref -> {
                String cluster = clusters.get(ref.getArticleId());
                if (cluster != null) {
                    firsts.putIfAbsent(cluster, requireNonNull(reports.get(ref.getReportId())));
                    byCluster
                            .computeIfAbsent(cluster, c -> new LinkedHashMap<>())
                            .put(incident.getIncidentId(), incident);
                }
            });
            List<IncidentReport> sides = new ArrayList<>(firsts.values());
            for (IncidentReport other : sides.subList(Math.min(1, sides.size()), sides.size())) {
                joins++;
                show("WRONG JOIN", sides.get(0), other, profile(sides.get(0)));
            }
        }
        int splits = 0;
        for (Map<String, Incident> parts : byCluster.values()) {
            List<Incident> sides = new ArrayList<>(parts.values());
            sides.sort(Comparator.comparing(Incident::getReportCount).reversed());
            for (Incident other : sides.subList(1, sides.size())) {
                splits++;
                show(
                        "WRONG SPLIT",
                        first(sides.get(0)),
                        first(other),
                        Profile.of(
                                merging.incident(sides.get(0).getIncidentId()).orElseThrow(), model.nameWords()));
            }
        }
        System.out.printf("%d wrong joins, %d wrong splits%n", joins, splits);
    }

    private IncidentReport first(Incident incident) {
        return requireNonNull(reports.get(incident.getReports().get(0).getReportId()));
    }

    private Profile profile(IncidentReport report) {
        return Profile.of(report, model.nameWords());
    }

    private void show(String what, IncidentReport one, IncidentReport other, Profile incident) {
        System.out.printf(
                Locale.ROOT,
                "%s, probability %.2f, %s%n",
                what,
                model.rule().probability(profile(other), incident),
                model.rule().evidence(profile(other), incident));
        tell(one);
        tell(other);
        System.out.println();
    }

    private void tell(IncidentReport report) {
        Article article = articles.get(report.getArticleId());
        System.out.printf(
                "  %s %s | published %s | %s | %s %s | killed %s injured %s | %s%n",
                clusters.get(report.getArticleId()),
                report.getReportId(),
                article == null ? "?" : article.publishedAt() == null ? article.publishedOn() : article.publishedAt(),
                report.getAttackDate()
                        .map(d -> d.getEarliest() + ".." + d.getLatest())
                        .orElse("no date"),
                report.getPlace().flatMap(p -> p.getName()).orElse("?"),
                report.getPlace().flatMap(p -> p.getAdmin1()).orElse("?"),
                report.getKilled().map(MergeErrorsCommand::count).orElse("?"),
                report.getInjured().map(MergeErrorsCommand::count).orElse("?"),
                article == null ? "?" : article.title());
    }

    private static String count(CountRange range) {
        return range.getMin().map(Object::toString).orElse("?")
                + range.getMax()
                        .filter(max -> !max.equals(range.getMin().orElse(null)))
                        .map(max -> ".." + max)
                        .orElse("");
    }
}
