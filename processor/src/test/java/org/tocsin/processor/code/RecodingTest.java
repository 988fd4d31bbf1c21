package org.tocsin.processor.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.processor.merge.MergeInMemory;
import org.tocsin.processor.merge.MergeModel;
import org.tocsin.processor.merge.MergeSettings;
import org.tocsin.schemas.AttackType;
import org.tocsin.schemas.AvroSerdes;
import org.tocsin.schemas.CodedReport;
import org.tocsin.schemas.DateRange;
import org.tocsin.schemas.IncidentReport;
import org.tocsin.schemas.Origin;
import org.tocsin.schemas.Place;

/** An edited article: what it still reports keeps its id, what it no longer reports is taken back where it went. */
class RecodingTest {
    static {
        AvroSerdes.trustOwnRecords();
    }

    @Test
    void shouldKeepTheIdOfAnIncidentWhoseOrderChanges() {
        List<CodedReport> before =
                List.of(coded("r0", "IQ", "Mosul", "2024-03-12"), coded("r1", "IQ", "Basra", "2024-03-11"));

        Recoding.Change change = Recoding.of(
                "article", before, List.of(report("IQ", "Basra", "2024-03-11"), report("IQ", "Mosul", "2024-03-12")));

        assertThat(change.reports()).extracting("reportId").containsExactly("r1", "r0");
        assertThat(change.retracted()).isEmpty();
    }

    @Test
    void shouldRetractWhatTheArticleNoLongerReports() {
        List<CodedReport> before =
                List.of(coded("r0", "IQ", "Mosul", "2024-03-12"), coded("r1", "IQ", "Basra", "2024-02-01"));

        Recoding.Change change = Recoding.of("article", before, List.of(report("IQ", "Mosul", "2024-03-12")));

        assertThat(change.retracted()).extracting("reportId").containsExactly("r1");
    }

    @Test
    void shouldRetractInTheOldAreaWhenTheIncidentMoves() {
        List<CodedReport> before = List.of(coded("r0", "IQ", "Mosul", "2024-03-12"));

        Recoding.Change change = Recoding.of("article", before, List.of(report("SY", "Mosul", "2024-03-12")));

        assertThat(change.reports()).extracting("area").containsExactly("SY");
        assertThat(change.retracted()).extracting("reportId", "area").containsExactly(tuple("r0", "IQ"));
    }

    /** An incident is named by its first report, and each area has a merge task of its own: none may name another's. */
    @Test
    void shouldNameNoReportOfOneAreaAsOneOfAnother() {
        List<IncidentReport> inIraq = List.of(report("IQ", "Mosul", "2024-03-12"));
        List<IncidentReport> inSyria = List.of(report("SY", "Mosul", "2024-03-12"));

        String first = id(Recoding.of("article", List.of(), inIraq));
        String moved = id(Recoding.of("article", List.of(coded(first, "IQ", "Mosul", "2024-03-12")), inSyria));
        String movedBack = id(Recoding.of("article", List.of(coded(moved, "SY", "Mosul", "2024-03-12")), inIraq));
        String inSyriaAtOnce = id(Recoding.of("article", List.of(), inSyria));

        assertThat(moved).isNotEqualTo(first);
        assertThat(movedBack).isNotEqualTo(moved);
        assertThat(inSyriaAtOnce).isNotEqualTo(first);
    }

    @Test
    void shouldCountAMovedAttackInItsNewAreaBesideTheOthersOfItsOldIncident() {
        MergeModel model = MergeModel.load(MergeSettings.DEFAULT);
        MergeInMemory iraq = new MergeInMemory(model);
        MergeInMemory syria = new MergeInMemory(model);
        Recoding.Change first = Recoding.of("article", List.of(), List.of(report("IQ", "Mosul", "2024-03-12")));
        first.reports().forEach(iraq::accept);

        Recoding.Change moved = Recoding.of(
                "article",
                List.of(coded(id(first), "IQ", "Mosul", "2024-03-12")),
                List.of(report("SY", "Mosul", "2024-03-12")));
        moved.reports().forEach(syria::accept);

        assertThat(syria.living())
                .extracting("incidentId")
                .doesNotContain(iraq.living().get(0).getIncidentId());
    }

    private static String id(Recoding.Change change) {
        return change.reports().get(0).getReportId();
    }

    private static DateRange on(String day) {
        return new DateRange(LocalDate.parse(day), LocalDate.parse(day));
    }

    private static CodedReport coded(String id, String area, String place, String day) {
        return CodedReport.newBuilder()
                .setReportId(id)
                .setArea(area)
                .setPlaceName(place)
                .setAttackDate(on(day))
                .setAttackType(AttackType.BOMBING_EXPLOSION)
                .build();
    }

    private static IncidentReport report(String area, String place, String day) {
        Instant at = Instant.parse("2024-03-13T00:00:00Z");
        return IncidentReport.newBuilder()
                .setReportId("")
                .setArticleId("article")
                .setOrigin(new Origin("articles", 0, 0L, at))
                .setEventTime(at)
                .setArea(area)
                .setPlace(Place.newBuilder().setName(place).build())
                .setAttackDate(on(day))
                .setAttackType(AttackType.BOMBING_EXPLOSION)
                .build();
    }
}
