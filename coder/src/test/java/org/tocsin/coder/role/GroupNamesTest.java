package org.tocsin.coder.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.coder.place.Actors;
import org.tocsin.coder.place.Nations;
import org.tocsin.coder.text.TextReader;

class GroupNamesTest {
    private static final Tagger TAGGER =
            new Tagger(RelationsTest.LEXICON.words(), RelationsTest.LEXICON.heads(), Actors.load(), Nations.load());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Brigada Sol Verde said it shot the mayor. | Brigada Sol Verde",
                "Police blamed Kataib Amir Nadir for the raid. | Kataib Amir Nadir",
                "Police blamed the Frente Verde for the raid. | Frente Verde",
                "Ansar al-Fajr is a group of the hills. | Ansar al-Fajr",
                "Police blamed the Sons of the Hills for the raid. | Sons of the Hills",
                "Police blamed the Harbour Boys for the raid. | Harbour Boys",
                "Police blamed the White Widows for the raid. | White Widows"
            })
    void shouldKnowGroupsByTheirFormAlone(String sentence, String name) {
        assertThat(mentions(sentence))
                .filteredOn(mention -> text(mention).equals(name))
                .singleElement()
                .satisfies(mention -> assertThat(mention.noun())
                        .hasValueSatisfying(noun -> assertThat(noun.group()).isEqualTo("faction")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Police questioned the sons of the mayor. | sons",
                "Police searched the house of the Smiths. | Smiths",
                "Police searched the Blue Hills. | Blue Hills",
                "Police questioned Anna Boys. | Anna Boys",
                "Gunmen abducted the Harbour Girls. | Harbour Girls",
                "Gunmen shot the Church Elders. | Church Elders",
                "Gunmen attacked the Sisters of Mercy. | Sisters",
                "The gunmen shot dead Ansar Nadir. | Ansar Nadir",
                "The gunmen shot Liwa Nadir, a nurse. | Liwa Nadir",
                "The Frente Verde was the target. | Frente Verde",
                "A bomb hit the Movimiento Verde. | Movimiento Verde"
            })
    void shouldTakeNobodyElseForAGroup(String sentence, String begin) {
        assertThat(mentions(sentence))
                .filteredOn(mention -> text(mention).startsWith(begin))
                .isNotEmpty()
                .allSatisfy(mention ->
                        assertThat(mention.noun().map(HeadNouns.Entry::group)).isNotEqualTo(Optional.of("faction")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Guardia Civil", "Guardia Nacional", "Fuerzas Armadas"})
    void shouldKnowForcesOfStatesByTheirSpanishNames(String force) {
        assertThat(mentions("The gunmen fired at the " + force + "."))
                .anySatisfy(mention ->
                        assertThat(mention.noun().map(HeadNouns.Entry::group)).isEqualTo(Optional.of("force")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Lashkar-e-Noor said it shot the mayor. | Lashkar-e-Noor",
                "FRT-Sur claimed the raid. | FRT-Sur",
                "Police blamed al-Fajr for the raid. | al-Fajr",
                "Police blamed Dawn of Glory for the raid. | Dawn of Glory",
                "Dawn of Glory claimed the raid. | Dawn of Glory",
                "The Nation's Will claimed the raid. | Nation's Will",
                "The Ninth of May Brigade claimed the raid. | Ninth of May Brigade"
            })
    void shouldReadNamesOfWordsThatMeanOtherThings(String sentence, String name) {
        assertThat(mentions(sentence))
                .anyMatch(mention -> mention.isName() && text(mention).equals(name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Police said pro-Kesme rebels shot the mayor. | pro-Kesme",
                "Follow-up raids killed three men. | Follow-up",
                "In May President Silva was shot. | May",
                "At the end of May Kesme fighters shot two teachers. | May",
                "In the first week of May Kesme gunmen shot two teachers. | May",
                "On Monday Kesme fighters shot two teachers. | Monday",
                "Last Friday Kesme gunmen shot two teachers. | Friday",
                "Night of violence left three men dead. | Night"
            })
    void shouldLeaveThoseWordsAsTheyAre(String sentence, String noName) {
        TaggedSentence tagged =
                TAGGER.tag(TextReader.read(null, sentence).sentences().get(0), false);

        assertThat(IntStream.range(0, tagged.size())
                        .filter(i -> tagged.token(i).text().equals(noName)))
                .singleElement()
                .satisfies(i -> assertThat(tagged.names()[i]).isFalse());
    }

    private static List<Mention> mentions(String text) {
        return TextReader.read(null, text).sentences().stream()
                .flatMap(sentence -> MentionFinder.find(TAGGER.tag(sentence, false), RelationsTest.LEXICON).stream())
                .toList();
    }

    private static String text(Mention mention) {
        StringBuilder text = new StringBuilder();
        for (int i = mention.begin(); i < mention.end(); i++) {
            text.append(i > mention.begin() ? " " : "")
                    .append(mention.s().token(i).text());
        }
        return text.toString();
    }
}
