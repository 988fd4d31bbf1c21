package org.tocsin.coder.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tocsin.coder.Target;
import org.tocsin.coder.TargetType;
import org.tocsin.coder.place.Actors;
import org.tocsin.coder.place.Nations;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.TextReader;

class PeoplesTest {
    private static final RoleLexicon LEXICON = RoleLexicon.load(Actors.load(), Nations.load());

    @Test
    void shouldTakeANationalityWithoutANounForAPerson() {
        assertThat(heads("Rebels kidnapped an Italian and two drivers near the lake."))
                .contains("italian", "drivers");
        assertThat(heads("A Briton was shot dead.")).contains("briton");
        assertThat(heads("A 40-year-old German held by rebels was freed.")).contains("german");
        assertThat(heads("Rebels shot two Japanese in the market.")).contains("japanese");
        assertThat(heads("Two Swiss were abducted.")).contains("swiss");
        assertThat(heads("An Israeli, Dan Levin, was stabbed.")).contains("israeli");
    }

    @Test
    void shouldTakeANationalityBeforeItsNounForAnAdjective() {
        assertThat(heads("Rebels shot an Italian engineer."))
                .contains("engineer")
                .doesNotContain("italian");
        assertThat(heads("The Syrian and Russian armies bombed the town."))
                .contains("armies")
                .doesNotContain("syrian", "russian");
        assertThat(heads("An American led coalition bombed the town.")).doesNotContain("american");
        assertThat(heads("German, French and Dutch troops were hit.")).doesNotContain("german", "french", "dutch");
        assertThat(heads("A French night raid failed.")).doesNotContain("french");
    }

    @Test
    void shouldTellOneOfAPeopleFromAllOfIt() {
        assertThat(mention("A Briton was shot dead.", "briton").noun())
                .hasValueSatisfying(noun -> assertThat(noun.type()).isEqualTo(TargetType.PRIVATE_CITIZENS));
        assertThat(RoleFeatures.isArmed(mention("The Israeli was shot.", "israeli")))
                .isFalse();
        assertThat(RoleFeatures.isArmed(mention("The French bombed the town.", "french")))
                .isTrue();
        assertThat(RoleFeatures.isArmed(mention("Iraq bombed the town.", "iraq")))
                .isTrue();
        assertThat(RoleFeatures.isArmed(mention("Planes of the US-led coalition bombed it.", "coalition")))
                .isTrue();
    }

    @Test
    void shouldReadANounForAPersonThatIsAnAdjectiveElsewhere() {
        assertThat(heads("The police chief was shot dead.")).contains("chief").doesNotContain("police");
        assertThat(heads("Rebels killed a village chief in the hills."))
                .contains("chief")
                .doesNotContain("village");
        assertThat(heads("The attorney general was wounded by a bomb.")).contains("general");
        assertThat(heads("A national of Chad was abducted.")).contains("national");
        assertThat(heads("The chief executive was shot.")).contains("executive").doesNotContain("chief");
        assertThat(heads("The civilian police were attacked.")).doesNotContain("civilian");
        assertThat(heads("The injuries were minor, police said.")).doesNotContain("minor");
    }

    @Test
    void shouldReadTwoPeopleWhoAreACouple() {
        assertThat(heads("An elderly couple were shot dead.")).contains("couple");
        assertThat(heads("A couple of men fled.")).doesNotContain("couple");
    }

    @Test
    void shouldKnowWhoSomebodyWas() {
        HeadNouns.Entry former =
                mention("An ex-soldier was shot dead.", "ex-soldier").noun().orElseThrow();

        assertThat(former.type()).isEqualTo(TargetType.MILITARY);
        assertThat(former.kind()).isEqualTo(Target.Kind.HUMAN);
    }

    @Test
    void shouldKnowAFamilyNameThatIsAWord() {
        assertThat(mention("Rebels shot Mark Field in the town.", "Field").noun())
                .isEmpty();
        assertThat(mention("On Sunday Bill Church was abducted.", "Church").noun())
                .isEmpty();
        assertThat(mention("Rebels burned the Methodist Church in the town.", "church")
                        .noun())
                .isPresent();
        assertThat(mention("A bomb exploded at Grace Church in the town.", "church")
                        .noun())
                .isPresent();
        for (String site : List.of(
                "Rebels attacked St Mary Church.",
                "Rebels moved to Mary Church.",
                "Rebels attacked the King George Bridge.",
                "A bomb exploded on George Street.",
                "Rebels attacked the George House.")) {
            String[] words = site.substring(0, site.length() - 1).split(" ", -1);
            String head = words[words.length - 1].toLowerCase(Locale.ROOT);
            assertThat(mention(site, head).noun()).as(site).isPresent();
        }
        assertThat(mention("Rebels burned a wheat field.", "field").noun()).isPresent();
    }

    @Test
    void shouldReadWhoSomebodyIsBehindTheVerb() {
        assertThat(heads("Rebels killed wounded soldiers and a retired judge.")).contains("soldiers", "judge");
        assertThat(mention("Rebels killed wounded soldiers in the town.", "soldier")
                        .relations())
                .extracting(Relation::word)
                .contains("kill")
                .doesNotContain("wound");
    }

    private static List<String> heads(String text) {
        return mentions(text).stream()
                .map(mention -> mention.s().lower(mention.head()))
                .toList();
    }

    private static Mention mention(String text, String lemma) {
        return mentions(text).stream()
                .filter(mention -> mention.lemma().equals(lemma))
                .findFirst()
                .orElseThrow();
    }

    private static List<Mention> mentions(String text) {
        Document document = TextReader.read(null, text);
        return document.sentences().stream()
                .flatMap(sentence -> MentionFinder.find(LEXICON.tagger().tag(sentence, false), LEXICON).stream())
                .toList();
    }
}
