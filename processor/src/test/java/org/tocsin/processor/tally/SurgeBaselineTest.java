package org.tocsin.processor.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tocsin.processor.tally.TallyFixture.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tocsin.processor.watchlist.Watchlist;
import org.tocsin.schemas.AlertRule;
import org.tocsin.schemas.RuleKind;
import org.tocsin.schemas.SurgeLevel;
import org.tocsin.schemas.SurgeSettings;

/** What a surge rule compares a day with: the 28 closed days that end two days before. */
class SurgeBaselineTest {
    private static final String BAGHDAD = "Asia/Baghdad";
    /** So low that the mean of the baseline shows. */
    private static final SurgeSettings BARE =
            SurgeSettings.newBuilder().setFloor(0.001).build();

    @Test
    void shouldTakeTheTwentyEightDaysThatEndTwoDaysBeforeZerosIncluded() {
        try (TallyFixture tally = watched("2024-03-31T12:00:00Z", "0h")) {
            tally.mark("merge-0", "2024-01-15T12:00:00Z");
            tally.mark("merge-0", "2024-03-31T12:00:00Z");
            // The first day of the baseline, its last, and those around it.
            report(tally, 7, "2024-03-01", BAGHDAD);
            report(tally, 1, "2024-03-02", BAGHDAD);
            report(tally, 1, "2024-03-29", BAGHDAD);
            report(tally, 7, "2024-03-30", BAGHDAD);

            assertThat(surgeOf(tally, "2024-03-31", BAGHDAD)).satisfies(surge -> {
                assertThat(surge.getBaselineDays()).isEqualTo(28);
                assertThat(surge.getExpected()).isCloseTo(2 / 28.0, within(1e-9));
            });
        }
    }

    @Test
    void shouldLeaveOutDaysThatThePipelineHasNotReadWhole() {
        try (TallyFixture tally = watched("2024-03-31T12:00:00Z", "0h")) {
            tally.mark("merge-0", "2024-03-21T12:00:00Z");
            tally.mark("merge-0", "2024-03-31T12:00:00Z");
            report(tally, 7, "2024-03-21", BAGHDAD);
            report(tally, 2, "2024-03-22", BAGHDAD);

            assertThat(surgeOf(tally, "2024-03-31", BAGHDAD)).satisfies(surge -> {
                assertThat(surge.getBaselineDays()).isEqualTo(8);
                assertThat(surge.getExpected()).isCloseTo(2 / 8.0, within(1e-9));
            });
        }
    }

    @Test
    void shouldLeaveOutADayThatIsOverInGreenwichButStillOpenInItsOwnZone() {
        // The 29th closes on 1 April at 00:00 in New York, 04:00 UTC; in UTC it would have closed at 00:00.
        try (TallyFixture tally = watched("2024-04-01T02:00:00Z", "48h")) {
            tally.mark("merge-0", "2024-01-15T12:00:00Z");
            tally.mark("merge-0", "2024-04-01T02:00:00Z");
            report(tally, 7, "2024-03-29", "America/New_York");
            report(tally, 1, "2024-03-28", "America/New_York");

            assertThat(surgeOf(tally, "2024-03-31", "America/New_York")).satisfies(surge -> {
                assertThat(surge.getBaselineDays()).isEqualTo(28);
                assertThat(surge.getExpected()).isCloseTo(1 / 28.0, within(1e-9));
            });
        }
    }

    @Test
    void shouldLeaveOutADayThatHadBegunInItsOwnZoneBeforeThePipelineDid() {
        // The 22nd begins in Kiritimati on the 21st at 10:00 UTC.
        try (TallyFixture tally = watched("2024-03-31T08:00:00Z", "0h")) {
            tally.mark("merge-0", "2024-03-21T12:00:00Z");
            tally.mark("merge-0", "2024-03-31T08:00:00Z");
            report(tally, 7, "2024-03-22", "Pacific/Kiritimati");

            assertThat(surgeOf(tally, "2024-03-31", "Pacific/Kiritimati")).satisfies(surge -> {
                assertThat(surge.getBaselineDays()).isEqualTo(7);
                assertThat(surge.getExpected()).isCloseTo(BARE.getFloor(), within(1e-9));
            });
        }
    }

    private static TallyFixture watched(String start, String grace) {
        TallyFixture tally = new TallyFixture(Instant.parse(start), Map.of("tocsin.tally.grace", grace));
        AlertRule rule = AlertRule.newBuilder(Watchlist.SHIPPED_RULE)
                .setId("surge")
                .setKind(RuleKind.SURGE)
                .setLevels(List.of())
                .setSurge(BARE)
                .build();
        tally.apply(new Watchlist(1, List.of(), List.of(rule)));
        return tally;
    }

    private static void report(TallyFixture tally, int incidents, String day, String zone) {
        for (int i = 0; i < incidents; i++) {
            tally.report(incident(day + "-" + i, day).setZone(zone));
        }
    }

    /** What the alert says once that day has many incidents. */
    private static SurgeLevel surgeOf(TallyFixture tally, String day, String zone) {
        report(tally, 12, day, zone);
        return tally.alerts.stream()
                .filter(alert -> alert.getDate().equals(LocalDate.parse(day)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no alert of " + day + " among " + tally.story()))
                .getSurge()
                .orElseThrow();
    }
}
