package org.tocsin.processor.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.Test;
import org.tocsin.schemas.AttackType;
import org.tocsin.schemas.CauseKind;
import org.tocsin.schemas.CountRange;
import org.tocsin.schemas.Evidence;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.IncidentReport;
import org.tocsin.schemas.IncidentState;
import org.tocsin.schemas.LinkedTarget;
import org.tocsin.schemas.TargetRole;
import org.tocsin.schemas.TargetType;

class MergerTest {
    private static final String ROCKETS = "katyusha rockets airport perimeter contractors villa salvo launcher";
    private static final String AMBUSH = "convoy ambush culvert gunmen escort bridge pickup checkpoint";

    private static final String ROCKETS_FIRST = "katyusha airport perimeter contractors villa salvo";
    private static final String ROCKETS_LATER = "funeral family courtyard mourners brothers neighbours";

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
    void shouldKeepAttacksInTownsFarApartThoughTheWordsAreTheSame() {
        merging.accept(ambushAt("a", "Mosul", "Nineveh", 36.34, 43.12));
        merging.accept(ambushAt("b", "Kirkuk", "Kirkuk", 35.47, 44.39));

        assertThat(merging.clusters()).containsExactlyInAnyOrder(Set.of("a"), Set.of("b"));
    }

    @Test
    void shouldKeepAReportWithoutATownFromAnAttackInATownThatItDoesNotName() {
        merging.accept(
                atNasiriyah(
                        "convoy",
                        "lorry convoy escort culvert wire highway verge reeds charge column patrol sergeant helicopter surgery ditch farmer"));
        merging.accept(
                onThatDay(
                        "airport",
                        "lorry rockets airport apron catering workshop launcher hangar salvo terminal runway glass handler roof siren pickup"));

        assertThat(merging.clusters()).containsExactlyInAnyOrder(Set.of("convoy"), Set.of("airport"));
    }

    private static IncidentReport ambushAt(String id, String town, String region, double latitude, double longitude) {
        return ReportOf.attack(id, AMBUSH)
                .on("2020-09-28")
                .at(town, region, latitude, longitude)
                .published("2020-09-28");
    }

    @Test
    void shouldKeepAttacksApartThatAListOfAttacksNames() {
        merging.accept(atNasiriyah("convoy", AMBUSH));
        merging.accept(atHaditha("list", "convoy drones base quarters gymnasium container desert fuselage valley"));

        assertThat(merging.clusters()).containsExactlyInAnyOrder(Set.of("convoy"), Set.of("list"));
    }

    @Test
    void shouldPutAReportRightOnceItsOwnAttackIsKnown() {
        merging.accept(atNasiriyah("convoy", AMBUSH));
        merging.accept(atNasiriyah("convoy2", AMBUSH));
        merging.accept(
                atHaditha("base", "convoy ambush culvert drones quarters gymnasium container hangar mess barracks"));
        assertThat(merging.clusters()).containsExactly(Set.of("convoy", "convoy2", "base"));

        merging.accept(atHaditha("base2", "drones quarters gymnasium container hangar mess barracks desert"));

        assertThat(merging.clusters()).containsExactlyInAnyOrder(Set.of("convoy", "convoy2"), Set.of("base", "base2"));
    }

    @Test
    void shouldTakeAnEditedReportToAnAttackThatOnlyItHeldTogetherWithAnother() {
        merging.accept(onThatDay("fire", "warehouse arson petrol canisters nightwatch insurers"));
        merging.accept(onThatDay("siege", "hostages ministry stairwell negotiators commandos helicopters"));
        merging.accept(
                onThatDay(
                        "both",
                        "warehouse arson petrol canisters nightwatch insurers hostages ministry stairwell negotiators commandos"));

        merging.accept(onThatDay("both", "hostages ministry stairwell negotiators commandos rooftop"));

        assertThat(merging.clusters()).containsExactlyInAnyOrder(Set.of("fire"), Set.of("siege", "both"));
    }

    private static IncidentReport onThatDay(String id, String words) {
        return ReportOf.attack(id, words).on("2020-09-28").published("2020-09-28");
    }

    @Test
    void shouldKeepAnIncidentWhoseKeptReportsAreAllTakenBack() {
        int reports = Assembly.FIRST + Assembly.LATEST + 1;
        for (int i = 0; i < reports; i++) {
            merging.accept(onThatDay("r" + i, ROCKETS));
        }
        List<String> kept = merging.living().get(0).getReports().stream()
                .map(ref -> ref.getReportId())
                .toList();

        for (String id : kept) {
            merging.accept(IncidentReport.newBuilder(onThatDay(id, ROCKETS))
                    .setRetracted(true)
                    .build());
        }

        assertThat(merging.living()).singleElement().satisfies(incident -> {
            assertThat(incident.getReportCount()).isEqualTo(1);
            assertThat(incident.getReports()).isEmpty();
        });
    }

