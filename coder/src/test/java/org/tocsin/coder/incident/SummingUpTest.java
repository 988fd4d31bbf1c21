package org.tocsin.coder.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.TextReader;

class SummingUpTest {
    private final AttackFinder finder = AttackFinder.load();

    /** What stands beside the sentence: two attacks, each told by itself. */
    private static final String EACH =
            " In Kano a bomb killed seven people at a market on Monday. In Maiduguri gunmen shot dead a teacher on Sunday.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Eight people were killed in two attacks in northern Nigeria, police said.",
                "A string of bombings and shootings left eight people dead, police said.",
                "Eight people have been killed in raids on three villages, police said.",
                "Eight people have been killed in shootings across the north, police said.",
                "A bomb killed seven people in Kano, and a teacher was shot dead in Maiduguri.",
                "Seven people were killed by a bomb in Kano; one lost his life in Maiduguri.",
                "A bomb went off in Kano while gunmen killed a teacher in Maiduguri.",
            })
    void shouldGiveToNoAttackWhatIsSaidOfSeveral(String sum) {
        Document document = TextReader.read(null, sum + EACH);

        List<Attack> attacks = finder.find(document);

        assertThat(attacks).hasSize(2);
        assertThat(attacks).allSatisfy(attack -> {
            assertThat(attack.sentences()).doesNotContain(0);
            assertThat(attack.sums()).containsExactly(0);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A bomb killed seven people at a market in Kano, in northern Nigeria, on Monday.",
                "A bomb exploded in Kano on Monday, killing two people and wounding five others.",
                "Gunmen killed two policemen in Kano and fled, police in Kano said.",
                "The attack in Kano killed seven people, the governor said in a statement.",
            })
    void shouldNotTakeTheReportOfOneForASum(String report) {
        Document document = TextReader.read(null, report);

        assertThat(finder.find(document)).singleElement().satisfies(attack -> {
            assertThat(attack.sentences()).containsExactly(0);
            assertThat(attack.sums()).isEmpty();
        });
    }

    @Test
    void shouldReportWhatIsOnlySummedUp() {
        Document document = TextReader.read(null, "Two bombings killed eight people in Kano on Monday, police said.");

        assertThat(finder.find(document)).singleElement().satisfies(attack -> assertThat(attack.sentences())
                .containsExactly(0));
    }

    @Test
    void shouldLeaveOutASumOfOtherAttacksBehindTheOneThatIsTold() {
        Document document = TextReader.read(
                null,
                "A rocket was fired at a base near Gao on Wednesday and nobody was hurt. Two soldiers died on Tuesday"
                        + " when a bomb hit their convoy in Ansongo, and four were hurt in Menaka.");

        assertThat(finder.find(document)).singleElement().satisfies(attack -> {
            assertThat(attack.sentences()).containsExactly(0);
            assertThat(attack.sums()).containsExactly(1);
        });
    }

    @Test
    void shouldKeepTheSumOfTheBlastsOfOneAttack() {
        Document document = TextReader.read(
                null,
                "Two explosions killed eight people at a market in Kano on Monday. The bombers came on motorcycles and"
                        + " opened fire on traders.");

        assertThat(finder.find(document)).singleElement().satisfies(attack -> assertThat(attack.sentences())
                .containsExactly(0, 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Two blasts at a market in Baghdad killed 12 people on Monday, police said. The bombs were hidden in carts."
                        + " Gunmen in Kirkuk shot dead a policeman on Sunday. | 0",
                "Two blasts at a market in Baghdad killed 12 people on Monday, police said. In Kirkuk, gunmen shot dead a"
                        + " policeman on Monday. | 0",
                "Boko Haram fighters attacked two villages near Chibok on Sunday, killing 15 people. The fighters burned"
                        + " houses. A bomb in Maiduguri killed three people on Monday. | 0",
                "Rebels killed 15 civilians in Beni on Friday, residents of two villages said. The rebels burned houses. In"
                        + " Goma, gunmen shot dead a policeman. | 0",
            })
    void shouldNotLoseTheAttackThatIsToldBySeveralBlows(String body, int sentence) {
        List<Attack> attacks = finder.find(TextReader.read(null, body));

        assertThat(attacks).hasSize(2);
        assertThat(attacks).filteredOn(attack -> attack.tells(sentence)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A bomb killed 12 people in Baghdad on Monday, the deadliest of several attacks this year.",
                "A bomb on the road between two towns killed five people near Gao on Monday.",
                "A priest was shot dead in Jos on Sunday in different circumstances from other killings.",
            })
    void shouldNotCountWhatIsSetApart(String report) {
        Document document = TextReader.read(null, report + " In Kano, a bomb killed two people.");

        assertThat(finder.find(document))
                .allSatisfy(attack -> assertThat(attack.sums()).isEmpty());
    }
}
