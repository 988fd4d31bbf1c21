package org.tocsin.coder.casualty;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tocsin.coder.text.TextReader;
import org.tocsin.coder.text.WordClasses;

/** What a sentence is about beside the number. */
class SentenceSubjectsTest {
    private static final WordClasses WORDS = WordClasses.load(SentenceSubjects.class, "words.tsv");

    @Test
    void shouldPassOverTheNumbersOwnWords() {
        SentenceSubjects subjects = subjects("Two gunmen were convicted.");
        assertThat(subjects.outside(0, 1)).containsExactly("court");
        assertThat(subjects.outside(0, 0)).containsExactly("court", "attacker");
    }

    @Test
    void shouldFindASecondWordOfTheClassOutside() {
        assertThat(subjects("Two gunmen met a gunman.").outside(0, 1)).containsExactly("attacker");
    }

    private static SentenceSubjects subjects(String text) {
        return new SentenceSubjects(
                WORDS, TextReader.read(null, text).sentences().get(0).tokens());
    }
}
