package org.tocsin.processor.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.IncidentReport;
import org.tocsin.schemas.MergedReport;
import org.tocsin.schemas.ReportRef;

/** Whatever comes, is edited and is taken back, and however alike it is: each standing report counts in one incident. */
class EachReportCountsOnceTest {
    private static final MergeModel MODEL = MergeModel.load(MergeSettings.DEFAULT);
    private static final int STORIES = 4;

    private final MergeInMemory merging = new MergeInMemory(MODEL);
    private final Map<String, IncidentReport> standing = new LinkedHashMap<>();
    private final Map<String, Integer> revisions = new HashMap<>();

    @Property(tries = 50)
    void shouldCountEachStandingReportInOneIncident(@ForAll long seed) {
        Random random = new Random(seed);
        int steps = 5 + random.nextInt(55);
        for (int step = 0; step < steps; step++) {
            Map<String, Set<String>> before = reportsByIncident();
            Changes changes = merging.accept(next(random, step));

            assertEachReportStandsInItsIncident();
            assertEachChangeIsToldOnce(before, changes);
        }
        revisions.keySet().forEach(this::assertLeadsToItsEnd);
        standing.forEach((id, report) ->
                assertThat(merging.report(id).flatMap(MergedReport::getReport)).contains(report));
    }

    /** Three of five are new, one is edited, one is taken back. */
    private IncidentReport next(Random random, int step) {
        int what = standing.isEmpty() ? 0 : random.nextInt(5);
        List<String> ids = List.copyOf(standing.keySet());
        String id = what < 3 ? "r" + step : ids.get(random.nextInt(ids.size()));
        if (what == 4) {
            return IncidentReport.newBuilder(standing.remove(id))
                    .setRetracted(true)
                    .build();
        }
        IncidentReport report = report(id, random, step);
        standing.put(id, report);
        return report;
    }

    /** Mostly words of one story, some of the others: alike enough that incidents merge, move and fall apart. */
    private static IncidentReport report(String id, Random random, int step) {
        int story = random.nextInt(STORIES);
        Set<String> words = new TreeSet<>();
        for (int word = 0; word < 3 + random.nextInt(6); word++) {
            int told = random.nextInt(4) == 0 ? random.nextInt(STORIES) : story;
            words.add("story" + told + "x" + random.nextInt(8));
        }
        ReportOf report = ReportOf.attack(id, String.join(" ", words))
                .inArticle("article " + random.nextInt(20))
                .killing(random.nextInt(3));
        if (random.nextInt(4) > 0) {
            report.on("2020-09-1" + random.nextInt(3));
        }
        switch (random.nextInt(4)) {
            case 0 -> report.at("Baghdad", "Baghdad", 33.3, 44.4);
            case 1 -> report.at("Mosul", "Nineveh", 36.3, 43.1).naming("Baghdad");
            default -> {}
        }
        return report.published("2020-09-" + (14 + step % 10));
    }

    private Map<String, Set<String>> reportsByIncident() {
        Map<String, Set<String>> reports = new HashMap<>();
        for (Incident incident : merging.living()) {
            Set<String> ids = new TreeSet<>();
            incident.getReports().forEach(ref -> ids.add(ref.getReportId()));
            reports.put(incident.getIncidentId(), ids);
        }
        return reports;
    }

    private void assertEachReportStandsInItsIncident() {
        List<String> counted = new ArrayList<>();
        for (Incident incident : merging.living()) {
            assertThat(incident.getReportCount())
                    .isPositive()
                    .isEqualTo(incident.getReports().size());
            for (ReportRef ref : incident.getReports()) {
                MergedReport merged = merging.report(ref.getReportId()).orElseThrow();
                assertThat(merged.getIncidentId()).isEqualTo(incident.getIncidentId());
                counted.add(ref.getReportId());
            }
        }
        assertThat(counted).containsExactlyInAnyOrderElementsOf(standing.keySet());
    }

    /** An incident that gains or loses a report has one new revision, so that its subjects are told. */
    private void assertEachChangeIsToldOnce(Map<String, Set<String>> before, Changes changes) {
        Set<String> told = new HashSet<>();
        for (Changes.Revision revision : changes.revisions()) {
            Incident after = revision.after().getIncident();
            assertThat(told.add(after.getIncidentId())).isTrue();
            assertThat(after.getRevision()).isEqualTo(revisions.getOrDefault(after.getIncidentId(), 0) + 1);
            assertThat(revision.before().map(Incident::getRevision).orElse(0)).isEqualTo(after.getRevision() - 1);
            revisions.put(after.getIncidentId(), after.getRevision());
        }
        Map<String, Set<String>> now = reportsByIncident();
        Set<String> ids = new TreeSet<>(before.keySet());
        ids.addAll(now.keySet());
        ids.removeIf(id -> before.getOrDefault(id, Set.of()).equals(now.getOrDefault(id, Set.of())));
        assertThat(told).containsAll(ids);
    }

    /** To an incident that counts or was taken back, never round in a circle. */
    private void assertLeadsToItsEnd(String incidentId) {
        Set<String> passed = new HashSet<>();
        Incident incident = merging.incident(incidentId).orElseThrow().getIncident();
        while (incident.getMergedInto().isPresent()) {
            assertThat(passed.add(incident.getIncidentId())).isTrue();
            assertThat(incident.getRetracted()).isFalse();
            incident = merging.incident(incident.getMergedInto().get())
                    .orElseThrow()
                    .getIncident();
        }
    }
}
