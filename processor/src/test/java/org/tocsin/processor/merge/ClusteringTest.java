package org.tocsin.processor.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.tocsin.schemas.IncidentReport;

/** What must hold of reports that are clustered on their own, whatever they say. */
class ClusteringTest {
    private static final MergeModel MODEL = MergeModel.load(MergeSettings.DEFAULT);
    private static final List<String> WORDS = List.of(
            "convoy", "culvert", "drones", "hangar", "siege", "ministry", "arson", "petrol", "mosque", "market");

    @Property(tries = 500)
    void shouldGiveTheSameGroupsInAnyOrderTheFirstReportsFirst(@ForAll long seed) {
        Random random = new Random(seed);
        List<IncidentReport> reports = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(6); i++) {
            List<String> words = new ArrayList<>(WORDS);
            Collections.shuffle(words, random);
            reports.add(ReportOf.attack("r" + i, String.join(" ", words.subList(0, 3 + random.nextInt(4))))
                    .on("2020-09-0" + (1 + random.nextInt(3)))
                    .published("2020-09-1" + i));
        }
        List<IncidentReport> shuffled = new ArrayList<>(reports);
        Collections.shuffle(shuffled, random);
        Clustering clustering = new Clustering(MODEL.rule(), MODEL.nameWords());

        List<Set<String>> groups = ids(clustering.of(reports));

        assertThat(groups.get(0)).contains("r0");
        assertThat(groups.stream().flatMap(Set::stream)).hasSize(reports.size()).doesNotHaveDuplicates();
        assertThat(ids(clustering.of(shuffled))).isEqualTo(groups);
    }

    private static List<Set<String>> ids(List<List<IncidentReport>> groups) {
        return groups.stream()
                .map(group -> group.stream()
                        .map(IncidentReport::getReportId)
                        .collect(Collectors.<String, Set<String>>toCollection(TreeSet::new)))
                .toList();
    }
}