    private static IncidentReport atNasiriyah(String id, String words) {
        return ReportOf.attack(id, words)
                .on("2020-09-28")
                .at("Nasiriyah", "Dhi Qar", 31.04, 46.26)
                .published("2020-09-28");
    }

    /** Tells of the other attack, too. */
    private static IncidentReport atHaditha(String id, String words) {
        return ReportOf.attack(id, words)
                .on("2020-09-28")
                .at("Haditha", "Anbar", 34.14, 42.38)
                .naming("nasiriyah")
                .published("2020-09-28");
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

    @Test
    void shouldJoinABackgroundParagraphOfALaterArticleToTheOldIncident() {
        merging.accept(rockets("a").published("2020-09-28"));
        merging.accept(
                ReportOf.attack("b-0", AMBUSH).on("2020-10-06").inArticle("b").published("2020-10-07"));
        merging.accept(rockets("b-1").inArticle("b").published("2020-10-07"));

        assertThat(merging.clusters()).containsExactlyInAnyOrder(Set.of("a", "b-1"), Set.of("b-0"));
    }

    @Test
    void shouldSendEachAttackOfAnArticleToItsOwnIncident() {
        merging.accept(rockets("a").published("2020-09-28"));
        merging.accept(ambush("b").published("2020-09-28"));
        merging.accept(rockets("c-0").inArticle("c").published("2020-09-29"));
        merging.accept(ambush("c-1").inArticle("c").published("2020-09-29"));
        merging.accept(ReportOf.attack("c-2", ROCKETS_LATER)
                .on("2020-09-29")
                .inArticle("c")
                .published("2020-09-29"));

        assertThat(merging.clusters()).containsExactlyInAnyOrder(Set.of("a", "c-0"), Set.of("b", "c-1"), Set.of("c-2"));
    }

    @Test
    void shouldKeepAttacksOfOneArticleApartThoughTheyAreToldAlike() {
        merging.accept(rockets("a-0").inArticle("a").published("2020-09-28"));
        merging.accept(ReportOf.attack("a-1", "katyusha rockets barracks fence sentries dormitory")
                .on("2020-09-28")
                .at("Mosul", "Nineveh", 36.3, 43.1)
                .inArticle("a")
                .published("2020-09-28"));

        assertThat(merging.clusters()).containsExactlyInAnyOrder(Set.of("a-0"), Set.of("a-1"));
    }

    @Test
    void shouldMoveAnIncidentToTheTargetThatAnEditNames() {
        merging.accept(rockets("a")
                .target("villa", TargetRole.STRUCK, TargetType.PRIVATE_CITIZENS, "private@iq.baghdad")
                .published("2020-09-28"));
        merging.accept(rockets("a")
                .target("airport", TargetRole.INTENDED, TargetType.AIRPORTS_AIRCRAFT, "airport@iq.baghdad")
                .published("2020-09-28"));

        assertThat(merging.living()).singleElement().satisfies(incident -> {
            assertThat(incident.getIncidentId()).isEqualTo("a");
            assertThat(incident.getRevision()).isEqualTo(2);
            assertThat(incident.getLinkedTargets())
                    .extracting(LinkedTarget::getId)
                    .containsExactly("airport@iq.baghdad");
        });
    }

    @Test
    void shouldReplaceWhatAnEditedArticleSaidBefore() {
        merging.accept(rockets("a").killing(3).published("2020-09-28"));
        merging.accept(rockets("a").killing(5).on("2020-09-27").published("2020-09-28"));

        assertThat(merging.living()).singleElement().satisfies(incident -> {
            assertThat(incident.getIncidentId()).isEqualTo("a");
            assertThat(incident.getReportCount()).isEqualTo(1);
            assertThat(incident.getRevision()).isEqualTo(2);
            assertThat(incident.getKilled()).contains(new CountRange(5, 5));
            assertThat(incident.getAttackDate().orElseThrow().getEarliest()).hasToString("2020-09-27");
        });
    }

    @Test
    void shouldMoveAnEditedReportToTheIncidentThatItTellsOfNow() {
        merging.accept(rockets("a").published("2020-09-28"));
        merging.accept(ambush("b").published("2020-09-28"));
        merging.accept(rockets("b").published("2020-09-28"));

        assertThat(merging.clusters()).containsExactly(Set.of("a", "b"));
        assertThat(merging.incident("b").orElseThrow().getIncident().getMergedInto())
                .contains("a");
    }

    @Test
    void shouldTakeOneOfSeveralReportsBack() {
        IncidentReport second = rockets("b").killing(9).published("2020-09-29");
        merging.accept(rockets("a").killing(5).published("2020-09-28"));
        merging.accept(second);
        merging.accept(IncidentReport.newBuilder(second).setRetracted(true).build());

        assertThat(merging.living()).singleElement().satisfies(incident -> {
            assertThat(incident.getReportCount()).isEqualTo(1);
            assertThat(incident.getKilled()).contains(new CountRange(5, 5));
            assertThat(incident.getCause().getKind()).isEqualTo(CauseKind.RETRACTION);
        });
    }

    @Test
    void shouldKeepAnotherDeedMonthsLaterApartThoughToldInTheSameWords() {
        IncidentReport later = ReportOf.attack("b", AMBUSH).on("2020-06-09").published("2020-06-10");
        merging.accept(ReportOf.attack("a", AMBUSH).on("2020-03-10").published("2020-03-11"));
        merging.accept(IncidentReport.newBuilder(later)
                .setAttackType(AttackType.ARMED_ASSAULT)
                .build());

        assertThat(merging.clusters()).containsExactlyInAnyOrder(Set.of("a"), Set.of("b"));
    }

    @Test
    void shouldBridgeTwoIncidentsIntoTheOlderOne() {
        merging.accept(ReportOf.attack("a", ROCKETS_FIRST).on("2020-09-28").published("2020-09-28"));
        merging.accept(ReportOf.attack("b", ROCKETS_LATER).on("2020-09-28").published("2020-09-29"));
        assertThat(merging.living()).hasSize(2);
        merging.accept(ReportOf.attack("c", ROCKETS_FIRST + " " + ROCKETS_LATER)
                .on("2020-09-28")
                .published("2020-09-29"));

        assertThat(merging.clusters()).containsExactly(Set.of("a", "b", "c"));
        assertThat(merging.incident("b").orElseThrow().getIncident().getMergedInto())
                .contains("a");
    }

    @Test
    void shouldTakeAnIncidentApartWhenTheReportThatBridgedItIsTakenBack() {
        IncidentReport bridge = ReportOf.attack("c", ROCKETS_FIRST + " " + ROCKETS_LATER)
                .on("2020-09-28")
                .published("2020-09-29");
        merging.accept(ReportOf.attack("a", ROCKETS_FIRST).on("2020-09-28").published("2020-09-28"));
        merging.accept(ReportOf.attack("b", ROCKETS_LATER).on("2020-09-28").published("2020-09-29"));
        merging.accept(bridge);
        merging.accept(IncidentReport.newBuilder(bridge).setRetracted(true).build());

        assertThat(merging.clusters()).containsExactlyInAnyOrder(Set.of("a"), Set.of("b"));
    }

    @Test
    void shouldCountCopiesOfOneTextAsOnePublisher() {
        long[] sketch = {0x1111222233334444L, 0x5555666677778888L, 0x1234567812345678L};
        merging.accept(rockets("a").by("Agency").copyOf(sketch).published("2020-09-28"));
        merging.accept(rockets("b").by("Daily").copyOf(sketch).published("2020-09-28"));
        merging.accept(rockets("c").by("Herald").published("2020-09-28"));

        assertThat(merging.living()).singleElement().satisfies(incident -> {
            assertThat(incident.getReportCount()).isEqualTo(3);
            assertThat(incident.getPublisherCount()).isEqualTo(2);
        });
    }

    @Test
    void shouldKeepRecordsSmallWithTenThousandReportsOfOneIncident() throws IOException {
        String longest = "x".repeat(300);
        for (int i = 0; i < 10_000; i++) {
            merging.accept(IncidentReport.newBuilder(
                            rockets("r" + i).by("publisher " + i % 3000).published("2020-09-28"))
                    .setUrl("https://news.example/" + longest + i)
                    .setEvidence(List.of(new Evidence(false, 0, 300, longest)))
                    .build());
        }

        assertThat(merging.living()).singleElement().satisfies(incident -> {
            assertThat(incident.getReportCount()).isEqualTo(10_000);
            assertThat(incident.getReports()).hasSize(100);
            assertThat(incident.getPublisherCount()).isEqualTo(1000);
        });
        IncidentState state = merging.incident("r0").orElseThrow();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new SpecificDatumWriter<>(IncidentState.class)
                .write(state, EncoderFactory.get().binaryEncoder(bytes, null));
        assertThat(bytes.size()).isLessThan(256 * 1024);
    }

    private static ReportOf rockets(String id) {
        return ReportOf.attack(id, ROCKETS).on("2020-09-28").at("Baghdad", "Baghdad", 33.3, 44.4);
    }

    private static ReportOf ambush(String id) {
        return ReportOf.attack(id, AMBUSH).on("2020-09-28").at("Mosul", "Nineveh", 36.3, 43.1);
    }
}
