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
                "A police officer was shot. A clerk was wounded. | 0 | 1 | 1",
                "The nurse was shot in the arm. The clerk was wounded. | 0 | 1 | 1",
                "A teacher was stabbed. The teacher died later. | 1 | 0 | 0",
                "Officer Sani Bello, 34, was shot. The officer died. | 1 | 0 | 0",
                "The officer shot him in the leg. The officer was not hurt. | 0 | 0 | 0",
                "The victim was shot. | 0 | 0 | 0",
                "A man was shot by a police officer. | 0 | 0 | 1",
                "The toddler, 2, was hit by a bullet. | 0 | 0 | 1",
                "Another guard, a 30-year-old father of two, was shot. | 0 | 0 | 1",
                "John Doe, a 23-year-old student, was killed. | 1 | 0 | 0",
                "Omar Bello, who was killed, was a trader. | 1 | 0 | 0",
                "A six year old girl and a clerk were stabbed. | 0 | 0 | 2",
                "A 6 y/o boy and twenty-one-year-old man were shot dead. | 2 | 0 | 0",
                "A 4 yo girl was shot. A woman, 79 years old, died. | 1 | 0 | 1",
                "A man was shot at the Nine Larches Mall. | 0 | 0 | 1",
                "A clerk was fatally shot and a guard was fatally wounded. | 2 | 0 | 0",
                "Sani Bello, 34, was shot. Bello died in hospital. | 1 | 0 | 0",
                "A man was stabbed. Bello died in 1990. | 0 | 0 | 1",
                "A man was found deceased. His long deceased uncle was a judge. | 1 | 0 | 0",
                "A woman was rushed to hospital, where she was pronounced dead. | 1 | 0 | 0",
                "A woman was rushed to hospital, where one soldier died. | 1 | 1 | 0",
                "A woman was rushed to hospital, where a soldier died. | 1 | 1 | 0",
                "The trial over the fatal shooting of a nurse began. | 1 | 0 | 0",
                "A suspect was fatally shot by police. | 0 | 0 | 0",
                "Officers shot and killed a suspect. | 0 | 0 | 0",
                "A suspect shot a clerk. Officers came. | 0 | 0 | 1",
                "Three men came. Another wounded a guard. | 0 | 1 | 0",
                "They stabbed a boy to death, another wounded in the arm. | 1 | 1 | 0",
                "A police officer was near the victims. | 0 | 0 | 0",
                "A police officer was helping the victims when a wall fell. | 0 | 0 | 0",
                "A guard was carrying bodies. | 0 | 0 | 0",
                "A nurse was among the casualties. | 0 | 0 | 1",
                "A nurse was one of the victims. | 0 | 0 | 1",
                "A nurse was near one of the victims. | 0 | 0 | 0",
                "A man fatally shot his brother. | 1 | 0 | 0",
                "A man allegedly stabbed 2 guards. | 0 | 0 | 0",
                "A man was shot 12 times. | 0 | 0 | 1",
                "His brother, Omar Bello, was killed. | 1 | 0 | 0",
                "They killed his brother, 22-year-old Omar Bello. | 1 | 0 | 0",
                "The man killed was Omar Bello. | 1 | 0 | 0",
                "Omar Bello, a guard, was killed. | 1 | 0 | 0",
                "A guard and Omar Bello were killed. | 2 | 0 | 0",
                "The Sussex Police were shot. Two in West Fort Hill died. | 0 | 0 | 0",
                "The coroner confirmed a man was killed. | 1 | 0 | 0",
                "A woman was reported killed. | 1 | 0 | 0",
                "A nurse saw a man shot. | 0 | 0 | 1",
                "The deputy was wounded. A woman was also wounded. | 0 | 2 | 0",
                "A man was wounded. A nurse was also wounded. | 0 | 2 | 0",
                "A man was wounded. A nurse, 30, was wounded. | 0 | 1 | 0",
                "A man was arrested in Leeds, 23 miles away. | 0 | 0 | 0",
                "A clerk shot dead a guard. | 1 | 0 | 0",
                "A boy of nine shot and badly wounded his sister. | 0 | 1 | 0",
                "A man had shot his daughter. | 0 | 0 | 1",
                "Leeds Row leaves one person dead. | 1 | 0 | 0",
                "The man killed was a baker. | 1 | 0 | 0",
                "Also killed was a baker. | 1 | 0 | 0",
                "The mother and sister of a boy who was shot were questioned. | 0 | 0 | 1",
                "They shot a boy in the arm, Sani Bello said. | 0 | 0 | 1",
                "They shot a girl, his cousin, in the arm. | 0 | 0 | 1",
                "They sat by a dead tree. The sheep lay by a well dead. | 0 | 0 | 0",
                "A man was shot in northern Fort Hill. | 0 | 0 | 1",
                "In Basra, Hussein, 23, and Ali, 25, were shot dead. | 2 | 0 | 0",
                "In Salem, Oregon, a man was shot. | 0 | 0 | 1",
                "They killed a guard and wounded a clerk. | 1 | 1 | 0",
                "They killed a guard and a nurse and wounded a clerk. | 2 | 1 | 0",
                "They killed a guard, and a nurse shot a clerk. | 1 | 0 | 1",
            })
    void shouldCountEachPersonOnce(String body, int killed, int injured, int shot) {
        assertThat(count(body)).isEqualTo(new Individuals(killed, injured, shot));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A clerk was shot and a guard was shot. | 0 | 2",
                "A clerk was shot and a guard was shot. | 1 | 1",
                "A clerk was shot and a guard was wounded. | 1 | 1",
                "A clerk was shot and a guard was wounded. | 3 | 1",
                "A clerk was killed and a guard was shot. | 1 | 1",
                "A clerk was killed and a guard was shot. | 2 | 0",
            })
    void shouldTakeTheDeadForThoseOfWhomNothingIsTold(String body, int dead, int living) {
        assertThat(count(body).living(dead)).isEqualTo(living);
    }

    private static Individuals count(String body) {
        List<Individual> found = new ArrayList<>();
        TextReader.read(null, body)
                .sentences()
                .forEach(sentence -> found.addAll(READER.read(sentence, List.copyOf(found))));
        return Individuals.count(found, sentence -> true);
    }
}
