package org.tocsin.coder.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordNumbersTest {
    @Test
    void shouldKnowWhatAMapKnowsHoweverFarItGrew() {
        WordNumbers numbers = new WordNumbers(2);
        Map<String, Integer> map = new HashMap<>();
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String word = Integer.toString(random.nextInt(8_000), Character.MAX_RADIX);
            Integer before = map.put(word, i);

            assertThat(numbers.put(WordNumbers.hash(word), i)).isEqualTo(before == null ? WordNumbers.NONE : before);
        }
        for (int i = 0; i < 16_000; i++) {
            String word = Integer.toString(i, Character.MAX_RADIX);

            assertThat(numbers.get(WordNumbers.hash(word))).isEqualTo(map.getOrDefault(word, WordNumbers.NONE));
        }
    }

    @Test
    void shouldHashATextByItsPartsAsAWhole() {
        long parts = WordNumbers.extend(WordNumbers.extend(WordNumbers.hash("deir"), ' '), "hafer");

        assertThat(parts).isEqualTo(WordNumbers.hash("deir hafer"));
    }
}
