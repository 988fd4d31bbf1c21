package org.tocsin.coder.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.TextReader;

class PossibleSensesTest {
    private static final MentionFinder FINDER = new MentionFinder(Gazetteer.load(), Nations.load(), Actors.load());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Towns that a district round them is called like.
                "A bomb killed two guards in Mosul, Iraq, on Monday.      | TOWN",
                "Mosul police in Iraq found a bomb on Monday.             | TOWN",
                "A bomb killed two guards in Iraq's city of Mosul.        | TOWN",
                // A word for district is said.
                "A bomb killed two guards in Mosul district, Iraq.        | DISTRICT",
                "A bomb killed two guards in the district of Mosul, Iraq. | DISTRICT",
                // No town of that division has the name of the county.
                "A bomb killed two guards in Harris County, Texas.        | DISTRICT",
            })
    void shouldReadATownsNameAsThatOfItsDistrictOnlyBesideAWordForDistrict(String body, String precision) {
        Document document = TextReader.read(null, body);
        List<Mention> mentions = FINDER.find(document);
        PossibleSenses senses = new PossibleSenses(new ArticleContext(document, mentions), Publisher.UNKNOWN);

        assertThat(mentions)
                .filteredOn(mention ->
                        mention.name().startsWith("mosul") || mention.name().startsWith("harris"))
                .flatExtracting(senses::of)
                .extracting(sense -> PlaceForm.precision(sense.toponym().kind()).name())
                .containsOnly(precision);
    }
}
