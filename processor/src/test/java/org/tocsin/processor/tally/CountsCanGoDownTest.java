package org.tocsin.processor.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.processor.tally.TallyFixture.incident;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tocsin.schemas.CauseKind;
import org.tocsin.schemas.DateRange;

/** Promise 2: a late merge, a corrected date or a retraction lowers the old day, raises the new one, and says why. */
class CountsCanGoDownTest {
    private final TallyFixture tally = new TallyFixture(Instant.parse("2020-09-27T15:00:00Z"));

    @AfterEach
    void close() {
        tally.close();
    }

    @Test
    void shouldMoveTheCountWhenADateIsCorrected() {
        tally.report(incident("a", "2020-09-27"));
        tally.report(incident("b", "2020-09-27"));

        tally.report(incident("b", "2020-09-26").setRevision(2));

        assertThat(tally.count("2020-09-27").getCertain()).isEqualTo(1);
        assertThat(tally.count("2020-09-26").getCertain()).isEqualTo(1);
        assertThat(tally.count("2020-09-27").getCause().getReportId()).contains("b-r2");
    }

    @Test
    void shouldWithdrawTheAlertOnceAndNameTheCause() {
        tally.report(incident("a", "2020-09-27"));
        tally.report(incident("b", "2020-09-27"));
        tally.report(incident("c", "2020-09-27"));

        tally.withdraw("c", 2);
        tally.withdraw("c", 2);

        assertThat(tally.story()).containsExactly("RAISED 1 high 3", "WITHDRAWN 2 high 2");
        assertThat(tally.alerts.get(1).getCause().getKind()).isEqualTo(CauseKind.REPORT);
        assertThat(tally.alerts.get(1).getCause().getReportId()).contains("c-r2");
        assertThat(tally.count("2020-09-27").getCertain()).isEqualTo(2);
    }

    @Test
    void shouldRaiseAWithdrawnAlertAnewUnderTheSameId() {
        tally.report(incident("a", "2020-09-27"));
        tally.report(incident("b", "2020-09-27"));
        tally.report(incident("c", "2020-09-27"));
        tally.withdraw("c", 2);

        tally.report(incident("d", "2020-09-27"));

        assertThat(tally.story()).containsExactly("RAISED 1 high 3", "WITHDRAWN 2 high 2", "RAISED 3 high 3");
        assertThat(tally.alerts)
                .extracting("alertId")
                .containsOnly(tally.alerts.get(0).getAlertId());
    }

    @Test
    void shouldCountAnIncidentOfSeveralDaysAsPossibleOnEachAndCertainOnNone() {
        DateRange weekend = new DateRange(LocalDate.parse("2020-09-26"), LocalDate.parse("2020-09-27"));
        tally.report(incident("a", "2020-09-26").setAttackDate(weekend).setCertain(false));

        assertThat(tally.count("2020-09-26").getPossible()).isEqualTo(1);
        assertThat(tally.count("2020-09-27").getPossible()).isEqualTo(1);
        assertThat(tally.count("2020-09-27").getCertain()).isZero();
    }

    @Test
    void shouldCountAnUndatedIncidentOnTheDayOfItsFirstReport() {
        tally.report(incident("a", "2020-09-27").setAttackDate(null).setCertain(false));

        assertThat(tally.count("2020-09-27").getUndated()).isEqualTo(1);
        assertThat(tally.count("2020-09-27").getPossible()).isZero();
    }

    @Test
    void shouldCountAlikeWhenMoreIncidentsAreInUseThanFitInMemory() {
        LocalDate first = LocalDate.parse("2020-06-01");
        int each = 6;
        // A day takes room for itself, for its incidents and for those that its alert tells of.
        int days = TallyStores.MOST_IN_MEMORY / (1 + each + each) + 40;
        for (int n = 0; n < each; n++) {
            for (int day = 0; day < days; day++) {
                tally.report(incident("i" + n + "-" + day, first.plusDays(day).toString()));
            }
        }
        // By now the first day is out of memory; one incident of it moves to the last day, which is in it.
        String last = first.plusDays(days - 1).toString();
        tally.report(incident("i0-0", last).setRevision(2));
        tally.report(incident("i1-0", first.toString()).setRevision(2).setPublishers(2));
        tally.report(incident("i1-0", first.toString()));

        assertThat(tally.count(first.toString()).getCertain()).isEqualTo(each - 1);
        assertThat(tally.count(first.plusDays(1).toString()).getCertain()).isEqualTo(each);
        assertThat(tally.count(last).getCertain()).isEqualTo(each + 1);
    }
}
