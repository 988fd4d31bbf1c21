package org.tocsin.connect.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDatesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mon, 28 Sep 2020 10:00:00 GMT",
                "Mon, 28 Sep 2020 10:00:00 +0000",
                "Mon, 28 Sep 20 10:00 Z",
                "Monday, 28 September 2020 12:00:00 +02:00",
                "28 Sep 2020 06:00:00 EDT",
                "lun., 28 Sep 2020 12:00:00 CEST",
                "2020-09-28T10:00:00Z",
                "2020-09-28T10:00Z",
                "2020-09-28T12:00:00+02:00",
                "2020-09-28T12:00:00+0200",
                "2020-09-28T10:00:00.000000Z",
                "2020-09-28 10:00:00 UTC",
                "2020/09/28 10:00:00 +0000",
                " 20200928T100000Z ",
                "Sep 28, 2020 10:00 GMT"
            })
    void shouldReadAnInstant(String written) {
        assertThat(FeedDates.parse(written)).isEqualTo(new Published(Instant.parse("2020-09-28T10:00:00Z"), null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-09-28",
                "2020-9-28",
                "28 Sep 2020",
                "September 28, 2020",
                "Mon, 28 Sep 2020",
                "20200928",
                "2020-09-28T23:30:00",
                "Mon, 28 Sep 2020 23:30:00 XYZ"
            })
    void shouldReadTheDateAloneWhereThereIsNoOffset(String written) {
        assertThat(FeedDates.parse(written)).isEqualTo(new Published(null, LocalDate.of(2020, 9, 28)));
    }

    @ParameterizedTest
    @CsvSource({"yesterday", "28", "2020-13-45", "''", "31 Feb 2020x", "12:00"})
    void shouldNotGuess(String written) {
        assertThat(FeedDates.parse(written)).isEqualTo(Published.UNKNOWN);
    }
}
