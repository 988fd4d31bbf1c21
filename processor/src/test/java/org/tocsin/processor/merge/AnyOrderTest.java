package org.tocsin.processor.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.tocsin.schemas.CountRange;
import org.tocsin.schemas.DateRange;
import org.tocsin.schemas.IncidentReport;

/** Reports whose incidents are unambiguous give the same incidents in any order and under any partitioning by area. */
class AnyOrderTest {
    private static final MergeModel MODEL = MergeModel.load(MergeSettings.DEFAULT);

    /** What all orders must agree on of an incident; its id and revision tell of the order. */
    private record Seen(Set<String> reports, DateRange date, CountRange killed, int publishers) {}

    @Property(tries = 2000)
    void shouldGiveTheSameIncidentsInAnyOrder(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int incidents) {
        List<IncidentReport> reports = reports(new Random(seed), incidents, List.of("IQ"));
        List<IncidentReport> shuffled = new ArrayList<>(reports);
        Collections.shuffle(shuffled, new Random(seed + 1));

        assertThat(merged(reports)).hasSize(incidents).isEqualTo(merged(shuffled));
    }

    @Property(tries = 1500)
    void shouldGiveTheSameIncidentsUnderAnyPartitioning(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 6) int incidents,
            @ForAll @IntRange(min = 1, max = 4) int tasks) {
        List<IncidentReport> reports = reports(new Random(seed), incidents, List.of("IQ", "AF", "NG"));
        Set<Seen> together = new HashSet<>();
        for (int task = 0; task < tasks; task++) {
            int own = task;
            List<IncidentReport> read = new ArrayList<>(reports);
            read.removeIf(r -> Math.floorMod(r.getArea().hashCode(), tasks) != own);
            Collections.shuffle(read, new Random(seed + task));
            together.addAll(merged(read));
        }

        assertThat(together).isEqualTo(merged(reports));
    }

    private static Set<Seen> merged(List<IncidentReport> reports) {
        MergeInMemory merging = new MergeInMemory(MODEL);
        reports.forEach(merging::accept);
        Set<Seen> seen = new HashSet<>();
        merging.living().forEach(incident -> {
            Set<String> ids = new TreeSet<>();
            incident.getReports().forEach(ref -> ids.add(ref.getReportId()));
            seen.add(new Seen(
                    ids,
                    incident.getAttackDate().orElseThrow(),
                    incident.getKilled().orElseThrow(),
                    incident.getPublisherCount()));
        });
        return seen;
    }

    /** Each incident has words of its own; each of its reports tells most of them and its own toll. */
    private static List<IncidentReport> reports(Random random, int incidents, List<String> areas) {
        List<IncidentReport> reports = new ArrayList<>();
        for (int incident = 0; incident < incidents; incident++) {
            String day = "2020-09-" + (10 + random.nextInt(15));
            String area = areas.get(random.nextInt(areas.size()));
            for (int report = 0; report < 1 + random.nextInt(5); report++) {
                StringBuilder words = new StringBuilder("word" + incident);
                for (int word = 0; word < 11; word++) {
                    words.append(" own").append(incident).append('x').append(word);
                }
                words.append(" extra").append(incident).append("x").append(report);
                reports.add(IncidentReport.newBuilder(ReportOf.attack(incident + "-" + report, words.toString())
                                .on(day)
                                .killing(random.nextInt(3))
                                .published("2020-09-" + (25 + random.nextInt(4))))
                        .setArea(area)
                        .build());
            }
        }
        return reports;
    }
}
