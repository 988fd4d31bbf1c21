package org.tocsin.processor.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tocsin.schemas.AcledSubEventType;
import org.tocsin.schemas.AttackType;
import org.tocsin.schemas.AvroSerdes;
import org.tocsin.schemas.Cause;
import org.tocsin.schemas.CauseKind;
import org.tocsin.schemas.Contribution;
import org.tocsin.schemas.CountedIncident;
import org.tocsin.schemas.DateRange;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.LinkedTarget;
import org.tocsin.schemas.Place;
import org.tocsin.schemas.PlacePrecision;
import org.tocsin.schemas.Stage;
import org.tocsin.schemas.Support;
import org.tocsin.schemas.TargetType;

/** An incident fans out once to each of its subjects, with its whole contribution. */
class SubjectsTest {
    static {
        AvroSerdes.trustOwnRecords();
    }

    private static final Instant AT = Instant.parse("2024-03-12T12:00:00Z");

    private final Subjects subjects = new Subjects(0.5, CivilZones.load());

    @Test
    void shouldCountOnceForEachTargetGroupTypeRegionAndCountry() {
        Map<String, Contribution> contributions =
                subjects.of(Optional.empty(), incident().build(), AT);

        assertThat(contributions)
                .containsOnlyKeys(
                        "TARGET:patrol",
                        "TARGET:barracks",
                        "GROUP:forces",
                        "TARGET_TYPE:MILITARY@IQ",
                        "REGION:IQ.Nineveh",
                        "COUNTRY:IQ");
        assertThat(contributions.values())
                .allSatisfy(each -> assertThat(each.getIncident().map(CountedIncident::getCertain))
                        .contains(true));
    }

    @Test
    void shouldTellSubjectsThatItCountsForNoLonger() {
        Incident before = incident().build();
        Incident moved = incident()
                .setRevision(2)
                .setPlace(place("SY", "Hasakah"))
                .setLinkedTargets(List.of(target("patrol")))
                .build();

        Map<String, Contribution> contributions = subjects.of(Optional.of(before), moved, AT);

        assertThat(counting(contributions, true))
                .containsExactlyInAnyOrder(
                        "TARGET:patrol", "GROUP:forces", "TARGET_TYPE:MILITARY@SY", "REGION:SY.Hasakah", "COUNTRY:SY");
        assertThat(counting(contributions, false))
                .containsExactlyInAnyOrder(
                        "TARGET:barracks", "TARGET_TYPE:MILITARY@IQ", "REGION:IQ.Nineveh", "COUNTRY:IQ");
        assertThat(contributions.values()).extracting(Contribution::getRevision).containsOnly(2);
    }

    @Test
    void shouldCountForNothingOnceItIsRetractedOrMerged() {
        Incident before = incident().build();
        Incident retracted = incident().setRevision(2).setRetracted(true).build();
        Incident merged = incident().setRevision(2).setMergedInto("older").build();

        assertThat(counting(subjects.of(Optional.of(before), retracted, AT), true))
                .isEmpty();
        assertThat(counting(subjects.of(Optional.of(before), merged, AT), false))
                .hasSize(6);
    }

    @Test
    void shouldBeCertainOnItsOneDayOnlyWhenSureAndInAKnownArea() {
        assertThat(certain(incident())).isTrue();
        assertThat(certain(incident().setConfidence(0.49))).isFalse();
        assertThat(certain(incident().setArea(MergeArea.UNKNOWN))).isFalse();
        assertThat(certain(incident().setAttackDate(days(2)))).isFalse();
    }

    @Test
    void shouldGiveARangeOfFourteenDaysAndNoneThatIsLonger() {
        assertThat(country(incident().setAttackDate(days(14))).getAttackDate()).isPresent();
        assertThat(country(incident().setAttackDate(days(15))).getAttackDate()).isEmpty();
    }

    private boolean certain(Incident.Builder incident) {
        return country(incident).getCertain();
    }

    private CountedIncident country(Incident.Builder incident) {
        return Optional.ofNullable(
                        subjects.of(Optional.empty(), incident.build(), AT).get("COUNTRY:IQ"))
                .flatMap(Contribution::getIncident)
                .orElseThrow();
    }

    private static List<String> counting(Map<String, Contribution> contributions, boolean counts) {
        return contributions.entrySet().stream()
                .filter(entry -> entry.getValue().getIncident().isPresent() == counts)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static DateRange days(int days) {
        LocalDate first = LocalDate.parse("2024-03-01");
        return new DateRange(first, first.plusDays(days - 1));
    }

    private static LinkedTarget target(String id) {
        return LinkedTarget.newBuilder()
                .setId(id)
                .setName(id)
                .setType(TargetType.MILITARY)
                .setListed(true)
                .setGroups(List.of("forces"))
                .build();
    }

    private static Place place(String country, String region) {
        return Place.newBuilder()
                .setCountryCode(country)
                .setAdmin1(region)
                .setPrecision(PlacePrecision.REGION)
                .build();
    }

    private static Incident.Builder incident() {
        return Incident.newBuilder()
                .setIncidentId("i")
                .setRevision(1)
                .setArea("IQ")
                .setAttackType(AttackType.BOMBING_EXPLOSION)
                .setAcledSubEventType(AcledSubEventType.UNKNOWN)
                .setStage(Stage.ACCOMPLISHED)
                .setAttackDate(days(1))
                .setPlace(place("IQ", "Nineveh"))
                .setLinkedTargets(List.of(target("patrol"), target("barracks")))
                .setSupport(Support.newBuilder().build())
                .setConfidence(0.9)
                .setReportCount(1)
                .setPublisherCount(1)
                .setFirstReportedAt(AT)
                .setLastReportedAt(AT)
                .setCause(Cause.newBuilder().setKind(CauseKind.REPORT).build());
    }
}
