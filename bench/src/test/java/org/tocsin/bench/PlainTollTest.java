package org.tocsin.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.coder.CountRange;
import org.tocsin.coder.DateRange;

/** What the templates of tolls and days ask for. */
class PlainTollTest {
    /** A Wednesday. */
    private static final LocalDate PUBLISHED = LocalDate.of(2024, 5, 8);

    @ParameterizedTest
    @CsvSource({
        "D, 2024-05-07, 2024-05-07",
        "D-2, 2024-05-05, 2024-05-05",
        "3, 2024-05-05, 2024-05-05",
        "WEEK, 2024-04-29, 2024-05-05",
        "WEEKEND, 2024-05-04, 2024-05-05",
        "MONTH, 2024-04-01, 2024-04-30",
    })
    void shouldNameTheDays(String day, LocalDate earliest, LocalDate latest) {
        PlainToll toll = PlainToll.parse("6 11 " + day);
        assertThat(toll.days(PUBLISHED, "Tuesday")).isEqualTo(new DateRange(earliest, latest));
    }

    @Test
    void shouldTakeABoundForNoNumber() {
        assertThat(PlainToll.isRight("20..", new CountRange(20, null))).isTrue();
        assertThat(PlainToll.isRight("..60", new CountRange(null, 60))).isTrue();
        assertThat(PlainToll.isRight("15..20", new CountRange(15, 20))).isTrue();
        assertThat(PlainToll.isRight("20", new CountRange(20, null))).isFalse();
        assertThat(PlainToll.isRight("0", null)).isFalse();
    }

    @Test
    void shouldSayWhatATemplateWants() {
        assertThatThrownBy(() -> PlainToll.parse("6 11")).hasMessageContaining("wants killed, injured and day");
    }
}
