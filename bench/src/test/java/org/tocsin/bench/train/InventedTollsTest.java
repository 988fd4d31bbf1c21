package org.tocsin.bench.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tocsin.bench.InventedReport;

/** The invented reports that tolls are learned from say what their columns say. */
class InventedTollsTest {

    @Test
    void shouldNameTheDayOfTheAttack() {
        for (InventedReport report : InventedReport.all()) {
            LocalDate day = report.day();
            assertThat(day).as(report.where()).isBetween(report.published().minusDays(31), report.published());
            assertThat(report.text())
                    .as(report.where())
                    .containsAnyOf(
                            day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                            day.getDayOfMonth() + " " + day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                            "a day after");
        }
    }

    @Test
    void shouldMarkRolesInBriefsAndLeaveNoBracket() {
        assertThat(InventedReport.briefs()).allSatisfy(brief -> {
            assertThat(brief.marked()).as(brief.where()).contains("[T");
            assertThat(brief.text()).as(brief.where()).doesNotContain("[", "]");
        });
    }
}
