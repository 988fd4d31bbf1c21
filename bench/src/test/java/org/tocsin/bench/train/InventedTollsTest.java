package org.tocsin.bench.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tocsin.coder.text.DataFile;

/** The invented reports that tolls are learned from say what their columns say. */
class InventedTollsTest {

    @Test
    void shouldNameTheDayOfTheAttack() {
        for (DataFile.Row row : DataFile.rows(TollExamples.class, "tolls.tsv")) {
            LocalDate published = LocalDate.parse(row.text(2));
            LocalDate day = LocalDate.parse(row.text(3));
            assertThat(day).as(row.where()).isBetween(published.minusDays(31), published);
            assertThat(row.text(5))
                    .as(row.where())
                    .containsAnyOf(
                            day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                            day.getDayOfMonth() + " " + day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                            "a day after");
        }
    }

    @Test
    void shouldGiveTollsThatAreNumbersOrOpen() {
        for (DataFile.Row row : DataFile.rows(TollExamples.class, "tolls.tsv")) {
            assertThat(row.columns()).as(row.where()).hasSize(6);
            assertThat(row.text(0)).as(row.where()).matches("-|[0-9]+");
            assertThat(row.text(1)).as(row.where()).matches("-|[0-9]+");
        }
    }
}
