package org.tocsin.coder.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
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
}
