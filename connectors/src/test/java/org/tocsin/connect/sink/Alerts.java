package org.tocsin.connect.sink;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.AlertKind;
import org.tocsin.schemas.AttackType;
import org.tocsin.schemas.Cause;
import org.tocsin.schemas.CauseKind;
import org.tocsin.schemas.CountRange;
import org.tocsin.schemas.CountedIncident;
import org.tocsin.schemas.DateRange;
import org.tocsin.schemas.Origin;
import org.tocsin.schemas.ReportRef;
import org.tocsin.schemas.Stage;
import org.tocsin.schemas.Subject;
import org.tocsin.schemas.SubjectKind;
import org.tocsin.schemas.TargetType;

/** Alerts to test with. */
final class Alerts {
    static final LocalDate DAY = LocalDate.parse("2024-03-12");
    static final Instant RECORDED = Instant.parse("2024-03-12T18:30:00Z");
    static final Instant CLOSES = Instant.parse("2024-03-15T21:00:00Z");

    private static final Origin ORIGIN = new Origin("tocsin.articles", 3, 42L, Instant.parse("2024-03-12T18:29:58Z"));

    static {
        AlertReader.trustRecords();
    }

    private Alerts() {}

    /** Three incidents on US forces in Iraq where more than two are an alert: one with all its facts, two with few. */
    static Alert raised() {
        return of("a-1").build();
    }

    /** An alert of this day, which is open: receivers go by the wall clock. */
    static Alert today(String id) {
        return of(id).setDate(LocalDate.now(ZoneOffset.UTC))
                .setZone("UTC")
                .setClosesAt(Instant.now().truncatedTo(ChronoUnit.MILLIS).plus(Duration.ofDays(3)))
                .build();
    }

    static Alert.Builder of(String alertId) {
        return Alert.newBuilder()
                .setAlertId(alertId)
                .setKind(AlertKind.RAISED)
                .setRevision(1)
                .setLevel("high")
                .setSubject(Subject.newBuilder()
                        .setKind(SubjectKind.TARGET)
                        .setId("us-forces-iraq")
                        .setName("US forces in Iraq")
                        .setType(TargetType.MILITARY)
                        .setGroups(List.of("us-interests-iraq"))
                        .build())
                .setDate(DAY)
                .setZone("Asia/Baghdad")
                .setCount(3)
                .setThreshold(2)
                .setRuleId("forces-in-a-day")
                .setRuleVersion(1)
                .setIncidents(List.of(rockets(), bare("i-2"), bare("i-3")))
                .setCause(Cause.newBuilder()
                        .setKind(CauseKind.REPORT)
                        .setReportId("r-3")
                        .setArticleId("article-3")
                        .setOrigin(ORIGIN)
                        .build())
                .setCompleteThrough(Instant.parse("2024-03-12T18:00:00Z"))
                .setClosesAt(CLOSES);
    }

    static Alert next(Alert before, AlertKind kind) {
        return Alert.newBuilder(before)
                .setKind(kind)
                .setRevision(before.getRevision() + 1)
                .build();
    }

    private static CountedIncident rockets() {
        return CountedIncident.newBuilder(bare("i-1"))
                .setAttackType(AttackType.BOMBING_EXPLOSION)
                .setPlaceName("Baghdad")
                .setKilled(new CountRange(5, 5))
                .setInjured(new CountRange(3, null))
                .setEvidence(List.of(ReportRef.newBuilder()
                        .setReportId("r-1")
                        .setArticleId("article-1")
                        .setUrl("https://news.example/a?id=1&lang=en")
                        .setSource("news.example")
                        .setPublishedAt(Instant.parse("2024-03-12T17:00:00Z"))
                        .setOrigin(ORIGIN)
                        .setEvidence("Five <people> were killed & three wounded.")
                        .build()))
                .build();
    }

    private static CountedIncident bare(String id) {
        return CountedIncident.newBuilder()
                .setIncidentId(id)
                .setRevision(1)
                .setAttackDate(new DateRange(DAY, DAY))
                .setZone("Asia/Baghdad")
                .setFirstReportedAt(Instant.parse("2024-03-12T17:00:00Z"))
                .setCertain(true)
                .setConfidence(0.75)
                .setPublishers(1)
                .setAttackType(AttackType.UNKNOWN)
                .setStage(Stage.ACCOMPLISHED)
                .setTargets(List.of("us-forces-iraq"))
                .setCountryCode("IQ")
                .build();
    }
}
