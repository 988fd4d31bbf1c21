package org.tocsin.processor.merge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tocsin.schemas.DeadLetterReason;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.IncidentReport;

/** Promise 2, merge: what a later version of an article no longer says counts no longer. */
class CorrectedArticlesTest {
    private final CountingFixture counting = new CountingFixture("2020-09-28T12:00:00Z");

    @AfterEach
    void close() {
        counting.close();
    }

    @Test
    void shouldTakeBackAReportThatTurnsOutToTellOfADayThatIsNoLongerHeld() {
        counting.report(rockets("2020-09-27"));

        counting.report(rockets("1989-11-01"));

        assertThat(counting.country("IQ", "2020-09-27").getCertain()).isZero();
        assertThat(counting.standing()).isEmpty();
        assertThat(counting.deadLetters).extracting("reason").containsExactly(DeadLetterReason.TOO_OLD);
    }

    @Test
    void shouldKeepAReportWhoseDayIsNoLongerHeldWhenItComesAgain() {
        counting.report(rockets("2020-09-27"));
        counting.readUpTo("2021-11-05T12:00:00Z");

        counting.report(IncidentReport.newBuilder(rockets("2020-09-27"))
                .setConfidence(0.6)
                .build());

        assertThat(counting.country("IQ", "2020-09-27").getCertain()).isEqualTo(1);
        assertThat(counting.incidents).extracting(Incident::getRetracted).containsExactly(false);
        assertThat(counting.deadLetters).extracting("reason").containsExactly(DeadLetterReason.TOO_OLD);
    }

    private static IncidentReport rockets(String day) {
        return ReportOf.attack("a", "katyusha rockets airport perimeter contractors villa salvo launcher")
                .on(day)
                .at("Baghdad", "Baghdad", 33.3, 44.4)
                .published("2020-09-28");
    }
}
