package org.tocsin.coder.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.coder.DateRange;
import org.tocsin.coder.text.TextReader;
import org.tocsin.coder.text.WordClasses;

/** What each form of date expression means in an article of Tuesday, 29 September 2020. */
class DateExpressionsTest {
    private static final DateReader READER = new DateReader(WordClasses.load(DateReader.class, "words.tsv"));
    private static final LocalDate PUBLISHED = LocalDate.of(2020, 9, 29);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "it began on Monday night | 2020-09-28 | 2020-09-28",
                "it began last Tuesday | 2020-09-29 | 2020-09-29",
                "it began last night | 2020-09-28 | 2020-09-28",
                "it began three days ago | 2020-09-26 | 2020-09-26",
                "it began last week | 2020-09-21 | 2020-09-27",
                "it began over the weekend | 2020-09-26 | 2020-09-27",
                "it began in March | 2020-03-01 | 2020-03-31",
                "it began in November | 2019-11-01 | 2019-11-30",
                "it began this month | 2020-09-01 | 2020-09-29",
                "it began in 2013 | 2013-01-01 | 2013-12-31",
                "it began on the 28th of September | 2020-09-28 | 2020-09-28",
                "it began on Sunday, September 27, 2020 | 2020-09-27 | 2020-09-27",
                "it began on 9/27/2020 | 2020-09-27 | 2020-09-27",
                "it began on 27.09.2020 | 2020-09-27 | 2020-09-27",
                "it began on 2020-09-27 | 2020-09-27 | 2020-09-27",
                "IT BEGAN ON 28 SEP 89 | 1989-09-28 | 1989-09-28",
                "it began on the Fourth of July | 2020-07-04 | 2020-07-04",
                "it began late on New Year's Eve | 2019-12-31 | 2019-12-31",
                "it began on Thanksgiving | 2019-11-28 | 2019-11-28",
                "it began on Memorial Day | 2020-05-25 | 2020-05-25",
                "it lasted from 3-5 March 2020 | 2020-03-03 | 2020-03-05",
            })
    void shouldResolveFromTheDayOfPublication(String text, String earliest, String latest) {
        assertThat(readings(text).get(0)).startsWith(new DateRange(LocalDate.parse(earliest), LocalDate.parse(latest)));
    }

    @ParameterizedTest
    @CsvSource({"it may begin", "they march on the palace", "on Mondays they pray", "it begins tomorrow", "next Friday"
    })
    void shouldReadNoPastDayWhereThereIsNone(String text) {
        assertThat(readings(text)).allMatch(List::isEmpty);
    }

    @Test
    void shouldCountANarrativeFromTheDayNamedBefore() {
        List<Match> matches = matches("On 20 September he fled; two days earlier he had fired; the same day she fell");
        LocalDate before = LocalDate.of(2020, 9, 20);
        assertThat(DateResolver.resolve(matches.get(1).meaning(), PUBLISHED, before))
                .containsExactly(DateRange.on(LocalDate.of(2020, 9, 18)));
        assertThat(DateResolver.resolve(matches.get(2).meaning(), PUBLISHED, before))
                .containsExactly(DateRange.on(before));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "On 20 September he was shot; he died two days after in hospital | 2020-09-22",
                "On 20 September he was shot; he died the day after in hospital | 2020-09-21",
                "On 20 September he was shot; he died two days after on Tuesday | 2020-09-22",
                "On 20 September he was held two days after gunmen shot a guard | 2020-09-18",
                "On 20 September he was held two days after at least six guards were shot | 2020-09-18",
                "On 20 September he was held two days after Friday's attack | 2020-09-18",
            })
    void shouldCountBackOnlyFromWhatFollowedAnEvent(String text, String day) {
        LocalDate before = LocalDate.of(2020, 9, 20);
        assertThat(DateResolver.resolve(matches(text).get(1).meaning(), PUBLISHED, before))
                .contains(DateRange.on(LocalDate.parse(day)));
    }

    private static List<List<DateRange>> readings(String text) {
        return matches(text).stream()
                .map(m -> DateResolver.resolve(m.meaning(), PUBLISHED, null))
                .toList();
    }

    private static List<Match> matches(String text) {
        return READER.read(TextReader.read(null, text).sentences().get(0));
    }
}
