package org.tocsin.processor.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.processor.watchlist.Watchlist;
import org.tocsin.schemas.AlertRule;
import org.tocsin.schemas.RuleKind;
import org.tocsin.schemas.SubjectKind;

class SurgeTest {
    private static final LocalDate DAY = LocalDate.parse("2024-03-31");
    private static final AlertRule RULE = AlertRule.newBuilder(Watchlist.SHIPPED_RULE)
            .setKind(RuleKind.SURGE)
            .setLevels(List.of())
            .build();

    @Test
    void shouldGiveThePoissonTailWhereTheBaselineIsNotOverdispersed() {
        // 1 - e^-1 * (1 + 1 + 1/2), by hand.
        assertThat(Surge.atLeast(3, 1, 0)).isCloseTo(0.0803, within(0.0001));
    }

    @Test
    void shouldMakeManyLessSurprisingWhenTheBaselineVariesMore() {
        assertThat(Surge.atLeast(5, 1, 3)).isGreaterThan(Surge.atLeast(5, 1, 1));
    }

    @Test
    void shouldExpectTheFloorAfterFourQuietWeeks() {
        Surge.History quiet = new Surge.History(day -> List.of(), day -> true);

        Threshold threshold = Surge.threshold(RULE, SubjectKind.TARGET, DAY, quiet);

        assertThat(threshold.surge()).isNotNull();
        assertThat(threshold.exceededBy(1)).isEmpty();
        // Poisson with mean 0.5: five or more in a day have a probability of 0.00017, four of 0.0018.
        assertThat(threshold.exceededBy(4)).isEmpty();
        assertThat(threshold.exceededBy(5)).isPresent();
    }

    @Test
    void shouldStaySilentWithoutACompleteDay() {
        Surge.History unknown = new Surge.History(day -> List.of(), day -> false);

        assertThat(Surge.threshold(RULE, SubjectKind.TARGET, DAY, unknown).exceededBy(100))
                .isEmpty();
    }
}
