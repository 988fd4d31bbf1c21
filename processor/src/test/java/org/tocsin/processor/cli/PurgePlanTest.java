package org.tocsin.processor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tocsin.processor.Settings;
import org.tocsin.processor.cli.PurgePlan.Aged;
import org.tocsin.processor.cli.PurgePlan.At;
import org.tocsin.schemas.AcledSubEventType;
import org.tocsin.schemas.AttackType;
import org.tocsin.schemas.AvroSerdes;
import org.tocsin.schemas.Cause;
import org.tocsin.schemas.CauseKind;
import org.tocsin.schemas.DateRange;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.Stage;
import org.tocsin.schemas.Support;

class PurgePlanTest {
    private static final LocalDate BEFORE = LocalDate.parse("2024-03-01");

    static {
        AvroSerdes.trustOwnRecords();
    }

    @Test
    void shouldKeepAnIncidentOfWhichThereIsALaterReport() {
        assertThat(Aged.of(incident("2024-02-28", "2024-02-29T23:59:59Z")).day())
                .isEqualTo("2024-02-29");
        assertThat(gone(Map.of("reported-later", Aged.of(incident("2024-02-28", "2024-03-01T00:00:00Z")))))
                .isEmpty();
        assertThat(gone(Map.of("over", Aged.of(incident("2024-02-28", "2024-02-29T23:59:59Z")))))
                .containsExactly("over");
    }

    @Test
    void shouldTakeTheLastDayOfARangeAndTheLastReportWithoutOne() {
        assertThat(Aged.of(incident("2024-03-01", "2024-02-20T00:00:00Z")).day())
                .isEqualTo("2024-03-01");
        assertThat(Aged.of(incident(null, "2024-02-20T00:00:00Z")).day()).isEqualTo("2024-02-20");
    }

    @Test
    void shouldDeleteWhatWasMergedIntoAnIncidentThatGoes() {
        LocalDate old = BEFORE.minusDays(1);
        Map<String, Aged> incidents = Map.of(
                "lives", new Aged(old, Optional.empty()),
                "merged", new Aged(BEFORE, Optional.of("lives")),
                "merged-before", new Aged(BEFORE, Optional.of("merged")),
                "merged-into-a-newer-one", new Aged(BEFORE, Optional.of("stays")),
                "stays", new Aged(BEFORE, Optional.empty()));

        assertThat(gone(incidents)).containsExactlyInAnyOrder("lives", "merged", "merged-before");
    }

    @Test
    void shouldGoBackAsFarAsTheLongestOfWhatThePipelineHolds() {
        Instant time = Instant.parse("2024-03-31T01:00:00Z");

        assertThat(PurgePlan.latest(settings("20d", "10d", "5d"), time)).isEqualTo("2024-03-11");
        assertThat(PurgePlan.latest(settings("10d", "30d", "5d"), time)).isEqualTo("2024-03-01");
        assertThat(PurgePlan.latest(settings("10d", "5d", "30d"), time)).isEqualTo("2024-03-01");
    }

    private static Settings settings(String days, String fingerprints, String candidates) {
        return Settings.of(Map.of(
                "tocsin.tally.keep", days,
                "tocsin.merge.keep.fingerprints", fingerprints,
                "tocsin.merge.keep.candidates", candidates));
    }

    private static List<String> gone(Map<String, Aged> incidents) {
        Map<At, Aged> newest = new HashMap<>();
        incidents.forEach((id, aged) -> newest.put(new At(0, id), aged));
        return PurgePlan.of("incidents", newest, BEFORE).keys().stream()
                .map(At::key)
                .toList();
    }

    private static Incident incident(@Nullable String latestDay, String lastReport) {
        Optional<LocalDate> latest = Optional.ofNullable(latestDay).map(LocalDate::parse);
        return Incident.newBuilder()
                .setIncidentId("i")
                .setRevision(1)
                .setArea("IQ")
                .setAttackType(AttackType.BOMBING_EXPLOSION)
                .setAcledSubEventType(AcledSubEventType.UNKNOWN)
                .setStage(Stage.ACCOMPLISHED)
                .setAttackDate(
                        latest.map(day -> new DateRange(day.minusDays(3), day)).orElse(null))
                .setSupport(new Support())
                .setConfidence(0.75)
                .setReportCount(1)
                .setPublisherCount(1)
                .setFirstReportedAt(Instant.parse("2024-02-20T00:00:00Z"))
                .setLastReportedAt(Instant.parse(lastReport))
                .setCause(Cause.newBuilder().setKind(CauseKind.REPORT).build())
                .setWatchlistVersion(0)
                .build();
    }
}
