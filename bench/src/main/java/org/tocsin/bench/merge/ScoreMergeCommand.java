package org.tocsin.bench.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tocsin.bench.DataSet;
import org.tocsin.coder.EventCoder;
import org.tocsin.processor.merge.MergeInMemory;
import org.tocsin.processor.merge.MergeModel;
import org.tocsin.processor.merge.MergeSettings;
import org.tocsin.schemas.CountRange;
import org.tocsin.schemas.DateRange;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.IncidentReport;
import org.tocsin.schemas.ReportRef;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Merges a data set as the pipeline would, writes what {@code tocsin replay --emit incidents} writes, and shows how often
 * the fused date and toll are right beside those of each incident's first report.
 */
@Command(
        name = "merge",
        description = "Merge a set; write incidents for score.py; compare fused facts with first ones.")
public final class ScoreMergeCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(names = "--data", required = true, description = "Folder with one folder per annotated set.")
    private Path data = Path.of(".");

    @Option(names = "--set", description = "The part; ${DEFAULT-VALUE} by default.")
    private String set = "gva/dev";

    @Option(names = "--out", required = true, description = "Where the incidents go, JSON Lines.")
    private Path out = Path.of(".");

    @Option(
            names = "--shuffle",
            paramLabel = "SEED",
            description = "Takes the reports in a random order instead of theirs.")
    private @Nullable Long shuffle;

    @Override
    public Integer call() throws IOException {
        DataSet read = DataSet.read(data, set);
        MergeInMemory merging = new MergeInMemory(MergeModel.load(MergeSettings.DEFAULT));
        Map<String, IncidentReport> reports = new HashMap<>();
        List<IncidentReport> coded = new ArrayList<>(CodedReports.of(read, EventCoder.load()));
        if (shuffle != null) {
            Collections.shuffle(coded, new Random(shuffle));
        }
        for (IncidentReport report : coded) {
            merging.accept(report);
            reports.put(report.getReportId(), report);
        }
        List<Incident> incidents = merging.living().stream()
                .sorted(Comparator.comparing(Incident::getFirstReportedAt).thenComparing(Incident::getIncidentId))
                .toList();
        try (BufferedWriter file = Files.newBufferedWriter(out, StandardCharsets.UTF_8)) {
            for (Incident incident : incidents) {
                file.write(line(incident));
                file.newLine();
            }
        }
        compare(incidents, reports, read);
        return 0;
    }

    private static String line(Incident incident) {
        ObjectNode line = JSON.createObjectNode().put("incidentId", incident.getIncidentId());
        line.set(
                "attackDate",
                incident.getAttackDate()
                        .map(d -> JSON.createObjectNode()
                                .put("earliest", d.getEarliest().toString())
                                .put("latest", d.getLatest().toString()))
                        .orElse(null));
        line.set(
                "place",
                incident.getPlace()
                        .map(p -> JSON.createObjectNode()
                                .put("name", p.getName().orElse(null))
                                .put("admin1", p.getAdmin1().orElse(null))
                                .put("countryCode", p.getCountryCode().orElse(null)))
                        .orElse(null));
        line.putArray("targets");
        line.set("killed", count(incident.getKilled()));
        line.set("injured", count(incident.getInjured()));
        ArrayNode reports = line.putArray("reports");
        incident.getReports().stream().map(ReportRef::getArticleId).distinct().forEach(reports::add);
        return line.toString();
    }

    private static @Nullable ObjectNode count(Optional<CountRange> count) {
        return count.map(c -> JSON.createObjectNode()
                        .put("min", c.getMin().orElse(null))
                        .put("max", c.getMax().orElse(null)))
                .orElse(null);
    }

    /** Over incidents of several articles whose gold facts agree. */
    private static void compare(List<Incident> incidents, Map<String, IncidentReport> reports, DataSet set) {
        Map<String, JsonNode> gold = new HashMap<>();
        set.gold().forEach(line -> gold.put(line.path("articleId").asText(), line));
        int[] right = new int[6];
        int[] of = new int[3];
        for (Incident incident : incidents) {
            IncidentReport first = reports.get(incident.getReports().get(0).getReportId());
            if (first == null) {
                continue;
            }
            JsonNode facts = gold.get(first.getArticleId());
            if (incident.getReportCount() > 1
                    && facts != null
                    && facts.path("incidents").size() == 1) {
                JsonNode one = facts.path("incidents").get(0);
                String day = one.path("date").path("earliest").asText("");
                if (!day.isEmpty() && day.equals(one.path("date").path("latest").asText(""))) {
                    of[0]++;
                    right[0] += isDay(first.getAttackDate(), day) ? 1 : 0;
                    right[1] += isDay(incident.getAttackDate(), day) ? 1 : 0;
                }
                count(
                        one.path("killed"),
                        first,
                        incident,
                        IncidentReport::getKilled,
                        Incident::getKilled,
                        right,
                        of,
                        1);
                count(
                        one.path("injured"),
                        first,
                        incident,
                        IncidentReport::getInjured,
                        Incident::getInjured,
                        right,
                        of,
                        2);
            }
        }
        String[] names = {"date", "killed", "injured"};
        for (int i = 0; i < names.length; i++) {
            System.out.printf(
                    Locale.ROOT,
                    "%-8s %4d incidents of several reports: first report right %.3f, fused right %.3f%n",
                    names[i],
                    of[i],
                    (double) right[2 * i] / of[i],
                    (double) right[2 * i + 1] / of[i]);
        }
    }

    private static void count(
            JsonNode gold,
            IncidentReport first,
            Incident incident,
            Function<IncidentReport, Optional<CountRange>> ofReport,
            Function<Incident, Optional<CountRange>> ofIncident,
            int[] right,
            int[] of,
            int field) {
        if (gold.isInt()) {
            of[field]++;
            right[2 * field] += isCount(ofReport.apply(first), gold.asInt()) ? 1 : 0;
            right[2 * field + 1] += isCount(ofIncident.apply(incident), gold.asInt()) ? 1 : 0;
        }
    }

    private static boolean isDay(Optional<DateRange> range, String day) {
        return range.filter(r -> r.getEarliest().toString().equals(day)
                        && r.getLatest().toString().equals(day))
                .isPresent();
    }

    private static boolean isCount(Optional<CountRange> range, int gold) {
        return range.filter(r -> r.getMin().orElse(gold) == gold && r.getMax().orElse(gold) == gold)
                .isPresent();
    }
}
