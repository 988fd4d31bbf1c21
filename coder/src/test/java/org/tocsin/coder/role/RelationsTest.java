package org.tocsin.coder.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.coder.place.Actors;
import org.tocsin.coder.place.Nations;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.TextReader;

class RelationsTest {
    private static final Actors ACTORS = Actors.load();
    private static final Nations NATIONS = Nations.load();
    private static final RoleLexicon LEXICON = RoleLexicon.load(ACTORS, NATIONS);

    private static List<Mention> mentions(String text) {
        Document document = TextReader.read(null, text);
        Tagger tagger = new Tagger(LEXICON.words(), ACTORS, NATIONS);
        return document.sentences().stream()
                .flatMap(sentence -> MentionFinder.find(tagger.tag(sentence, false), LEXICON).stream())
                .toList();
    }

    private static List<Relation> relations(String text, String lemma) {
        return mentions(text).stream()
                .filter(mention -> mention.lemma().equals(lemma))
                .flatMap(mention -> mention.relations().stream())
                .toList();
    }

    @Test
    void shouldReadWhatWhoSpeaksSaysThatHeDidAsAClaim() {
        assertThat(relations("The Hamrin Brigade said in a statement that its men had planted the bomb.", "brigade"))
                .anyMatch(Relation::namesDoer);
        assertThat(relations("The Hamrin Brigade said it was behind the bombing.", "brigade"))
                .anyMatch(Relation::namesDoer);
        assertThat(relations("The ministry said it had lost four soldiers.", "ministry"))
                .noneMatch(Relation::namesDoer);
        assertThat(relations("The air force said it had shot down three drones.", "force"))
                .noneMatch(Relation::namesDoer);
    }

    @Test
    void shouldGiveTheVerbBehindARelativeClauseToWhomTheClauseTellsOf() {
        assertThat(relations("Gunmen who had set up a checkpoint abducted three officers.", "gunman"))
                .contains(new Relation("abduct", "abduct", "subject"));
        assertThat(relations("Gunmen riding in a car fired at a commander near the silo.", "gunman"))
                .contains(new Relation("fire", "fire", "subject0"));
    }

    @Test
    void shouldGiveWhatAWeaponDidToWhoseItIs() {
        assertThat(relations("Russian artillery shelled a bus stop.", "russian"))
                .contains(new Relation("bomb", "shell", "subject"));
    }

    @Test
    void shouldTakeWhatAGroupCallsItselfForTheGroup() {
        List<Entity> entities = Coreference.unite(
                mentions("A group calling itself the Hamrin Brigade said it had carried out the attack."));

        assertThat(entities)
                .anySatisfy(entity -> assertThat(entity.mentions().stream().map(Mention::lemma))
                        .contains("group", "brigade"));
    }
}
