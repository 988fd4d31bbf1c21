package org.tocsin.processor.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tocsin.schemas.CountRange;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.IncidentReport;

class MergerTest {
    private static final String ROCKETS = "katyusha rockets airport perimeter contractors villa salvo launcher";
    private static final String AMBUSH = "convoy ambush culvert gunmen escort bridge pickup checkpoint";

    private final MergeInMemory merging = new MergeInMemory(MergeModel.load(MergeSettings.DEFAULT));

    @Test
    void shouldMakeOneIncidentOfTwoReportsOfOneAttack() {
        merging.accept(rockets("a").published("2020-09-28"));
        merging.accept(rockets("b").killing(6).published("2020-09-29"));

        assertThat(merging.living()).singleElement().satisfies(incident -> {
            assertThat(incident.getIncidentId()).isEqualTo("a");
            assertThat(incident.getRevision()).isEqualTo(2);
            assertThat(incident.getReportCount()).isEqualTo(2);
            assertThat(incident.getPublisherCount()).isEqualTo(2);
            assertThat(incident.getKilled()).contains(new CountRange(6, 6));
        });
    }

    @Test
    void shouldKeepAttacksApartThatShareTownAndDayOnly() {
        merging.accept(rockets("a").published("2020-09-28"));
        merging.accept(ReportOf.attack("b", AMBUSH)
                .on("2020-09-28")
                .at("Baghdad", "Baghdad", 33.3, 44.4)
                .published("2020-09-28"));

        assertThat(merging.clusters()).containsExactlyInAnyOrder(Set.of("a"), Set.of("b"));
    }

    @Test
    void shouldSayNothingWhenAReportComesTwice() {
        IncidentReport report = rockets("a").published("2020-09-28");
        merging.accept(report);

        assertThat(merging.accept(report).isEmpty()).isTrue();
    }

    @Test
    void shouldRetractAnIncidentWithItsOnlyReport() {
        IncidentReport report = rockets("a").published("2020-09-28");
        merging.accept(report);
        merging.accept(IncidentReport.newBuilder(report).setRetracted(true).build());

        assertThat(merging.living()).isEmpty();
        Incident incident = merging.incident("a").orElseThrow().getIncident();
        assertThat(incident.getRetracted()).isTrue();
        assertThat(incident.getRevision()).isEqualTo(2);
    }

    private static ReportOf rockets(String id) {
        return ReportOf.attack(id, ROCKETS).on("2020-09-28").at("Baghdad", "Baghdad", 33.3, 44.4);
    }
}
