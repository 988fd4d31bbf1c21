package org.tocsin.processor.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.processor.tally.TallyFixture.incident;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tocsin.processor.watchlist.Watchlist;
import org.tocsin.schemas.AlertRule;
import org.tocsin.schemas.Level;

/** Promise 3: one alert per subject, day and rule; each level is announced once per crossing. */
class OneAlertPerDayTest {
    private final TallyFixture tally = new TallyFixture(Instant.parse("2020-09-27T15:00:00Z"));

    @AfterEach
    void close() {
        tally.close();
    }

    @Test
    void shouldStaySilentAtTheThresholdAndRaiseStrictlyAboveIt() {
        tally.report(incident("a", "2020-09-27"));
        tally.report(incident("b", "2020-09-27"));
        assertThat(tally.alerts).isEmpty();

        tally.report(incident("c", "2020-09-27"));

        assertThat(tally.story()).containsExactly("RAISED 1 high 3");
        assertThat(tally.alerts.get(0).getThreshold()).isEqualTo(2);
        assertThat(tally.alerts.get(0).getIncidents()).extracting("incidentId").containsExactly("a", "b", "c");
    }

    @Test
    void shouldCountAnIncidentOnceHoweverOftenItIsRevised() {
        for (int revision = 1; revision <= 10; revision++) {
            tally.report(incident("a", "2020-09-27").setRevision(revision).setReportCount(revision));
        }

        assertThat(tally.count("2020-09-27").getCertain()).isEqualTo(1);
        assertThat(tally.counts).hasSize(1);
    }

    @Test
    void shouldIgnoreAnOlderRevision() {
        tally.report(incident("a", "2020-09-26").setRevision(5));
        tally.report(incident("a", "2020-09-27").setRevision(4));

        assertThat(tally.counts).extracting("date").containsOnly(java.time.LocalDate.parse("2020-09-26"));
    }

    @Test
    void shouldEscalateOncePerLevelAndReviseInBetween() {
        tally.apply(levels(1, 3));
        for (String id : List.of("a", "b", "c", "d", "e")) {
            tally.report(incident(id, "2020-09-27"));
        }

        assertThat(tally.story())
                .containsExactly("RAISED 1 high 2", "REVISED 2 high 3", "ESCALATED 3 severe 4", "REVISED 4 severe 5");
    }

    @Test
    void shouldReviseWhenTheEvidenceChangesAndNotForOneMoreReport() {
        tally.report(incident("a", "2020-09-27"));
        tally.report(incident("b", "2020-09-27"));
        tally.report(incident("c", "2020-09-27"));

        tally.report(incident("c", "2020-09-27").setRevision(2).setReportCount(2));
        assertThat(tally.story()).containsExactly("RAISED 1 high 3");

        tally.report(incident("c", "2020-09-27").setRevision(3).setPublishers(2));
        assertThat(tally.story()).containsExactly("RAISED 1 high 3", "REVISED 2 high 3");
    }

    @Test
    void shouldReviseADayOnceWhenOneReportMovesAnIncidentToItAndEndsAnotherThere() {
        tally.apply(levels(1, 3));
        tally.report(incident("a", "2020-09-26"));
        tally.report(incident("b", "2020-09-27"));
        tally.report(incident("c", "2020-09-27"));
        int counts = tally.counts.size();

        tally.unite("c", incident("a", "2020-09-27").setRevision(2));

        assertThat(tally.story()).containsExactly("RAISED 1 high 2", "REVISED 2 high 2");
        assertThat(tally.counts.subList(counts, tally.counts.size()))
                .extracting(count -> count.getDate() + " " + count.getCertain())
                .containsExactly("2020-09-26 0", "2020-09-27 2");
    }

    private static Watchlist levels(int high, int severe) {
        AlertRule rule = AlertRule.newBuilder(Watchlist.SHIPPED_RULE)
                .setLevels(List.of(new Level("high", high), new Level("severe", severe)))
                .build();
        return new Watchlist(1, List.of(), List.of(rule));
    }
}
