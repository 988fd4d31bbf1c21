package org.tocsin.coder.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.coder.text.WordClusters.Cluster;

class NamelessTest {
    private static final Nameless WORDS = Nameless.load();

    @Test
    void shouldTakeNamesOfTownsPersonsAndGroupsForOneWord() {
        List<Token> names = tokens("kano London Manila Zamboru Ibrahim Hamas London's");

        assertThat(names).extracting(WORDS::stem).containsOnly("*");
        assertThat(names.stream().map(WORDS::cluster).distinct()).hasSize(1).doesNotContain(Cluster.UNKNOWN);
    }

    @Test
    void shouldKeepWordsThatSayWhatHappened() {
        assertThat(tokens("rebels bombed the police bus"))
                .extracting(WORDS::stem)
                .containsExactly("rebel", "bomb", "the", "police", "bus");
        assertThat(tokens("Iraqi gunmen on Monday")).extracting(WORDS::stem).doesNotContain("*");
    }

    @Test
    void shouldKeepNumbersAndCompounds() {
        assertThat(tokens("17 car-bombs")).extracting(WORDS::stem).containsExactly("0", "car-bomb");
    }

    private static List<Token> tokens(String text) {
        return TextReader.read(null, text + " said.").sentences().get(0).tokens().stream()
                .filter(Token::isWord)
                .filter(token -> !token.lower().equals("said"))
                .toList();
    }
}
