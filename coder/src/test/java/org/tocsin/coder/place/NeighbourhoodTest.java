package org.tocsin.coder.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NeighbourhoodTest {
    private static final Gazetteer GAZETTEER = Gazetteer.load();

    @Test
    void shouldPreferTheNamesakeWhoseNeighboursAreNamed() {
        Neighbourhood neighbourhood = new Neighbourhood();
        Mention beni = mention("Beni");
        List.of(beni, mention("Butembo"), mention("Bunia"), mention("Beni")).forEach(neighbourhood::add);

        assertThat(neighbourhood.votes(beni("CD"), beni)).isGreaterThan(neighbourhood.votes(beni("BO"), beni) + 1);
    }

    private static Toponym beni(String country) {
        return GAZETTEER.named("Beni").stream()
                .filter(town -> town.country().equals(country))
                .findFirst()
                .orElseThrow();
    }

    private static Mention mention(String name) {
        List<PlaceName.Sense> senses = GAZETTEER.named(name).stream()
                .map(toponym -> new PlaceName.Sense(toponym, false))
                .toList();
        return new Mention(0, 0, 1, Folding.fold(name), senses, false, false, null);
    }
}
