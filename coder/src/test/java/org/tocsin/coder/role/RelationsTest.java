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
    static final RoleLexicon LEXICON = RoleLexicon.load(ACTORS, NATIONS);

    private static List<Mention> mentions(String text) {
        Document document = TextReader.read(null, text);
        Tagger tagger = new Tagger(LEXICON.words(), LEXICON.heads(), ACTORS, NATIONS);
        return document.sentences().stream()
                .flatMap(sentence -> MentionFinder.find(tagger.tag(sentence, false), LEXICON).stream())
                .toList();
    }

    /** Of all phrases with that head noun. */
    static List<Relation> relations(String text, String lemma) {
        List<Mention> named = mentions(text).stream()
                .filter(mention -> mention.lemma().equals(lemma))
                .toList();
        assertThat(named).as("%s in: %s", lemma, text).isNotEmpty();
        return named.stream().flatMap(mention -> mention.relations().stream()).toList();
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
    void shouldTakeWhoIsResponsibleForTheDoerAndNotWhoSaysSo() {
        assertThat(relations("The Kesme Front is responsible for the bombing.", "front"))
                .anyMatch(Relation::namesDoer);
        assertThat(relations("The colonel may have been behind the murder of the two nuns.", "colonel"))
                .anyMatch(Relation::namesDoer);
        assertThat(relations(
                        "The minister said the Kesme Front was directly responsible for placing the bomb.", "front"))
                .anyMatch(Relation::namesDoer);
        for (String deed : List.of(
                "a series of bomb attacks",
                "at least 12 killings",
                "most of Monday's attacks",
                "the army's worst massacre",
                "planning the raid",
                "carrying out the raid")) {
            assertThat(relations("The Kesme Front is responsible for " + deed + ".", "front"))
                    .as(deed)
                    .anyMatch(Relation::namesDoer);
        }
        assertThat(relations("Relatives hold the army responsible for the death of the miners.", "army"))
                .anyMatch(Relation::namesDoer);
        assertThat(relations("Two officers were held responsible for the massacre.", "officer"))
                .anyMatch(Relation::namesDoer)
                .noneMatch(Relation::harms);
        assertThat(relations("Relatives hold the army responsible for the death of the miners.", "relative"))
                .noneMatch(Relation::acts);
        assertThat(relations("Police blame the Kesme Front for the bombing.", "police"))
                .noneMatch(Relation::acts);
    }

    @Test
    void shouldTakeNobodyForTheDoerOfWhatIsDeniedOrNoViolence() {
        assertThat(relations("The colonel was not responsible for the murder.", "colonel"))
                .noneMatch(Relation::acts);
        assertThat(relations("The bishop denied that the Kesme Front was behind the raid.", "front"))
                .noneMatch(Relation::acts);
        assertThat(relations("The Kesme Front denied it had carried out the raid.", "front"))
                .noneMatch(Relation::acts);
        assertThat(relations("The brigade is responsible for security at the port.", "brigade"))
                .noneMatch(Relation::acts);
        assertThat(relations("The brigade is responsible for investigating the murder.", "brigade"))
                .noneMatch(Relation::acts);
        assertThat(relations("Army units are responsible for preventing raids.", "unit"))
                .noneMatch(Relation::acts);
        assertThat(relations("Soldiers were behind the village during the raid.", "soldier"))
                .noneMatch(Relation::acts);
        assertThat(relations("A nurse was behind the victims when the murder took place.", "nurse"))
                .noneMatch(Relation::acts);
        assertThat(relations("The Kesme Front was responsible for the attack on the nuns.", "nun"))
                .noneMatch(Relation::acts);
    }

    @Test
    void shouldTakeWhoGaveTheOrderForADoer() {
        assertThat(relations("The colonel ordered the killing of the two nuns.", "colonel"))
                .anyMatch(Relation::acts);
        assertThat(relations("The massacre had been ordered by two colonels.", "colonel"))
                .anyMatch(Relation::acts);
        assertThat(relations("Three brothers committed the crime.", "brother")).anyMatch(Relation::acts);
        assertThat(relations("The colonel ordered an inquiry into the killing.", "colonel"))
                .noneMatch(Relation::acts);
        assertThat(relations("An inquiry into the killing was ordered by the colonel.", "colonel"))
                .noneMatch(Relation::acts);
        assertThat(relations("The man who planned the raid was ordered by a judge to pay.", "judge"))
                .noneMatch(Relation::acts);
        assertThat(relations("The series of killings was ordered by the colonel.", "colonel"))
                .anyMatch(Relation::acts);
        assertThat(relations("Residents were ordered by the police to leave.", "police"))
                .noneMatch(Relation::acts);
        assertThat(relations("Residents were ordered by the police to leave.", "resident"))
                .noneMatch(Relation::harms);
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
        List<Entity> entities = unite("A group calling itself the Hamrin Brigade said it had carried out the attack.");

        assertThat(entities)
                .anySatisfy(entity -> assertThat(entity.mentions().stream().map(Mention::lemma))
                        .contains("group", "brigade"));
    }

    @Test
    void shouldReadParticiplesAndUnitsByTheirNeighbours() {
        assertThat(relations("Masked men attacked a depot in the north killing at least 30 soldiers.", "soldier"))
                .contains(new Relation("kill", "kill", "object"));
        assertThat(relations("Jets struck government forces positions near the dam.", "position"))
                .contains(new Relation("attack", "strike", "object"));
        assertThat(relations("The dead included a teacher.", "teacher")).anyMatch(Relation::harms);
        assertThat(relations("The list included a teacher.", "teacher"))
                .contains(new Relation("other", "include", "object"));
        assertThat(relations("A bomb went off outside a police building in the centre.", "building"))
                .contains(new Relation("other", "go", "outside"));
        assertThat(relations("A bomb hit the border crossing that separates the valleys.", "crossing"))
                .contains(new Relation("attack", "hit", "object"));
    }

    @Test
    void shouldStillReadParticiplesAsVerbs() {
        assertThat(relations("Rebels shelling in the valley killed a nurse.", "rebel"))
                .contains(new Relation("bomb", "shell", "ing"));
        assertThat(relations("The mayor forces villagers out of the valley.", "villager"))
                .contains(new Relation("other", "force", "object"));
    }

    @Test
    void shouldReadASentenceThatEndsInAnyOfTheseWords() {
        for (String last :
                List.of("killing", "forces", "such", "as well", "last", "in", "on Friday", "toll", "lives of")) {
            assertThat(mentions("A bomb hit the bank and the " + last)).isNotEmpty();
        }
    }

    @Test
    void shouldReadOnInAListAfterAsWellAs() {
        assertThat(relations("A bomb killed a guard as well as a clerk.", "clerk"))
                .contains(new Relation("kill", "kill", "&object"));
        assertThat(relations("Gunmen shot the mayor, along with his driver.", "driver"))
                .contains(new Relation("shoot", "shoot", "&object"));
        assertThat(relations("The mayor was shot and fled along with a nurse.", "nurse"))
                .noneMatch(Relation::isListed);
        assertThat(relations("Gunmen attacked leaders such as the mayor.", "mayor"))
                .contains(new Relation("attack", "attack", "incl-object"));
    }

    @Test
    void shouldReadPastTheDayOfAnAttack() {
        assertThat(relations("Gunmen attacked on Friday a market.", "market"))
                .contains(new Relation("attack", "attack", "object"));
        assertThat(relations("A judge murdered last Friday by masked men was mourned.", "judge"))
                .contains(new Relation("kill", "murder", "passive"));
    }

    @Test
    void shouldKnowTheDeadByTheirLivesBodiesAndToll() {
        assertThat(relations("The fire claimed the lives of 12 villagers.", "villager"))
                .contains(new Relation("kill", "die", "object"));
        assertThat(relations("The fire claimed the lives of 12 villagers.", "fire"))
                .noneMatch(Relation::namesDoer);
        assertThat(relations("The bodies of nine farmers were found.", "farmer"))
                .anyMatch(Relation::harms);
        assertThat(relations("The death toll rose on Friday to 40 people.", "people"))
                .anyMatch(Relation::harms);
        assertThat(relations("The toll reached 40 people.", "people")).anyMatch(Relation::harms);
        assertThat(relations("The minister who raised the death toll blamed foreigners.", "foreigner"))
                .noneMatch(Relation::harms)
                .anyMatch(Relation::namesDoer);
        assertThat(relations("The doctor who told the death toll spoke to reporters.", "reporter"))
                .noneMatch(Relation::harms);
        assertThat(relations("The Hamrin Brigade claimed the bombing of a bank.", "brigade"))
                .anyMatch(Relation::namesDoer);
        assertThat(relations("A body of experts met villagers.", "expert")).noneMatch(Relation::harms);
    }

    @Test
    void shouldBlameWhoIsResponsibleAndNotWhomHeAttacked() {
        String text = "Rebels were responsible for the attack on civilians.";

        assertThat(relations(text, "rebel")).extracting(Relation::group).contains("blame");
        assertThat(relations(text, "civilian")).noneMatch(Relation::namesDoer);
    }

    @Test
    void shouldUniteANameWithWhoItIsByAgeOrFamily() {
        assertThat(unite("Mary Arden, whose husband was shot, fled.")).hasSize(2);
        assertThat(unite("Mary Arden, a 26-year-old teacher, was shot.")).hasSize(1);
        assertThat(unite("His wife, Mary Arden, was shot.")).hasSize(1);
        assertThat(unite("His wife, Mary Arden and a clerk were shot.")).hasSize(3);
    }

    @Test
    void shouldNotTakeForHarmedWhatTheTextSaysWasNot() {
        for (String telling : List.of(
                "The bank was not damaged.",
                "The blast did not damage the bank.",
                "The bank wasn't hit.",
                "The bank was never attacked.")) {
            assertThat(relations(telling, "bank"))
                    .as(telling)
                    .noneMatch(Relation::harms)
                    .anyMatch(Relation::isSpared);
        }
        assertThat(relations("The rebels did not attack the bank.", "rebel")).noneMatch(Relation::acts);
    }

    @Test
    void shouldSayOnceOfSomeOfSomeWhatIsSaidOfAll() {
        String some = ", including soldiers, among them officers".repeat(60);

        assertThat(relations("Rebels killed ten men" + some + ", including a nurse.", "nurse"))
                .allMatch(relation -> relation.link().lastIndexOf("incl-") <= 0)
                .hasSizeLessThan(10);
    }

    private static List<Entity> unite(String text) {
        return Coreference.unite(mentions(text), LEXICON.words().idioms());
    }
}
