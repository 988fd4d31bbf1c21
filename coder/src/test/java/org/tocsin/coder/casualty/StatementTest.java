package org.tocsin.coder.casualty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.TextReader;
import org.tocsin.coder.text.WordClasses;

/** What a sentence says outright of the first number in it. */
class StatementTest {
    private static final WordClasses WORDS = WordClasses.load(Statement.class, "words.tsv");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Four people, including a three-month-old baby, were injured. | injure",
                "Four villagers were hacked to death. | kill",
                "Six farmers were shot dead in their sleep. | kill",
                "Gunmen shot dead eleven men. | kill",
                "Police found the bodies of three women. | kill",
                "He blew himself up, killing himself and five guards. | kill",
                "Two women who worked for the court were killed. | kill",
                "Nine passengers were taken off a bus and executed by separatists. | kill",
                "Two brothers were ambushed and killed by clansmen. | kill",
                "Soldiers put to death 31 villagers. | kill",
                "They found the bodies of five miners who had been shot. | kill",
                "Four soldiers of the African Union lost their lives. | kill",
                "Nine passengers were taken to hospital. | injure",
                "Seven soldiers suffered burns. | injure",
                "Two guards, one of them a father of six, were stabbed. | shot",
                "Two guards, Sani and Omar Bello, also died. | kill",
                "Two guards, who were killed at the gate, had just come. | kill",
                "Five clerks were shot, three of whom died, police said. | shot",
                "A bomb went off and three died, police said. | kill",
                "The men fatally shot two guards. | kill",
                "It followed the fatal stabbing of two students. | kill",
                "Two guards were taken to hospital but later died. | kill",
                "Two guards were taken to hospital, where one died. | injure",
                "Two guards were taken to hospital but succumbed to burns. | kill",
                "Two guards were rushed to hospital with wounds but killed the attacker. | injure",
                "Two guards were taken to a clinic and killed a rebel there. | injure",
                "Two suspects, one of them shot by an officer, were killed by a mob. | kill",
                "An officer shot and three suspects killed in a shootout. | kill",
                "Two guards passed away. | kill",
                "Twenty people, ten women and ten men, were killed. | kill",
                "Neither side gave way and two guards were killed. | kill",
                "Two guards were treated for graze wounds. | injure",
                "Two of them fatally. | kill",
                "Two of them, a couple from Leeds, died. | kill",
                "Two were shot fatally. | kill",
                "Two wounded a day after the raid. | injure",
                "Three killed 12 injured in a blast. | kill",
                "Three killed 12 people injured in a blast. | kill",
                "Three killed five others injured in a blast. | kill",
                "Three killed a dozen people wounded in a blast. | kill",
                "Four soldiers killed an hour after a man rammed the gate. | kill",
                "Four soldiers killed the day a man rammed the gate. | kill",
            })
    void shouldReadWhatCameToThem(String text, String harm) {
        assertThat(Objects.requireNonNull(said(text)).harm()).isEqualTo(harm);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ten men were charged over an attack that killed 12.",
                "Three gunmen had stormed the bar and shot nine.",
                "A court sentenced to death twelve militants.",
                "Nine passengers were taken hostage.",
                "Four people were not injured.",
                "Two victims in the car were not injured.",
                "Neither the driver nor her two passengers were hurt.",
                "Neither the driver nor the three guards were shot.",
                "A suspect was shot dead by two guards.",
                "Two guards, a spokesman said, are safe.",
                "Three men who were arrested denied it.",
                "Two men shot and badly wounded a clerk.",
                "Two men shot dead a guard.",
                "Two men shot 12 victims.",
                "Two men shot five people dead.",
                "Two men shot dead the angry old mayor.",
                "The number of shots, two, was fatally low.",
            })
    void shouldReadNoHarmWhereNoneIsTold(String text) {
        assertThat(said(text)).isNull();
    }

    private static @Nullable Statement said(String text) {
        Sentence sentence = TextReader.read(null, text).sentences().get(0);
        List<CountMention> mentions = new CountReader(WORDS).read(sentence);
        CountMention first =
                mentions.stream().filter(m -> m.number() > 1).findFirst().orElseThrow();
        return Statement.of(WORDS, sentence.tokens(), first);
    }
}
