package org.tocsin.coder.casualty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.coder.text.TextReader;
import org.tocsin.coder.text.WordClasses;

/** Victims told one by one, each counted once. */
class IndividualsTest {
    private static final IndividualReader READER =
            new IndividualReader(WordClasses.load(IndividualReader.class, "words.tsv"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ana Prado, 23, and Luis Prado, 19, were shot dead. | 2 | 0 | 0",
                "A man was shot in the leg. A woman, 31, was also wounded. | 0 | 1 | 1",
                "A man was shot. Another man was shot an hour later. | 0 | 0 | 2",
                "A man was shot. The man died in hospital. | 1 | 0 | 0",
                "A 40-year-old man was killed. Omar Diallo, 40, was killed at his desk. | 1 | 0 | 0",
                "A 17-year-old boy was taken to hospital and a woman died at the scene. | 1 | 1 | 0",
                "The blast killed a 60-year-old guard and a 9-year-old girl. | 2 | 0 | 0",
                "A man shot a woman in the arm. | 0 | 0 | 1",
                "A man was arrested in Leeds, 23 miles away. | 0 | 0 | 0",
            })
    void shouldCountEachPersonOnce(String body, int killed, int injured, int shot) {
        assertThat(count(body)).isEqualTo(new Individuals(killed, injured, shot));
    }

    private static Individuals count(String body) {
        List<Individual> found = new ArrayList<>();
        TextReader.read(null, body).sentences().forEach(sentence -> found.addAll(READER.read(sentence)));
        return Individuals.count(found, sentence -> true);
    }
}
