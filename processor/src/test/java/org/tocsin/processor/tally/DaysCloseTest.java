package org.tocsin.processor.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.processor.tally.TallyFixture.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tocsin.schemas.DeadLetterReason;

/** Days close by pipeline time, and a closed day takes corrections only. */
class DaysCloseTest {
    private final TallyFixture tally = new TallyFixture(Instant.parse("2020-09-27T15:00:00Z"));

    @AfterEach
    void close() {
        tally.close();
    }

    @Test
    void shouldCloseADayWhenTheNewsIsThreeDaysPastItsMidnightAndNotBefore() {
        tally.report(incident("a", "2020-09-27"));
        // 27 September ends in Baghdad at 21:00 UTC; 72 hours later it is 30 September, 21:00 UTC.
        tally.mark("merge-0", "2020-09-30T20:59:59Z");
        assertThat(tally.count("2020-09-27").getClosed()).isFalse();

        tally.mark("merge-0", "2020-09-30T21:00:00Z");

        assertThat(tally.count("2020-09-27").getClosed()).isTrue();
        assertThat(tally.count("2020-09-27").getCompleteThrough()).contains(Instant.parse("2020-09-30T21:00:00Z"));
    }

    @Test
    void shouldSayTheFinalCountOnceWhenTheDayCloses() {
        tally.report(incident("a", "2020-09-27"));
        tally.report(incident("b", "2020-09-27"));
        tally.report(incident("c", "2020-09-27"));

        tally.mark("merge-0", "2020-10-02T00:00:00Z");
        tally.mark("merge-0", "2020-10-03T00:00:00Z");

        assertThat(tally.story()).containsExactly("RAISED 1 high 3", "CLOSED 2 high 3");
        assertThat(tally.alerts.get(1).getAfterClose()).isFalse();
    }

    @Test
    void shouldCorrectAClosedAlertAndSayThatItWasClosed() {
        tally.report(incident("a", "2020-09-27"));
        tally.report(incident("b", "2020-09-27"));
        tally.report(incident("c", "2020-09-27"));
        tally.mark("merge-0", "2020-10-02T00:00:00Z");

        tally.report(incident("d", "2020-09-27"));
        tally.withdraw("a", 2);
        tally.withdraw("b", 2);

        assertThat(tally.story())
                .containsExactly(
                        "RAISED 1 high 3",
                        "CLOSED 2 high 3",
                        "REVISED 3 high 4",
                        "REVISED 4 high 3",
                        "WITHDRAWN 5 high 2");
        assertThat(tally.alerts.get(4).getAfterClose()).isTrue();
    }

    @Test
    void shouldNoteInsteadOfRaisingWhenALateCountPassesTheThreshold() {
        tally.report(incident("a", "2020-09-27"));
        tally.report(incident("b", "2020-09-27"));
        tally.mark("merge-0", "2020-10-02T00:00:00Z");

        tally.report(incident("c", "2020-09-27"));

        assertThat(tally.alerts).isEmpty();
        assertThat(tally.count("2020-09-27").getCertain()).isEqualTo(3);
        assertThat(tally.count("2020-09-27").getWouldHaveRaised()).containsExactly("any-target");
    }

    @Test
    void shouldTakeADayThatWasNeverOpenAsClosed() {
        tally.mark("merge-0", "2020-10-20T00:00:00Z");

        tally.report(incident("late", "2020-09-27"));

        assertThat(tally.count("2020-09-27").getClosed()).isTrue();
        assertThat(tally.count("2020-09-27").getCertain()).isEqualTo(1);
    }

    @Test
    void shouldSendAReportForADayThatIsNoLongerHeldToTheDeadLetters() {
        tally.mark("merge-0", "2022-09-27T00:00:00Z");

        tally.report(incident("old", "2020-09-27"));

        assertThat(tally.counts).isEmpty();
        assertThat(tally.deadLetters).extracting("reason").containsExactly(DeadLetterReason.TOO_OLD);
    }

    @Test
    void shouldWaitForTheSlowestInputThatIsNotIdle() {
        tally.report(incident("a", "2020-09-27"));
        tally.mark("merge-0", "2020-09-27T20:00:00Z");
        tally.mark("merge-1", "2020-12-01T00:00:00Z");
        assertThat(tally.count("2020-09-27").getClosed()).isFalse();

        tally.pass(Duration.ofSeconds(58));
        tally.mark("merge-1", "2020-12-01T00:00:01Z");
        tally.pass(Duration.ofSeconds(5));

        assertThat(tally.count("2020-09-27").getClosed()).isTrue();
    }

    @Test
    void shouldCloseTheDayThroughAQuietWeekend() {
        tally.report(incident("a", "2020-09-27"));
        tally.mark("merge-0", "2020-09-28T06:00:00Z");

        tally.pass(Duration.ofHours(60));
        assertThat(tally.count("2020-09-27").getClosed()).isFalse();
        tally.pass(Duration.ofHours(4));

        assertThat(tally.count("2020-09-27").getClosed()).isTrue();
    }

    @Test
    void shouldForgetADayWhenItIsHeldNoLonger() {
        tally.report(incident("a", "2020-09-27"));
        tally.mark("merge-0", "2021-10-01T00:00:00Z");
        tally.pass(Duration.ofSeconds(10));
        assertThat(tally.storedDays()).isEqualTo(1);

        tally.mark("merge-0", "2021-11-10T00:00:00Z");
        tally.pass(Duration.ofSeconds(10));

        assertThat(tally.storedDays()).isZero();
        assertThat(tally.count("2020-09-27").getCertain()).isEqualTo(1);
    }

    @Test
    void shouldLeaveTheCountOfADayThatIsNoLongerHeldAsItIs() {
        tally.report(incident("a", "2020-09-27"));
        tally.mark("merge-0", "2021-11-02T01:00:00Z");

        tally.report(incident("a", "2020-09-27").setRevision(2).setPublishers(2));

        assertThat(tally.count("2020-09-27").getCertain()).isEqualTo(1);
        assertThat(tally.deadLetters).extracting("reason").containsExactly(DeadLetterReason.TOO_OLD);
    }

    @Test
    void shouldLeaveTheOldDayWhenTheCorrectedOneIsNoLongerHeld() {
        tally.mark("merge-0", "2020-09-28T00:00:00Z");
        tally.report(incident("a", "2020-09-27"));

        tally.report(incident("a", "1989-11-01").setRevision(2));

        assertThat(tally.count("2020-09-27").getCertain()).isZero();
        assertThat(tally.counts).extracting("date").doesNotContain(LocalDate.parse("1989-11-01"));
        assertThat(tally.deadLetters).extracting("reason").containsExactly(DeadLetterReason.TOO_OLD);
    }
}
