package org.tocsin.connect.row;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tocsin.schemas.AcledSubEventType;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.AlertKind;
import org.tocsin.schemas.AttackType;
import org.tocsin.schemas.AvroSerdes;
import org.tocsin.schemas.Cause;
import org.tocsin.schemas.CauseKind;
import org.tocsin.schemas.CountRange;
import org.tocsin.schemas.CountedIncident;
import org.tocsin.schemas.DailyTally;
import org.tocsin.schemas.DateRange;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.Origin;
import org.tocsin.schemas.Place;
import org.tocsin.schemas.PlacePrecision;
import org.tocsin.schemas.ReportRef;
import org.tocsin.schemas.Stage;
import org.tocsin.schemas.Subject;
import org.tocsin.schemas.SubjectKind;
import org.tocsin.schemas.Support;
import org.tocsin.schemas.TargetType;

/** Records as the pipeline writes them, many and different, the same for the same seed. */
final class Revisions {
    static final Instant MOMENT = Instant.parse("2024-03-12T23:30:00.123Z");

    private static final Origin ORIGIN = new Origin("tocsin.articles", 3, 42L, MOMENT);
    private static final Cause CAUSE = Cause.newBuilder()
            .setKind(CauseKind.REPORT)
            .setReportId("r")
            .setArticleId("article")
            .setOrigin(ORIGIN)
            .build();

    private final Random random;
    private final LocalDate today;

    static {
        // Loading it makes Avro trust the contracts' classes.
        AvroSerdes.of(java.util.Map.of(AvroSerdes.REGISTRY_URL, "mock://revisions"));
    }

    Revisions(long seed, LocalDate today) {
        this.random = new Random(seed);
        this.today = today;
    }

    /** Revisions 1 to {@code each} of so many counts, interleaved. Ten days a subject, the last one today. */
    List<DailyTally> tallies(int subjectDays, int each) {
        List<DailyTally> all = new ArrayList<>();
        for (int revision = 1; revision <= each; revision++) {
            for (int i = 0; i < subjectDays; i++) {
                all.add(tally(i / 10, today.minusDays(i % 10), revision));
            }
        }
        return all;
    }

    private DailyTally tally(int subject, LocalDate date, int revision) {
        int certain = random.nextInt(5);
        return DailyTally.newBuilder()
                .setSubject(subject("target" + subject))
                .setDate(date)
                .setZone("Asia/Baghdad")
                .setRevision(revision)
                .setCertain(certain)
                .setPossible(certain + random.nextInt(3))
                .setIncidentCount(certain)
                .setKilled(new CountRange(certain, random.nextBoolean() ? null : certain * 2))
                .setInjured(new CountRange(0, null))
                .setCompleteThrough(MOMENT)
                .setCause(CAUSE)
                .build();
    }

    static String key(DailyTally tally) {
        return tally.getSubject().getKind() + ":" + tally.getSubject().getId() + "|" + tally.getDate();
    }

    /** An incident of one town, told by two articles. */
    Incident incident(String id, int revision) {
        return Incident.newBuilder()
                .setIncidentId(id)
                .setRevision(revision)
                .setArea("IQ")
                .setAttackType(AttackType.BOMBING_EXPLOSION)
                .setAcledSubEventType(AcledSubEventType.REMOTE_EXPLOSIVE)
                .setStage(Stage.ACCOMPLISHED)
                .setAttackDate(new DateRange(LocalDate.parse("2024-03-12"), LocalDate.parse("2024-03-13")))
                .setPlace(Place.newBuilder()
                        .setName("Baghdad")
                        .setCountryCode("IQ")
                        .setLatitude(33.325)
                        .setPrecision(PlacePrecision.TOWN)
                        .build())
                .setKilled(new CountRange(5, 5))
                .setSupport(Support.newBuilder().build())
                .setConfidence(0.875)
                .setReports(List.of(report("a"), report("b")))
                .setReportCount(revision + 1)
                .setPublishers(List.of("a.example", "b.example"))
                .setPublisherCount(2)
                .setFirstReportedAt(MOMENT)
                .setLastReportedAt(MOMENT.plusSeconds(revision))
                .setCause(CAUSE)
                .build();
    }

    /** An alert over one incident. */
    Alert alert(String id, AlertKind kind, int revision) {
        CountedIncident incident = CountedIncident.newBuilder()
                .setIncidentId("i-1")
                .setRevision(1)
                .setZone("Asia/Baghdad")
                .setFirstReportedAt(MOMENT)
                .setCertain(true)
                .setConfidence(0.875)
                .setPublishers(2)
                .setAttackType(AttackType.BOMBING_EXPLOSION)
                .setStage(Stage.ACCOMPLISHED)
                .setEvidence(List.of(report("a")))
                .build();
        return Alert.newBuilder()
                .setAlertId(id)
                .setKind(kind)
                .setRevision(revision)
                .setLevel("high")
                .setSubject(subject("target1"))
                .setDate(today)
                .setZone("Asia/Baghdad")
                .setCount(3)
                .setThreshold(2)
                .setRuleId("rule")
                .setRuleVersion(1)
                .setIncidents(List.of(incident))
                .setCause(CAUSE)
                .setClosesAt(MOMENT)
                .build();
    }

    private static Subject subject(String id) {
        return Subject.newBuilder()
                .setKind(SubjectKind.TARGET)
                .setId(id)
                .setName("Name of " + id)
                .setType(TargetType.MILITARY)
                .build();
    }

    private static ReportRef report(String id) {
        return ReportRef.newBuilder()
                .setReportId("report-" + id)
                .setArticleId("article-" + id)
                .setUrl("https://" + id + ".example/1")
                .setSource(id + ".example")
                .setPublishedAt(MOMENT)
                .setOrigin(ORIGIN)
                .setEvidence("It said \"five\" – and more.")
                .build();
    }
}
