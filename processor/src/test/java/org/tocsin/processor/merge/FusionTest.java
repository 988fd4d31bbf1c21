package org.tocsin.processor.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.schemas.CountRange;
import org.tocsin.schemas.DateRange;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.IncidentReport;
import org.tocsin.schemas.Perpetrator;
import org.tocsin.schemas.PerpetratorKind;
import org.tocsin.schemas.TargetRole;
import org.tocsin.schemas.TargetType;

/** Facts are decided over all reports of an incident, one vote for each independent publisher. */
class FusionTest {
    private static final String WORDS = "katyusha rockets airport perimeter contractors villa salvo launcher";
    private static final long[] AGENCY_TEXT = {0x1111222233334444L, 0x5555666677778888L, 0x1234567812345678L};

    private final MergeInMemory merging = new MergeInMemory(MergeModel.load(MergeSettings.DEFAULT));

    @Test
    void shouldTakeTheDaysThatAllRangesShare() {
        Incident incident = merged(
                report("a").between("2020-09-25", "2020-09-27").published("2020-09-28"),
                report("b").between("2020-09-27", "2020-09-28").published("2020-09-28"));

        assertThat(incident.getAttackDate()).contains(days("2020-09-27", "2020-09-27"));
    }

    @Test
    void shouldKeepARangeThatNobodyNarrowsDownHoweverManyGiveIt() {
        Incident incident = merged(
                report("a").between("2020-09-26", "2020-09-27").published("2020-09-28"),
                report("b").between("2020-09-26", "2020-09-27").published("2020-09-28"),
                report("c").between("2020-09-26", "2020-09-27").published("2020-09-28"));

        assertThat(incident.getAttackDate()).contains(days("2020-09-26", "2020-09-27"));
        assertThat(incident.getSupport().getAttackDate()).isEqualTo(3);
    }

    @Test
    void shouldBelieveTwoPublishersRatherThanManyCopiesOfOneText() {
        Incident incident = merged(
                report("a").by("Agency").copyOf(AGENCY_TEXT).on("2020-09-26").published("2020-09-27"),
                report("b").by("Daily").copyOf(AGENCY_TEXT).on("2020-09-26").published("2020-09-27"),
                report("c").by("Herald").copyOf(AGENCY_TEXT).on("2020-09-26").published("2020-09-27"),
                report("d").by("Post").on("2020-09-27").published("2020-09-27"),
                report("e").by("Times").on("2020-09-27").published("2020-09-28"));

        assertThat(incident.getPublisherCount()).isEqualTo(3);
        assertThat(incident.getAttackDate()).contains(days("2020-09-27", "2020-09-27"));
        assertThat(incident.getSupport().getAttackDate()).isEqualTo(2);
    }

    @Test
    void shouldTakeTheNewestTollEvenAgainstMoreThatAreOlder() {
        Incident incident = merged(
                report("a").on("2020-09-27").killing(5).published("2020-09-27"),
                report("b").on("2020-09-27").killing(5).published("2020-09-27"),
                report("c").on("2020-09-27").killing(6).published("2020-09-29"));

        assertThat(incident.getKilled()).contains(new CountRange(6, 6));
        assertThat(incident.getSupport().getKilled()).isEqualTo(1);
    }

    @Test
    void shouldLowerTheTollOnlyWhenMoreStandByTheLowerFigure() {
        IncidentReport higher = report("a").on("2020-09-27").killing(6).published("2020-09-27");
        IncidentReport lower = report("b").on("2020-09-27").killing(1).published("2020-09-28");
        IncidentReport lowerToo = report("c").on("2020-09-27").killing(1).published("2020-09-29");

        assertThat(merged(higher, lower).getKilled()).contains(new CountRange(6, 6));
        assertThat(merged(lowerToo).getKilled()).contains(new CountRange(1, 1));
    }

    @Test
    void shouldTakeAPublishersOwnCorrectionDownward() {
        Incident incident = merged(
                report("a").by("Agency").on("2020-09-27").killing(6).published("2020-09-27"),
                report("b").by("Agency").on("2020-09-27").killing(4).published("2020-09-28"));

        assertThat(incident.getKilled()).contains(new CountRange(4, 4));
    }

    @Test
    void shouldKeepTheTollWhenALaterReportGivesNone() {
        Incident incident = merged(
                report("a").on("2020-09-27").killing(5).published("2020-09-27"),
                report("b").on("2020-09-27").published("2020-09-29"));

        assertThat(incident.getKilled()).contains(new CountRange(5, 5));
    }

    @Test
    void shouldPlaceTheAttackWhereMostPublishersDo() {
        Incident incident = merged(
                report("a")
                        .on("2020-09-27")
                        .at("Abu Ghraib", "Baghdad", 33.3, 44.1)
                        .published("2020-09-27"),
                report("b")
                        .on("2020-09-27")
                        .at("Baghdad", "Baghdad", 33.3, 44.4)
                        .published("2020-09-28"),
                report("c")
                        .on("2020-09-27")
                        .at("Baghdad", "Baghdad", 33.3, 44.4)
                        .published("2020-09-28"));

        assertThat(incident.getPlace().orElseThrow().getName()).contains("Baghdad");
        assertThat(incident.getSupport().getPlace()).isEqualTo(2);
    }

    @Test
    void shouldNameTargetsAndPerpetratorsThatMostPublishersNameFirst() {
        Incident incident = merged(
                by(report("a").target("villa", TargetRole.STRUCK, TargetType.PRIVATE_CITIZENS, "v"), "a cell"),
                by(
                        report("b").target("the airport", TargetRole.STRUCK, TargetType.AIRPORTS_AIRCRAFT, "p"),
                        "the militia"),
                by(report("c").target("airport", TargetRole.STRUCK, TargetType.AIRPORTS_AIRCRAFT, "p"), "militia"));

        assertThat(incident.getTargets().get(0).getDerivedId()).isEqualTo("p");
        assertThat(incident.getTargets().get(0).getSupport()).isEqualTo(2);
        assertThat(incident.getPerpetrators().get(0).getText()).isEqualTo("the militia");
        assertThat(incident.getPerpetrators().get(0).getSupport()).isEqualTo(2);
    }

    private Incident merged(IncidentReport... reports) {
        List.of(reports).forEach(merging::accept);
        assertThat(merging.living()).hasSize(1);
        return merging.living().get(0);
    }

    private static ReportOf report(String id) {
        return ReportOf.attack(id, WORDS);
    }

    private static IncidentReport by(ReportOf report, String perpetrator) {
        return IncidentReport.newBuilder(report.on("2020-09-27").published("2020-09-28"))
                .setPerpetrators(List.of(Perpetrator.newBuilder()
                        .setText(perpetrator)
                        .setKind(PerpetratorKind.UNKNOWN_GROUP)
                        .build()))
                .build();
    }

    private static DateRange days(String earliest, String latest) {
        return new DateRange(LocalDate.parse(earliest), LocalDate.parse(latest));
    }
}
