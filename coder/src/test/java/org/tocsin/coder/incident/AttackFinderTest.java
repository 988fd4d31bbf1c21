package org.tocsin.coder.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.TextReader;

class AttackFinderTest {
    private final AttackFinder finder = AttackFinder.load();

    @Test
    void shouldReadAnArticleToItsEnd() {
        Document document = TextReader.read(null, "Gunmen killed a farmer. " + "It rained. ".repeat(300));

        assertThat(finder.read(document, finder.triggers(document))).isSameAs(document);
    }

    @Test
    void shouldReadAListOfAttacksNoFurtherThanAHundredSentencesBehindTheFiveHundredthWord() {
        Document document = TextReader.read(null, "Gunmen killed a farmer. ".repeat(2000));
        List<Trigger> triggers = finder.triggers(document);
        int last = triggers.get(triggers.size() - 1).sentence();

        assertThat(triggers).hasSize(500);
        assertThat(finder.read(document, triggers).sentences()).hasSize(last + 1 + 100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A bomb killed seven people at a market in Kano on Monday. Another 18 people were wounded.",
                "A bomb killed seven people at a market in Kano on Monday. A second person died in hospital.",
                "A bomb killed seven people at a market in Kano on Monday. The market was full. Four others were hurt.",
                "A bomb wounded five people in Quetta on Monday. In other attacks this year, 200 people were killed.",
                "A bomb wounded five people in Quetta on Monday. In another attack in 2019, gunmen killed 14 bus passengers.",
                "Two blasts hit a market in Jolo on Monday and killed two people. In the second explosion a policeman lost a leg."
            })
    void shouldFindOneAttackInMoreOfItsVictimsInTotalsAndInHistory(String body) {
        assertThat(finder.find(TextReader.read(null, body))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A bomb exploded in the Iraqi town of Kirkuk on Monday. Eleven were hurt, police said.",
                "Gunboats shelled a coast road near Latakia on Monday. A fisherman was killed.",
                "A minister survived an assassination attempt in Enugu on Monday. Gunmen fired at his car. A guard was wounded.",
                "A man drove a van into a crowd in Lyon on Monday, killing five people. The driver was shot."
            })
    void shouldGoOnWithTheHeadlineAndWithSentencesThatHaveNothingOfTheirOwn(String body) {
        assertThat(finder.find(TextReader.read("Six killed in attack", body))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A bomb killed four people in Kano on Monday. In Jos, gunmen shot dead two policemen.",
                "Two policemen were killed in Kano on Monday. A second attack, in Jos, left three soldiers dead.",
                "The mayor of Kano was shot dead on Monday. A priest was stabbed to death in Jos on Tuesday."
            })
    void shouldNotCountTwoAttacksThatTheHeadlineTellsOfAThirdTime(String body) {
        assertThat(finder.find(TextReader.read("Attacks in Kano and Jos", body)))
                .hasSize(2);
    }

    @Test
    void shouldNotLetAHeadlineThatSumsUpTwoAttacksMakeThemOne() {
        Document document = TextReader.read(
                "Bomb kills seven at Kano market; teacher shot dead in Maiduguri",
                "A bomb killed seven people at a market in Kano on Monday. In Maiduguri gunmen shot dead a teacher on Sunday.");

        assertThat(finder.find(document)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A similar attack in 2003 killed a judge.", "A bombing in 2003 killed a judge."})
    void shouldLeaveAnOlderAttackToHistory(String older) {
        String body = "Gunmen shot dead four farmers in Kano on Monday. " + older;

        assertThat(finder.find(TextReader.read(null, body)))
                .extracting(Attack::sentences)
                .containsExactly(List.of(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"The suicide bombing in 2003 killed a judge.", "A bombing in Jos killed 2003 people."})
    void shouldNotLeaveToHistoryWhatTheArticleMayBeAbout(String attack) {
        String body = "Gunmen shot dead four farmers in Kano. " + attack;

        assertThat(finder.find(TextReader.read(null, body)))
                .flatExtracting(Attack::sentences)
                .contains(1);
    }

    @Test
    void shouldTellTheAttacksOfAListApart() {
        String list = Stream.of(
                        "Kano on Monday",
                        "Kaduna on Tuesday",
                        "Sokoto on Wednesday",
                        "Jos on Thursday",
                        "Yola on Friday")
                .map(where -> "A bomb exploded at a market in " + where + ", killing two people. Shops were closed.")
                .collect(Collectors.joining(" "));

        assertThat(finder.find(TextReader.read(null, list))).hasSize(5);
    }
}
