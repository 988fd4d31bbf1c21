package org.tocsin.processor.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.processor.tally.TallyFixture.incident;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tocsin.processor.watchlist.Watchlist;
import org.tocsin.schemas.AlertRule;
import org.tocsin.schemas.CauseKind;
import org.tocsin.schemas.Level;

/** Promise 5, rules: a watchlist change re-evaluates open days without a restart. */
class WatchlistChangeTest {
    private final TallyFixture tally = new TallyFixture(Instant.parse("2020-09-27T15:00:00Z"));

    @AfterEach
    void close() {
        tally.close();
    }

    @Test
    void shouldRaiseAnAlertWhenTheThresholdIsLoweredBelowAnOpenDaysCount() {
        tally.report(incident("a", "2020-09-27"));

        tally.apply(rule(1, "any", 0));

        assertThat(tally.story()).containsExactly("RAISED 1 high 1");
        assertThat(tally.alerts.get(0).getCause().getKind()).isEqualTo(CauseKind.WATCHLIST);
        assertThat(tally.alerts.get(0).getCause().getWatchlistVersion()).contains(1L);
    }

    @Test
    void shouldWithdrawTheAlertOfARemovedRule() {
        tally.apply(rule(1, "any", 0));
        tally.report(incident("a", "2020-09-27"));

        tally.apply(rule(2, "other", 5));

        assertThat(tally.story()).containsExactly("RAISED 1 high 1", "WITHDRAWN 2 high 0");
        assertThat(tally.alerts.get(1).getCause().getWatchlistVersion()).contains(2L);
    }

    @Test
    void shouldNotTakeAVersionThatIsNotWhole() {
        tally.report(incident("a", "2020-09-27"));
        Watchlist whole = rule(1, "any", 0);

        tally.applyPart(whole);

        assertThat(tally.alerts).isEmpty();
    }

    private static Watchlist rule(long version, String id, int exceeds) {
        AlertRule rule = AlertRule.newBuilder(Watchlist.SHIPPED_RULE)
                .setId(id)
                .setLevels(List.of(new Level("high", exceeds)))
                .build();
        return new Watchlist(version, List.of(), List.of(rule));
    }
}
