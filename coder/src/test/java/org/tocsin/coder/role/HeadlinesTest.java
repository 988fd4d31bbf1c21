package org.tocsin.coder.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.coder.place.Actors;
import org.tocsin.coder.place.Nations;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.TextReader;

class HeadlinesTest {
    private static final RoleLexicon LEXICON = RoleLexicon.load(Actors.load(), Nations.load());

    @Test
    void shouldTakeWhatAWeaponDoesForAVerb() {
        assertThat(relations("Rocket hits police patrol near the port", "patrol"))
                .anyMatch(Relation::harms);
        assertThat(relations("Drone strikes oil refinery near the port", "refinery"))
                .anyMatch(Relation::harms);
        assertThat(relations("Drone strikes kill three farmers", "strike")).anyMatch(Relation::acts);
        assertThat(relations("Drone strikes kill three farmers", "farmer")).anyMatch(Relation::harms);
    }

    @Test
    void shouldTakeAPastFormWithoutAnObjectForAPassive() {
        assertThat(relations("Army convoy ambushed near the border", "convoy")).anyMatch(Relation::harms);
        assertThat(relations("Church torched, two priests wounded", "church"))
                .extracting(Relation::link)
                .contains("passive");
        assertThat(relations("Rebels attacked a convoy near the border", "rebel"))
                .extracting(Relation::link)
                .contains("subject");
        assertThat(relations("Rockets exploded near the border", "rocket"))
                .extracting(Relation::link)
                .doesNotContain("passive");
    }

    @Test
    void shouldReadWhoIsUnderFire() {
        assertThat(relations("Police patrol under fire near the border", "patrol"))
                .anyMatch(Relation::harms);
        assertThat(relations("Police under fire over raid on the port", "police"))
                .noneMatch(Relation::harms);
    }

    @Test
    void shouldReadWhoDies() {
        assertThat(relations("Teacher dies in shooting", "teacher")).anyMatch(Relation::harms);
        assertThat(relations("Workers cut dies in the mill", "worker")).noneMatch(Relation::harms);
    }

    @Test
    void shouldReadWhatWasDoneToWhoIsFound() {
        assertThat(relations("Teacher found shot dead in the hills", "teacher")).anyMatch(Relation::harms);
        assertThat(relations("Police found kidnapped girls in the hills", "police"))
                .noneMatch(Relation::harms);
    }

    @Test
    void shouldReadWhatAnAttackWasOnBeforeItsNoun() {
        assertThat(relations("Three killed in mosque attack", "mosque")).anyMatch(Relation::harms);
        assertThat(relations("Two held over bus bombing", "bus")).anyMatch(Relation::harms);
        assertThat(relations("Police look into farmer killings", "farmer")).anyMatch(Relation::harms);
        assertThat(relations("Three killed in army raid", "army")).anyMatch(Relation::acts);
        assertThat(relations("Three killed in prison clashes", "prison")).noneMatch(Relation::harms);
    }

    @Test
    void shouldReadTheVerbBehindThePlaceOfItsSubject() {
        assertThat(relations("Air strikes in Syria kill at least 20 farmers", "farmer"))
                .anyMatch(Relation::harms);
        assertThat(relations("Activist shot dead in the hills", "activist")).anyMatch(Relation::harms);
    }

    private static List<Relation> relations(String title, String lemma) {
        Document document = TextReader.read(title, "The town was calm.");
        return MentionFinder.find(LEXICON.tagger().tag(document.sentences().get(0), false), LEXICON).stream()
                .filter(mention -> mention.lemma().equals(lemma))
                .flatMap(mention -> mention.relations().stream())
                .toList();
    }
}
