package org.tocsin.coder.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.tocsin.coder.DateRange;

class BygoneTest {
    private static final LocalDate PUBLISHED = LocalDate.of(2021, 5, 12);

    @Test
    void shouldKnowAnAttackOfMoreThanAYearAgo() {
        assertThat(Bygone.isOne(DateRange.on(LocalDate.of(2020, 5, 11)), PUBLISHED))
                .isTrue();
        assertThat(Bygone.isOne(new DateRange(LocalDate.of(2001, 1, 1), LocalDate.of(2001, 12, 31)), PUBLISHED))
                .isTrue();
    }

    @Test
    void shouldTakeNoOtherForOne() {
        assertThat(Bygone.isOne(DateRange.on(LocalDate.of(2020, 7, 3)), PUBLISHED))
                .isFalse();
        assertThat(Bygone.isOne(new DateRange(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31)), PUBLISHED))
                .isFalse();
        assertThat(Bygone.isOne(DateRange.on(LocalDate.of(2021, 5, 11)), PUBLISHED))
                .isFalse();
    }

    @Test
    void shouldLeaveOpenWhatIsUndated() {
        assertThat(Bygone.isOne(null, PUBLISHED)).isFalse();
        assertThat(Bygone.isOne(DateRange.on(LocalDate.of(2001, 9, 30)), null)).isFalse();
    }
}
