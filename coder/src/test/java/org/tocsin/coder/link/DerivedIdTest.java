package org.tocsin.coder.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tocsin.coder.Place;
import org.tocsin.coder.Target;
import org.tocsin.coder.TargetType;
import org.tocsin.coder.place.Gazetteer;
import org.tocsin.coder.place.Toponym;

class DerivedIdTest {
    private static final Gazetteer GAZETTEER = Gazetteer.load();
    private final DerivedId derivedId = new DerivedId(GAZETTEER);

    @Test
    void shouldLeaveOutThePlaceOfForces() {
        assertThat(derivedId.of(TargetType.MILITARY, Target.Kind.HUMAN, "US", town("Baghdad", "IQ")))
                .isEqualTo("military.us@iq");
        assertThat(derivedId.of(TargetType.MILITARY, Target.Kind.HUMAN, "US", town("Mosul", "IQ")))
                .isEqualTo("military.us@iq");
        assertThat(derivedId.of(TargetType.POLICE, Target.Kind.HUMAN, null, town("Mosul", "IQ")))
                .isEqualTo("police.iq@iq");
    }

    @Test
    void shouldKeepTheTownOfWhatStandsStill() {
        assertThat(derivedId.of(TargetType.DIPLOMATIC, Target.Kind.PHYSICAL, "US", town("Baghdad", "IQ")))
                .isEqualTo("diplomatic.us@iq.baghdad");
    }

    @Test
    void shouldKeepTheTownOfStationsAndOfACountrysOwnPeople() {
        assertThat(derivedId.of(TargetType.POLICE, Target.Kind.PHYSICAL, "IQ", town("Mosul", "IQ")))
                .isEqualTo("police.iq@iq.mosul");
        assertThat(derivedId.of(TargetType.PRIVATE_CITIZENS, Target.Kind.HUMAN, null, town("Mosul", "IQ")))
                .isEqualTo("private.iq@iq.mosul");
    }

    @Test
    void shouldSpellOneTownInOneWay() {
        assertThat(derivedId.of(
                        TargetType.POLICE, Target.Kind.PHYSICAL, null, named("Deir Ezzor", town("Deir ez-Zor", "SY"))))
                .isEqualTo("police.sy@sy.deir-ez-zor");
    }

    @Test
    void shouldTellTownsOfOneNameApart() {
        Toponym springfield = GAZETTEER.named("Springfield").stream()
                .filter(t -> t.region() != null && t.region().name().equals("Illinois"))
                .findFirst()
                .orElseThrow();

        assertThat(derivedId.of(TargetType.PRIVATE_CITIZENS, Target.Kind.HUMAN, null, place(springfield)))
                .isEqualTo("private.us@us.springfield-illinois");
    }

    @Test
    void shouldSayWhenThePlaceIsUnknown() {
        assertThat(derivedId.of(TargetType.RELIGIOUS, Target.Kind.PHYSICAL, null, null))
                .isEqualTo("religious.zz@zz");
        assertThat(derivedId.of(TargetType.MILITARY, Target.Kind.HUMAN, "US", null))
                .isEqualTo("military.us@zz");
    }

    private static Place town(String name, String country) {
        return place(GAZETTEER.named(name).stream()
                .filter(t -> t.country().equals(country) && t.kind().isTown())
                .findFirst()
                .orElseThrow());
    }

    private static Place place(Toponym toponym) {
        return new Place(
                toponym.name(),
                null,
                null,
                toponym.country(),
                (double) toponym.latitude(),
                (double) toponym.longitude(),
                toponym.zone(),
                Place.Precision.TOWN);
    }

    private static Place named(String name, Place place) {
        return new Place(
                name,
                place.site(),
                place.admin1(),
                place.countryCode(),
                place.latitude(),
                place.longitude(),
                place.zone(),
                place.precision());
    }
}
