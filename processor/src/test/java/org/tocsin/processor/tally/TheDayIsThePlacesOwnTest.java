package org.tocsin.processor.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.processor.tally.TallyFixture.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.schemas.CountedIncident;
import org.tocsin.schemas.DateRange;

/** Promise 4: the day is the civil day at the place; a day of 23 or 25 hours is one day. */
class TheDayIsThePlacesOwnTest {
    private static final Duration GRACE = Duration.ofDays(3);

    @ParameterizedTest
    @CsvSource({
        // Clocks go forward in New York: a day of 23 hours, which ends an hour earlier in UTC than it began.
        "2024-03-10, America/New_York, 2024-03-11T04:00:00Z, 23",
        // Clocks go back in New York: 25 hours.
        "2024-11-03, America/New_York, 2024-11-04T05:00:00Z, 25",
        "2024-11-04, America/New_York, 2024-11-05T05:00:00Z, 24",
        // In Beirut clocks change at midnight: the day begins at one o'clock.
        "2024-03-31, Asia/Beirut, 2024-03-31T21:00:00Z, 23",
        // On both sides of the date line.
        "2024-02-28, Pacific/Kiritimati, 2024-02-28T10:00:00Z, 24",
        "2024-02-28, Pacific/Niue, 2024-02-29T11:00:00Z, 24",
        // Leap day, and the day before it in a year that has none.
        "2024-02-29, Asia/Baghdad, 2024-02-29T21:00:00Z, 24",
        "2023-02-28, Asia/Baghdad, 2023-02-28T21:00:00Z, 24"
    })
    void shouldEndAtItsOwnMidnight(LocalDate day, ZoneId zone, Instant midnight, long hours) {
        assertThat(CivilDay.closesAt(day, zone, Duration.ZERO)).isEqualTo(midnight);
        assertThat(Duration.between(day.atStartOfDay(zone).toInstant(), midnight))
                .isEqualTo(Duration.ofHours(hours));
    }

    @ParameterizedTest
    @CsvSource({"2024-03-10, America/New_York", "2024-11-03, America/New_York", "2024-02-29, Asia/Baghdad"})
    void shouldCloseOnceItsOwnMidnightAndTheGraceHavePassed(LocalDate day, ZoneId zone) {
        Instant closesAt = CivilDay.closesAt(day, zone, GRACE);
        try (TallyFixture tally = new TallyFixture(closesAt.minus(GRACE))) {
            for (String id : new String[] {"early", "late", "latest"}) {
                tally.report(incident(id, day.toString()).setZone(zone.getId()));
            }

            tally.mark("merge-0", closesAt.minusSeconds(1).toString());
            assertThat(tally.count(day.toString()).getClosed()).isFalse();
            tally.mark("merge-0", closesAt.toString());

            assertThat(tally.count(day.toString()).getClosed()).isTrue();
            assertThat(tally.story()).containsExactly("RAISED 1 high 3", "CLOSED 2 high 3");
        }
    }

    @Test
    void shouldKeepADayOpenUntilItHasEndedInTheLastZoneOfItsIncidents() {
        try (TallyFixture tally = new TallyFixture(Instant.parse("2024-02-28T00:00:00Z"))) {
            tally.report(incident("first", "2024-02-28").setZone("Pacific/Kiritimati"));
            tally.report(incident("last", "2024-02-28").setZone("Pacific/Niue"));

            tally.mark("merge-0", "2024-03-03T10:59:59Z");
            assertThat(tally.count("2024-02-28").getClosed()).isFalse();
            tally.mark("merge-0", "2024-03-03T11:00:00Z");

            assertThat(tally.count("2024-02-28").getClosed()).isTrue();
            assertThat(tally.count("2024-02-28").getZone()).isEqualTo("Pacific/Niue");
        }
    }

    @Test
    void shouldPutAnUndatedIncidentOnTheDayThatItWasReportedInItsOwnZone() {
        CountedIncident undated = incident("a", "2024-02-28")
                .setAttackDate(null)
                .setFirstReportedAt(Instant.parse("2024-02-28T12:00:00Z"))
                .setZone("Pacific/Kiritimati")
                .build();

        assertThat(CivilDay.of(undated)).containsExactly(LocalDate.parse("2024-02-29"));
    }

    @Test
    void shouldCountARangeOverLeapDayOnEachOfItsDays() {
        DateRange range = new DateRange(LocalDate.parse("2024-02-28"), LocalDate.parse("2024-03-01"));

        assertThat(CivilDay.of(incident("a", "2024-02-28").setAttackDate(range).build()))
                .hasSize(3)
                .contains(LocalDate.parse("2024-02-29"));
    }
}
