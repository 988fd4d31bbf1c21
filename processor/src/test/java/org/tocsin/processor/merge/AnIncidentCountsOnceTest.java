package org.tocsin.processor.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tocsin.schemas.DeadLetterReason;
import org.tocsin.schemas.IncidentReport;

/**
 * Promise 1: an incident counts once per subject and day, however many articles report it, for as long as its
 * fingerprint is kept. Across crashes and rebalances: {@code KilledPipelineTest}.
 */
class AnIncidentCountsOnceTest {
    private static final String ROCKETS = "katyusha rockets airport perimeter contractors villa salvo launcher";

    private final CountingFixture counting = new CountingFixture("2020-09-28T12:00:00Z");

    @AfterEach
    void close() {
        counting.close();
    }

    @Test
    void shouldCountOneIncidentOfTenReports() {
        for (int i = 0; i < 10; i++) {
            counting.report(rockets("r" + i).published("2020-09-28"));
        }

        assertThat(counting.standing()).singleElement().satisfies(incident -> assertThat(incident.getReportCount())
                .isEqualTo(10));
        assertThat(counting.country("IQ", "2020-09-27").getCertain()).isEqualTo(1);
        assertThat(counting.alerts).isEmpty();
    }

    @Test
    void shouldCountAReportThatComesAgainOnce() {
        IncidentReport report = rockets("r").published("2020-09-28");

        counting.report(report);
        counting.report(report);

        assertThat(counting.incidents).hasSize(1);
        assertThat(counting.country("IQ", "2020-09-27").getCertain()).isEqualTo(1);
    }

    @Test
    void shouldJoinAReportTwentyDaysLateToItsIncident() {
        counting.report(rockets("first").published("2020-09-28"));
        counting.readUpTo("2020-10-17T12:00:00Z");

        counting.report(rockets("late").published("2020-10-17"));

        assertThat(counting.standing()).singleElement().satisfies(incident -> assertThat(incident.getReportCount())
                .isEqualTo(2));
        assertThat(counting.country("IQ", "2020-09-27").getCertain()).isEqualTo(1);
    }

    @Test
    void shouldJoinAReportTwoHundredDaysLateToTheFingerprintOfItsIncident() {
        counting.report(rockets("first").published("2020-09-28"));
        counting.readUpTo("2021-04-15T12:00:00Z");
        // Incidents age in passes of ten seconds.
        counting.pass(Duration.ofSeconds(20));

        counting.report(rockets("late").published("2021-04-15"));

        assertThat(counting.standing()).singleElement().satisfies(incident -> assertThat(incident.getReportCount())
                .isEqualTo(2));
        assertThat(counting.country("IQ", "2020-09-27").getCertain()).isEqualTo(1);
    }

    @Test
    void shouldPutAReportAsideWhoseDayIsNoLongerHeld() {
        counting.report(rockets("first").published("2020-09-28"));
        counting.readUpTo("2021-12-01T12:00:00Z");

        counting.report(rockets("too-late").published("2021-12-01"));

        assertThat(counting.deadLetters).extracting("reason").containsExactly(DeadLetterReason.TOO_OLD);
        assertThat(counting.country("IQ", "2020-09-27").getCertain()).isEqualTo(1);
    }

    static ReportOf rockets(String id) {
        return ReportOf.attack(id, ROCKETS).on("2020-09-27").at("Baghdad", "Baghdad", 33.3, 44.4);
    }
}
