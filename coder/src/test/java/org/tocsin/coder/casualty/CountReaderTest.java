package org.tocsin.coder.casualty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.coder.casualty.CountMention.Bound;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.TextReader;
import org.tocsin.coder.text.WordClasses;

/** Which numbers of a sentence count people. */
class CountReaderTest {
    private static final CountReader READER = new CountReader(WordClasses.load(CountReader.class, "words.tsv"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "it killed 12 people | 12 | EXACT",
                "it killed twenty-five soldiers | 25 | EXACT",
                "it killed at least 1,200 villagers | 1200 | LEAST",
                "it killed more than two hundred civilians | 200 | LEAST",
                "it killed up to 20 rebels | 20 | MOST",
                "it killed about 30 rebels | 30 | ABOUT",
                "it killed dozens of civilians | 24 | LEAST",
                "it killed two dozen men | 24 | EXACT",
                "it wounded a dozen customers | 12 | EXACT",
                "it wounded half a dozen traders | 6 | EXACT",
                "it wounded a half dozen traders | 6 | EXACT",
                "it killed a hundred pilgrims | 100 | EXACT",
                "it killed a miner | 1 | EXACT",
                "it killed a senior officer | 1 | EXACT",
                "it killed no one | 0 | EXACT",
                "a fourth died later | 4 | EXACT",
                "a couple were shot | 2 | EXACT",
                "they shot a couple in a bar | 2 | EXACT",
                "it killed a couple of guards | 2 | LEAST",
                "it killed a couple more | 2 | LEAST",
                "it killed a police officer | 1 | EXACT",
                "it killed a six year old girl | 1 | EXACT",
                "both were taken to hospital | 2 | EXACT",
                "a man, 79 years old, was shot | 1 | EXACT",
                "a man police sought was hit | 1 | EXACT",
                "it hit a 24-year-old on a bridge | 1 | EXACT",
            })
    void shouldReadTheNumberAndItsBound(String text, int number, Bound bound) {
        List<CountMention> mentions = read(text);
        assertThat(mentions).hasSize(1);
        assertThat(mentions.get(0).number()).isEqualTo(number);
        assertThat(mentions.get(0).bound()).isEqualTo(bound);
    }

    @Test
    void shouldNotTakeACoupleOfDozensForTwo() {
        assertThat(read("it killed a couple dozen people").get(0).isOpen()).isTrue();
        assertThat(read("it killed a couple hundred people").get(0).isOpen()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it began at 9 p.m. on 12 March 2016",
                "John Doe, 34, lived 5 miles away",
                "they took $ 500 from 300 block of the street",
                "in 2013 the city grew",
                "at 3434 High Street in town",
                "it burnt a refugee camp",
                "they stole two gun trucks",
                "it burnt 60 granaries",
                "it hit a bus carrying soldiers",
                "Sani, 45; Bello, 66; Musa, 73.",
                "Sani (45) and Bello, 66 and frail.",
                "Sani and Bello, both 18, left",
                "it was at the Nine Larches Mall",
                "it was at 7 Seventeen Street",
                "it hit a 300-year-old church",
                "the blast was 4 years of age",
                "they came to both towns",
            })
    void shouldPassOverNumbersThatCountNoPeople(String text) {
        assertThat(read(text)).isEmpty();
    }

    @Test
    void shouldReadSinglePeopleOfAHeadlineThatLeavesOutTheArticle() {
        Sentence title = TextReader.read("Teen boy, 3 women shot", "It was in town.")
                .sentences()
                .get(0);
        assertThat(READER.read(title)).extracting(CountMention::number).containsExactly(1, 3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Suspect held after clerk, guard stabbed | 2",
                "Gunman kills officer as pupil hides | 2",
                "Police clerk resigns over budget | 0",
            })
    void shouldReadPeopleOfAHeadlineBehindItsVerb(String title, int people) {
        Sentence sentence =
                TextReader.read(title, "It was in town.").sentences().get(0);
        assertThat(READER.read(sentence)).hasSize(people);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a teacher and pupil were stabbed | 2",
                "a 30-year-old woman and 5-year-old boy died | 2",
                "a mother and son team won | 1",
                "the judge and court staff left | 1",
            })
    void shouldReadTheSecondOfTwoUnderOneArticle(String text, int people) {
        assertThat(read(text)).hasSize(people);
    }

    @Test
    void shouldReadNumbersBehindWhatTheyCount() {
        assertThat(read("Dead, 45; wounded, 120."))
                .extracting(CountMention::number)
                .containsExactly(45, 120);
    }

    @Test
    void shouldPassOverAnAgeBehindOf() {
        assertThat(read("a gardener and a boy of 12 died"))
                .extracting(CountMention::number)
                .doesNotContain(12);
    }

    private static List<CountMention> read(String text) {
        return READER.read(TextReader.read(null, text).sentences().get(0));
    }
}
