package org.tocsin.coder.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.coder.Perpetrator;
import org.tocsin.coder.text.TextReader;

class ActorsTest {
    private final Actors actors = Actors.load();

    @Test
    void shouldFindGroupsAndArmies() {
        assertThat(names("Fighters of al-Shabaab shot at an Iraqi army post."))
                .containsExactly("Al-Shabaab", "Iraqi army");
        assertThat(kinds("The TTP blamed Frontier Corps soldiers."))
                .containsExactly(Perpetrator.Kind.ORGANIZATION, Perpetrator.Kind.STATE_FORCES);
    }

    @Test
    void shouldFoldSpellings() {
        assertThat(names("Lashkar-e-Taiba denied it, LASHKAR E TAIBA'S spokesman said."))
                .containsExactly("Lashkar-e-Taiba", "Lashkar-e-Taiba");
    }

    @Test
    void shouldReadAcronymsOnlyInCapitals() {
        assertThat(names("An eta for the train was not given.")).isEmpty();
        assertThat(names("A car bomb of ETA went off.")).containsExactly("ETA");
    }

    @Test
    void shouldTellAShortAcronymFromTheVerb() {
        assertThat(names("IS fighters stormed the town, and four guards were killed by IS."))
                .containsExactly("Islamic State", "Islamic State");
        assertThat(names("The bomb is gone. Is it?")).isEmpty();
        assertThat(names("A BOMB IS FOUND IN A MARKET")).isEmpty();
    }

    @Test
    void shouldLeaveEverydayWordsAlone() {
        assertThat(names("The army of the night marched, and the national guard of memory slept."))
                .isEmpty();
    }

    @Test
    void shouldKnowTheHomeCountry() {
        var found = actors.find(TextReader.read(null, "Hezbollah fired rockets.")
                .sentences()
                .get(0)
                .tokens());

        assertThat(found)
                .singleElement()
                .satisfies(match -> assertThat(match.value().nationality()).isEqualTo("LB"));
    }

    private List<String> names(String sentence) {
        return actors.find(TextReader.read(null, sentence).sentences().get(0).tokens()).stream()
                .map(match -> match.value().name())
                .toList();
    }

    private List<Perpetrator.Kind> kinds(String sentence) {
        return actors.find(TextReader.read(null, sentence).sentences().get(0).tokens()).stream()
                .map(match -> match.value().kind())
                .toList();
    }
}
