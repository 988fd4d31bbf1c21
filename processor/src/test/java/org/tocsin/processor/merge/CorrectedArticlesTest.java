package org.tocsin.processor.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tocsin.processor.watchlist.Watchlist;
import org.tocsin.schemas.AlertKind;
import org.tocsin.schemas.AlertRule;
import org.tocsin.schemas.DeadLetterReason;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.IncidentReport;
import org.tocsin.schemas.Level;
import org.tocsin.schemas.Stage;
import org.tocsin.schemas.SubjectKind;

/** Promise 2, merge: what a later version of an article no longer says counts no longer. */
class CorrectedArticlesTest {
    private static final Watchlist EVERY_INCIDENT = new Watchlist(
            1,
            List.of(),
            List.of(AlertRule.newBuilder(Watchlist.SHIPPED_RULE)
                    .setId("every-incident")
                    .setCountBy(SubjectKind.COUNTRY)
                    .setLevels(List.of(new Level("any", 0)))
                    .build()));

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

    @Test
    void shouldMoveAnAttackWhoseArticleIsCorrectedWhenOnlyAFingerprintIsKept() {
        counting.report(rockets("2020-09-27"));
        counting.readUpTo("2020-12-15T12:00:00Z");
        counting.pass(Duration.ofSeconds(20));

        counting.report(IncidentReport.newBuilder(rockets("2020-09-26"))
                .setEventTime(Instant.parse("2020-12-15T12:00:00Z"))
                .build());

        assertThat(counting.country("IQ", "2020-09-27").getCertain()).isZero();
        assertThat(counting.country("IQ", "2020-09-26").getCertain()).isEqualTo(1);
        assertThat(counting.standing()).singleElement().satisfies(incident -> {
            assertThat(incident.getReportCount()).isEqualTo(1);
            assertThat(incident.getPublisherCount()).isEqualTo(1);
        });
    }

    @Test
    void shouldReviseAnAlertOnceWhenTheIncidentBehindItTurnsOutToBeAnotherOne() {
        String first = "katyusha airport perimeter contractors villa salvo";
        String later = "funeral family courtyard mourners brothers neighbours";
        counting.apply(EVERY_INCIDENT);
        counting.report(baghdad("a", first, "2020-09-26", "2020-09-27", "2020-09-27"));
        counting.report(baghdad("b", later, "2020-09-27", "2020-09-27", "2020-09-28"));
        assertThat(counting.standing()).hasSize(2);
        assertThat(counting.alerts).extracting("kind").containsExactly(AlertKind.RAISED);
        counting.alerts.clear();

        counting.report(baghdad("c", first + " " + later, "2020-09-27", "2020-09-27", "2020-09-28"));

        assertThat(counting.standing()).hasSize(1);
        assertThat(counting.alerts)
                .extracting(alert -> alert.getDate() + " " + alert.getKind() + " " + alert.getCount())
                .containsExactly("2020-09-27 REVISED 1");
    }

    private static IncidentReport baghdad(String id, String words, String earliest, String latest, String published) {
        IncidentReport report = ReportOf.attack(id, words)
                .between(earliest, latest)
                .at("Baghdad", "Baghdad", 33.3, 44.4)
                .published(published);
        return IncidentReport.newBuilder(report).setStage(Stage.ACCOMPLISHED).build();
    }

    private static IncidentReport rockets(String day) {
        return ReportOf.attack("a", "katyusha rockets airport perimeter contractors villa salvo launcher")
                .on(day)
                .at("Baghdad", "Baghdad", 33.3, 44.4)
                .published("2020-09-28");
    }
}
