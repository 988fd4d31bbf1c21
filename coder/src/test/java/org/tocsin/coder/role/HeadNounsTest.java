package org.tocsin.coder.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tocsin.coder.TargetType;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.TextReader;

/** Which things are sites and vehicles, by their nouns or, where a name has none, by where it stands. */
class HeadNounsTest {
    @Test
    void shouldKnowSitesByTheirLastWords() {
        assertThat(type("A bomb exploded at a shipyard.", "shipyard")).contains(TargetType.BUSINESS);
        assertThat(type("A bomb exploded at a cement works.", "cement works")).contains(TargetType.BUSINESS);
        assertThat(type("A bomb exploded at a tax office.", "tax office")).contains(TargetType.GOVERNMENT);
        assertThat(type("A bomb exploded at an ammunition dump.", "ammunition dump"))
                .contains(TargetType.MILITARY);
        assertThat(type("A bomb exploded at a garbage dump.", "garbage dump")).isEmpty();
    }

    @Test
    void shouldKnowVehicles() {
        for (String vehicle : List.of("rickshaw", "jeepney", "donkey cart", "Land Rover", "hearse")) {
            assertThat(type("Gunmen ambushed the " + vehicle + " near the town.", vehicle))
                    .as(vehicle)
                    .contains(TargetType.TRANSPORTATION);
        }
        assertThat(type("Gunmen fired at a speedboat.", "speedboat")).contains(TargetType.MARITIME);
    }

    @Test
    void shouldTakeANameWithAnArticleForASiteWhereSomethingExploded() {
        assertThat(type("A bomb exploded outside the Sheraton in the capital.", "Sheraton"))
                .contains(TargetType.BUSINESS);
        assertThat(type("A car bomb damaged the Marriott.", "Marriott")).contains(TargetType.BUSINESS);
        assertThat(type("A bomb exploded outside Sorvo on Monday.", "Sorvo")).isEmpty();
        assertThat(type("Soldiers fought the Mardovs near the town.", "Mardovs"))
                .isEmpty();
        assertThat(type("Three men met at the Sheraton.", "Sheraton")).isEmpty();
        assertThat(type("A bomb exploded at the Iraqi border.", "Iraqi border"))
                .isNotEqualTo(Optional.of(TargetType.BUSINESS));
    }

    private static Optional<TargetType> type(String text, String phrase) {
        Document document = TextReader.read(null, text);
        List<Candidate> found =
                RoleReaderTest.READER.candidates(document, List.of(RoleReaderTest.attack(document))).stream()
                        .filter(candidate -> candidate.text().equals(phrase))
                        .toList();
        assertThat(found).as(phrase).hasSize(1);
        return found.get(0).entity().best().noun().map(HeadNouns.Entry::type);
    }
}
