package org.tocsin.coder.casualty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.coder.incident.AttackSentences;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.TextReader;
import org.tocsin.coder.text.WordClasses;

/** Which numbers of people the text adds up. */
class JoinsTest {
    private static final WordClasses WORDS = WordClasses.load(Joins.class, "words.tsv");

    /** Of each title and text the sums of what is joined, and the numbers that nothing is joined to. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "- | A farmer, his wife and two sons were shot. | 4",
                "- | A farmer was shot, two guards wounded. | 1 2",
                "Two dead, 5-year-old hurt | It was in town. | 2 1",
                "3 dead, 12 wounded | It was in town. | 3 12",
                "Man, 5-year-old shot | It was in town. | 2",
                "- | They shot her cousin, 40-year-old Ali Sani. | 1 1",
                "- | They killed her cousin and a 40-year-old baker. | 2",
                "- | Another guard, a father of two, was shot. | 1 1",
                "Two soldiers, a nurse, killed in clash | It was in town. | 3",
                "- | Two officers, 3 nurses, were killed. | 5",
                "- | Two farmers, two herders, were killed. | 4",
                "- | Three clerks, an elderly woman, were killed. | 4",
                "- | Four clerks, like a nurse, were killed. Two guards, they said, fled. | 4 1 2",
                "- | Two people, a couple, were killed. | 2 2",
                "- | Ten people, three children, were killed. | 10 3",
                "- | Five nurses, including two nuns, were killed. | 5 2",
                "- | Two clerks were stabbed, a third was wounded. | 2 3",
                "- | Two clerks died and a third was wounded. | 2 1",
                "- | The raid left 18 people dead, five women and 13 men. | 18 18",
                "- | Eighteen villagers, five women and 13 men, were killed. | 18 18",
                "- | Four children, two boys and two girls were shot. | 4 4",
                "- | Two women, a nurse and a guard, were stabbed. | 2 2",
                "- | Gunmen killed two women, a nurse and a teacher in Kano. | 2 2",
                "- | Gunmen killed two soldiers, a policeman and a civilian in Gao. | 4",
                "- | Gunmen killed two women, a man and a boy in Kano. | 4",
                "- | Gunmen killed two guards and two children. | 4",
                "- | Gunmen killed two guards, and a cook and three nurses were wounded. | 2 4",
                "- | Gunmen killed two guards and a cook was praised. | 2 1",
                "- | Gunmen killed two guards and a cook in a bar. | 3",
                "- | Gunmen killed two nurses and their two drivers. | 4",
                "- | Three women and three men were shot. | 6",
                "- | Three women, two men and a boy were shot. | 6",
                "- | Gunmen killed three nurses, two guards and a driver. | 6",
                "- | Six nurses, five guards and one farmer were wounded. | 12",
                "- | Six nurses, five guards and eight farmers were wounded, medics said. | 19",
                "Two guards, two farmers shot | It was in town. | 4",
                "Two guards, two women shot | It was in town. | 4",
            })
    void shouldAddUpWhomTheTextJoins(String title, String body, String sums) {
        assertThat(sums(TextReader.read(title, body))).isEqualTo(sums);
    }

    private static String sums(Document document) {
        List<CountMention> mentions = new ArrayList<>();
        for (Sentence sentence : document.sentences()) {
            mentions.addAll(new CountReader(WORDS).read(sentence));
        }
        HarmText text = new HarmText(WORDS, document, new AttackSentences(document, List.of()), mentions);
        List<String> sums = new ArrayList<>();
        int sum = 0;
        for (int i = 0; i < text.mentions().size(); i++) {
            sum += text.mentions().get(i).number();
            if (!text.joins().toNext(i)) {
                sums.add(Integer.toString(sum));
                sum = 0;
            }
        }
        return String.join(" ", sums);
    }
}
