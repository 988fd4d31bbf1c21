package org.tocsin.coder.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tocsin.coder.Place;
import org.tocsin.coder.place.Nations;

class WatchlistLinkerTest {
    private static final Nations NATIONS = Nations.load();

    private static final ListedTarget TROOPS =
            new ListedTarget("us-forces-iraq", List.of("US troops"), in("IQ", null, null), List.of("us-in-iraq"));
    private static final ListedTarget EMBASSY = new ListedTarget(
            "us-embassy-baghdad", List.of("US embassy"), in("IQ", null, "Baghdad"), List.of("us-in-iraq"));
    private static final ListedTarget EMBASSIES = new ListedTarget("embassies", List.of("embassy"), null, List.of());
    private static final ListedTarget AIRPORT = new ListedTarget(
            "baghdad-airport", List.of("Baghdad airport", "Baghdad International Airport"), null, List.of());
    private static final ListedTarget GROUP = new ListedTarget("us-in-iraq", List.of(), null, List.of("us-abroad"));
    private final WatchlistLinker linker =
            new WatchlistLinker(List.of(TROOPS, EMBASSY, EMBASSIES, AIRPORT, GROUP), NATIONS);

    @Test
    void shouldFoldCountriesPluralsPossessivesAndSoldiers() {
        for (String text : List.of(
                "American troops",
                "the U.S. soldiers",
                "U.S. forces",
                "United States servicemen",
                "an American soldier's convoy")) {
            assertThat(linker.link(text, null, at("IQ", "Baghdad"))).as(text).containsExactly("us-forces-iraq");
        }
    }

    @Test
    void shouldLinkOnlyWhereTheTargetLies() {
        assertThat(linker.link("US troops", null, at("AF", "Kabul"))).isEmpty();
        assertThat(linker.link("US troops", null, null)).isEmpty();
        assertThat(linker.link("Baghdad airport", null, null)).containsExactly("baghdad-airport");
    }

    @Test
    void shouldLetTheLongestAliasThatHoldsWin() {
        assertThat(linker.link("the American embassy", null, at("IQ", "Baghdad")))
                .containsExactly("us-embassy-baghdad");
        assertThat(linker.link("the American embassy", null, at("KE", "Nairobi")))
                .containsExactly("embassies");
    }

    @Test
    void shouldMatchWholeWordsOnly() {
        assertThat(linker.link("the embassyside cafe", null, at("IQ", "Baghdad")))
                .isEmpty();
    }

    @Test
    void shouldUseANationalityThatThePhraseLeavesOut() {
        assertThat(linker.link("the soldiers", "US", at("IQ", "Mosul"))).containsExactly("us-forces-iraq");
        assertThat(linker.link("the soldiers", "IQ", at("IQ", "Mosul"))).isEmpty();
    }

    @Test
    void shouldNameSeveralInTheOrderOfTheText() {
        assertThat(linker.link("Baghdad airport and US troops there", null, at("IQ", "Baghdad")))
                .containsExactly("baghdad-airport", "us-forces-iraq");
    }

    @Test
    void shouldFollowGroupsOfGroups() {
        assertThat(linker.groupsOf("us-embassy-baghdad")).containsExactly("us-in-iraq", "us-abroad");
        assertThat(linker.groupsOf("embassies")).isEmpty();
    }

    private static ListedTarget.Within in(String country, @Nullable String admin1, @Nullable String place) {
        return new ListedTarget.Within(country, admin1, place);
    }

    private static Place at(String country, String name) {
        return new Place(name, null, null, country, null, null, null, Place.Precision.TOWN);
    }
}
