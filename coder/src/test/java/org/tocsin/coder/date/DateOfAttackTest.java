package org.tocsin.coder.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.coder.DateRange;
import org.tocsin.coder.incident.AttackFinder;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.TextReader;

/** Which day the article means, told from when it was published. 2020-09-29 was a Tuesday. */
class DateOfAttackTest {
    private static final DateOfAttack DATES = DateOfAttack.load();
    private static final AttackFinder ATTACKS = AttackFinder.load();
    private static final LocalDate TUESDAY = LocalDate.of(2020, 9, 29);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A bomb exploded outside the town hall on Sunday, killing two guards. | 2020-09-27",
                "A bomb exploded outside the town hall yesterday, killing two guards. | 2020-09-28",
                "Gunmen attacked the market on Tuesday, killing two guards. | 2020-09-29",
                "Gunmen attacked the market on 21 September, killing two guards. | 2020-09-21",
                "Gunmen attacked the market on Sept. 21, killing two guards, police said Monday. | 2020-09-21",
                "Gunmen attacked the market on December 30, killing two guards. | 2019-12-30",
                "Gunmen attacked the market early Saturday, killing two guards. The mayor spoke on Monday. | 2020-09-26",
                "Two guards were shot at a vigil on Sunday. A man was arrested on Monday. | 2020-09-27",
                "A bomb killed six people in Quetta Fri., police said. | 2020-09-25",
                "Six people were killed by a bomb in Lima, Peru on Sat. | 2020-09-26",
                "The mayor told The Valley Sun. A bomb exploded outside the town hall on Saturday. | 2020-09-26",
                "Gunmen attacked the market Friday (Sept. 25), killing two guards. | 2020-09-25",
                "Two guards were shot dead on Friday. A third was discharged from hospital on Monday. | 2020-09-25",
                "Two men were shot dead about 11 p.m. Friday. A suspect was arrested on Monday. | 2020-09-25",
            })
    void shouldTakeTheDayNamedWithTheAttack(String body, String day) {
        assertThat(dated(body, TUESDAY)).contains(DateRange.on(LocalDate.parse(day)));
    }

    @Test
    void shouldLeaveARangeWhenTheTextNamesOnlyTheMonth() {
        String body = "Gunmen attacked the market in March 2019, killing two guards, a report says.";
        assertThat(dated(body, TUESDAY)).contains(new DateRange(LocalDate.of(2019, 3, 1), LocalDate.of(2019, 3, 31)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A bomb exploded outside the town hall last week. Two guards were killed. | 2020-09-21 | 2020-09-27",
                "Gunmen attacked the market in Lima, Peru, over the weekend, killing two guards. | 2020-09-26 | 2020-09-27",
                "A bomb exploded in Lima, Peru, earlier this month, police said. | 2020-09-01 | 2020-09-29",
                "A bomb killed two guards in Lima, Peru, in August, police said. | 2020-08-01 | 2020-08-31",
                "Gunmen attacked the market on Thursday last week, killing two guards. | 2020-09-24 | 2020-09-24",
                "Gunmen attacked the market last week on Monday, killing two guards. | 2020-09-21 | 2020-09-21",
                // What it is measured against or describes does not date it.
                "Gunmen attacked the market on Monday in the worst attack since last week. | 2020-09-28 | 2020-09-28",
                "Gunmen killed a mayor elected last year. He was shot on Monday. | 2020-09-28 | 2020-09-28",
            })
    void shouldTakeTheDaysThatItsClauseNames(String body, String earliest, String latest) {
        assertThat(dated(body, TUESDAY)).contains(new DateRange(LocalDate.parse(earliest), LocalDate.parse(latest)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Police arrested a man on Monday, two days after a bomb killed six people in Lima. | 2020-09-26",
                "Two days after a bomb killed six people in Lima, police on Monday arrested a man. | 2020-09-26",
                "A man was arrested on Monday over a bombing which killed six people in Lima two days earlier. | 2020-09-26",
                "Shops were shut on Monday, the day after gunmen killed six people in Lima. | 2020-09-27",
                "A man was arrested on Monday, hours after a bomb killed six people in Lima late on Sunday. | 2020-09-27",
                // The attack has the day, and another one is counted from it.
                "A bomb killed six people in Lima on Monday, two days after a similar blast in Cusco. | 2020-09-28",
                "A bomb killed six people in Lima on Monday. Two days after, police arrested a man. | 2020-09-28",
                "A bomb killed six people in Lima on Saturday. A seventh died two days after in hospital. | 2020-09-26",
            })
    void shouldCountBackFromTheDayOfWhatFollowed(String body, String day) {
        assertThat(dated(body, TUESDAY)).contains(DateRange.on(LocalDate.parse(day)));
    }

    @Test
    void shouldCountFromTheDatelineWhenPublicationIsUnknown() {
        String body = "LIMA, 3 JAN 90 -- A BOMB EXPLODED OUTSIDE THE TOWN HALL YESTERDAY, KILLING TWO GUARDS.";
        assertThat(dated(body, null)).contains(DateRange.on(LocalDate.of(1990, 1, 2)));
    }

    @Test
    void shouldCountFromTheDatelineOfAnArticleThatIsPublishedShortlyAfter() {
        String body = "LYON, Sept. 27 - A bomb exploded outside the town hall yesterday, killing two guards.";
        assertThat(dated(body, TUESDAY)).contains(DateRange.on(LocalDate.of(2020, 9, 26)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A ceasefire was signed on Sept. 26 (Saturday). On Monday a bomb killed two guards in the town. | 2020-09-28",
                "Sept. 27, when a bomb killed nine, was the bloodiest day. Yesterday gunmen killed two guards. | 2020-09-28",
            })
    void shouldNotTakeADateInRunningTextForADateline(String body, String day) {
        assertThat(dated(body, TUESDAY)).contains(DateRange.on(LocalDate.parse(day)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // The line that tells of publication gives no day of an attack; a sentence that only begins so does.
                "Last updated at 9:30 a.m. on Sunday. Two guards were shot dead at a mill on Saturday. | 2020-09-26",
                "Two guards were shot dead at a mill on Friday. (Published Sunday, Sept. 27) | 2020-09-25",
                "Date of attack: Sunday. Two guards were shot dead at a mill. | 2020-09-27",
                "Posted guards were shot dead at a mill on Sunday. | 2020-09-27",
                "At last, on Sept. 21, gunmen shot dead two guards. | 2020-09-21",
                // Days that the text looks ahead to; one behind such a word may still be the attack's.
                "Two guards were shot dead at a mill. The suspect is due in court on October 9. | 2020-09-29",
                "Two guards were shot dead Friday. One of them will be buried at noon Wednesday. | 2020-09-25",
                "The guard was expected to live after he was shot in the leg on Sunday. | 2020-09-27",
                "Officers will not say why two guards were shot dead on Sunday. | 2020-09-27",
                "Two guards were shot dead on December 30, and a man is expected to be tried. | 2019-12-30",
                // Nor does a word that looks ahead beyond a word of attack, or a day that tells which of a noun.
                "A guard was stabbed. A man is due in court charged with the murder of a guard on Dec. 30. | 2019-12-30",
                "Police will charge a man with stabbing a guard on 30 December, a spokesman said. | 2019-12-30",
                "Two guards were stabbed. Both will survive Sunday's brawl, police said. | 2020-09-27",
                "Two guards were stabbed. They are expected to recover from the Sunday night violence. | 2020-09-27",
                "Update: On Sunday, a bomb killed two guards at a mill, police said. | 2020-09-27",
            })
    void shouldNotTakeADayOfPublicationOrOneToCome(String body, String day) {
        assertThat(dated(body, TUESDAY)).contains(DateRange.on(LocalDate.parse(day)));
    }

    @Test
    void shouldReadADayWithPointsAsTheContinentWritesIt() {
        assertThat(dated("Gunmen attacked the market on 07.09.2020, killing two guards.", TUESDAY))
                .contains(DateRange.on(LocalDate.of(2020, 9, 7)));
    }

    @Test
    void shouldLeaveTheDayOpenWhenNothingSaysIt() {
        assertThat(dated("A bomb exploded outside the town hall on Sunday, killing two guards.", null))
                .isEmpty();
    }

    @Test
    void shouldNeverDateAnAttackAfterPublication() {
        String body = "Gunmen attacked the market, killing two guards. A vigil is planned for 5 October 2020.";
        DateRange days = dated(body, TUESDAY).orElseThrow();
        assertThat(days.latest()).isBeforeOrEqualTo(TUESDAY);
    }

    private static Optional<DateRange> dated(String body, @Nullable LocalDate published) {
        Document document = TextReader.read(null, body);
        return DATES.of(document, ATTACKS.find(document).get(0), published);
    }
}
