package org.tocsin.coder.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.coder.Place;
import org.tocsin.coder.incident.Attack;
import org.tocsin.coder.incident.AttackFinder;
import org.tocsin.coder.incident.AttackSentences;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.TextReader;

class PlaceOfAttackTest {
    private static final Gazetteer GAZETTEER = Gazetteer.load();
    private static final PlaceOfAttack PLACES = PlaceOfAttack.load(GAZETTEER, Nations.load(), Actors.load());
    private static final AttackFinder ATTACKS = AttackFinder.load();

    @Test
    void shouldTakeTheTownWhereItHappened() {
        Place place = place(
                "Car bomb kills four in Mosul",
                "BAGHDAD (Reuters) - A car bomb killed four policemen in Mosul on Monday, Iraqi officials said. "
                        + "The prime minister spoke in Baghdad.");

        assertThat(place.name()).isEqualTo("Mosul");
        assertThat(place.admin1()).isEqualTo("Nineveh");
        assertThat(place.countryCode()).isEqualTo("IQ");
        assertThat(place.zone()).isEqualTo(ZoneId.of("Asia/Baghdad"));
        assertThat(place.precision()).isEqualTo(Place.Precision.TOWN);
    }

    @Test
    void shouldReadTheStateBehindTheTown() {
        Place place = place(
                "Two shot outside bar",
                "Two men were shot and killed outside a bar in Springfield, Ill., late on Saturday, police said.");

        assertThat(place.name()).isEqualTo("Springfield");
        assertThat(place.admin1()).isEqualTo("Illinois");
    }

    @Test
    void shouldReadTextInCapitals() {
        Place place = place(
                null,
                "LIMA, 4 MAR 91 (EFE) -- GUERRILLAS KILLED THREE SOLDIERS IN AN AMBUSH NEAR AYACUCHO, PERUVIAN "
                        + "MILITARY SOURCES SAID.");

        assertThat(place.name()).isEqualTo("Ayacucho");
        assertThat(place.countryCode()).isEqualTo("PE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Gunmen burned lorries and killed two drivers at Qarnabwe, on the road to the coast, in Kenya. | Qarnabwe | KE",
                "Gunmen killed two people in Qarnabwe, a farming village, in Kenya on Monday. | Qarnabwe | KE",
                "Two people were shot in Qarnabwe in Belgium on Monday. They had come from France. | Qarnabwe | BE",
                // Firms, shops, buses and languages.
                "Gunmen killed two guards at Bokomobwe on Monday in Nigeria. The firm is based in Lagos. | Lagos | NG",
                "Gunmen killed a manager at Telkombwe, the phone firm, in Indonesia on Monday. | | ID",
                "Gunmen killed two guards in Kwikbwe, a supermarket in Kenya, on Monday. | | KE",
                "A man stabbed a teacher to death in France on Monday, police said, quoting a note in Tamashwe. | | FR",
                // A town that a gazetteer has is named there.
                "A man who was born in Qarnabwe was shot dead in Mosul on Monday. | Mosul | IQ",
            })
    void shouldTakeARareNameForAVillageOnlyWhereTheTextGoesOnAsWithOne(String body, String name, String country) {
        assertPlace(body, name, country);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Boston police said two men were shot dead in a park on Monday. | Boston | TOWN",
                "Two men were shot dead in Indy on Monday, police in Indiana said. | Indianapolis | TOWN",
                "A man was shot dead in NYC on Monday, police said. | New York City | TOWN",
                "A man was shot dead in Washington, D.C., on Monday, police said. | Washington | TOWN",
                "Gunmen attacked the convoy of DC Kurram in Parachinar, Pakistan, on Sunday. | Parachinar | TOWN",
                "Two people were shot dead in Florida on Monday, police said. | Florida | REGION",
                "Two people were shot dead in Florida, New York, on Monday, police said. | Florida | TOWN",
            })
    void shouldAnswerByTheNameThatATownOrDivisionIsCountedUnder(String body, String name, Place.Precision precision) {
        assertThat(place(null, body)).returns(name, Place::name).returns(precision, Place::precision);
    }

    @Test
    void shouldFallBackOnTheDateline() {
        Place place = place(
                null,
                "KABUL, Feb 3 (Agency) - A suicide bomber blew himself up outside a ministry, killing six people.");

        assertThat(place.name()).isEqualTo("Kabul");
    }

    @Test
    void shouldReadADivisionWhoseWordIsSmall() {
        Place place = place(null, "Gunmen killed six villagers in Kaduna state on Monday.");

        assertThat(place.countryCode()).isEqualTo("NG");
        assertThat(place.precision()).isEqualTo(Place.Precision.REGION);
    }

    @Test
    void shouldTakeTheFirstTownOfARoad() {
        Place place = place(null, "Bandits killed four travellers on the Maiduguri-Damaturu highway on Monday.");

        assertThat(place.name()).isEqualTo("Maiduguri");
    }

    @Test
    void shouldNoteTheSiteInTheTown() {
        Place place =
                place(null, "A bomb exploded at the Karrada market in Baghdad on Monday, killing six Iraqi civilians.");

        assertThat(place.name()).isEqualTo("Baghdad");
        assertThat(place.site()).isEqualTo("Karrada market");
    }

    @Test
    void shouldReadAVillageThatNoGazetteerHas() {
        Place place = place(
                "Farmers shot",
                "BAGHDAD - Gunmen shot dead two farmers in the village of Qarn Zubayda in Diyala province on Friday, Iraqi "
                        + "police said.");

        assertThat(place.name()).isEqualTo("Qarn Zubayda");
        assertThat(place.admin1()).isEqualTo("Diyala");
        assertThat(place.latitude()).isNull();
        assertThat(place.precision()).isEqualTo(Place.Precision.TOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rebels in Nigeria burned two lorries at Qarnabwe, on the road to the coast.",
                "Rebels in Nigeria burned two lorries near Qarnabwe on Monday.",
                "Rebels in Nigeria burned two lorries in Qarnabwe.",
                "Rebels in Nigeria burned two lorries at Qarnabwe, 12 km south of the river.",
            })
    void shouldTakeARareNameBehindAWordThatPlacesForAVillage(String body) {
        assertThat(mentions(body)).extracting(Mention::name).containsExactly("nigeria", "qarnabwe");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rebels in Nigeria burned two lorries at Qarnabwe Hotel.",
                "Rebels in Nigeria burned two lorries at Qarnabwe company.",
                "Rebels in Nigeria burned two lorries near Qarnabwe Bridge on Monday.",
                "Rebels in Nigeria opened fire at Qarnabwe, and fled.",
                "Rebels in Nigeria killed a man, and rage at Qarnabwe, 34, a driver, grew.",
                "Rebels in Nigeria killed a man, and anger at Qarnabwe, who led them, grew.",
                "Rebels in Nigeria burned two lorries in Operation Qarnabwe.",
                "Rebels in Nigeria burned two lorries, a report in Qarnabwe Times said.",
                "Rebels in Nigeria burned two lorries, a report in Reuters said.",
            })
    void shouldTakeNoHotelCompanyPersonOrPaperForAVillage(String body) {
        assertThat(mentions(body)).extracting(Mention::name).containsExactly("nigeria");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Gunmen killed six people in Qarna Bulwe, a village near Kirkuk, Iraq, on Monday. | Qarna Bulwe | IQ",
                "Gunmen stormed the village of Qarna Bulwe, near Maiduguri, Nigeria, on Monday. | Qarna Bulwe | NG",
                "A bomb killed six people at a market in Qarna Bulwe, 40 km north of Kirkuk, on Monday. | Qarna Bulwe | IQ",
                "Gunmen attacked Qarna Bulwe, about 30 kilometres (20 miles) south of Kano, Nigeria. | Qarna Bulwe | NG",
                "Gunmen killed six people in Hawija, near Kirkuk in Iraq, on Monday. | Hawija | IQ",
                // Nothing but the town has a name.
                "Gunmen killed six people in a village near Kirkuk, Iraq, on Monday. | Kirkuk | IQ",
                "Gunmen attacked a convoy 30 km north of Kano, Nigeria, on Monday. | Kano | NG",
            })
    void shouldTakeTheVillageAndNotTheTownNearIt(String body, String name, String country) {
        assertPlace(body, name, country);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "QARNA BULWE, Iraq - A bomb killed six people outside a bank on Monday. | Qarna Bulwe | IQ",
                "Gunmen attacked Qarna Bulwe, Nigeria, on Monday, killing six people. | Qarna Bulwe | NG",
                "Rebels shelled Qarna Bulwe in Syria on Monday, killing six people. | Qarna Bulwe | SY",
                "Six people were killed by a bomb in Qarna Bulwe, a farming village in Iraq, on Monday. | Qarna Bulwe | IQ",
                "Gunmen attacked Hawija, Iraq, on Monday. Six people were killed. | Hawija | IQ",
                "Rebels tried to storm Qarna Bulwe in Syria on Monday, killing six people. | Qarna Bulwe | SY",
                // What is attacked need not be a place.
                "Gunmen attacked Victoria Park in Kano on Monday, killing six people in Nigeria. | Kano | NG",
            })
    void shouldTakeForAVillageWhatHeadsADatelineOrIsAttacked(String body, String name, String country) {
        assertPlace(body, name, country);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A bomb killed six people outside San Pedro prison in central Peshawar, Pakistan, on Monday. | Peshawar",
                "Six people were killed outside the Istanbul restaurant in Peshawar, Pakistan, on Monday. | Peshawar",
                "A bomb killed six people at Peshawar airport in Pakistan on Monday. | Peshawar",
            })
    void shouldNotTakeASiteForATownThatItIsCalledLike(String body, String name) {
        assertThat(place(null, body).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Soldiers captured Zubar Qarnan near Tikrit on Monday. | zubar qarnan",
                "Gunmen attacked Governor Qarnan in Iraq on Monday. | governor qarnan",
                "Rebels seized Zubar Qarnan, Iraq, on Monday. | zubar qarnan",
            })
    void shouldTakeNobodyWhoIsAttackedForAVillage(String body, String person) {
        assertThat(mentions(body)).extracting(Mention::name).isNotEmpty().doesNotContain(person);
    }

    @Test
    void shouldPutAVillageInTheAreaThatTheTextNamesBeforeATownNearIt() {
        Place place = place(
                null, "Rebels shelled Qarna Bulwe, near Aleppo. Six people died in Qarna Bulwe in Idlib province.");

        assertThat(place.name()).isEqualTo("Qarna Bulwe");
        assertThat(place.admin1()).isEqualTo("Idlib");
    }

    @Test
    void shouldFindAVillageAgainWhereItsNameStandsAlone() {
        assertThat(mentions("The village of Qarn Zubayda in Iraq lies in ruins. Qarn Zubayda was shelled again."))
                .extracting(Mention::name)
                .containsExactly("qarn zubayda", "iraq", "qarn zubayda");
    }

    @Test
    void shouldTellAProvinceFromItsSeat() {
        Place place = place(
                "Herders shot in north",
                "Gunmen on motorcycles shot dead seven herders in Raqqa province in northern Syria on Sunday night.");

        assertThat(place.admin1()).isEqualTo("Raqqa");
        assertThat(place.precision()).isEqualTo(Place.Precision.REGION);
    }

    @Test
    void shouldBelieveTheTextWhereATownLies() {
        Place place = place(
                "Army post overrun",
                "NIAMEY - Gunmen attacked an army post at Abala, in Niger's Tillabéri region, at dawn and killed nine "
                        + "soldiers, residents of Abala said.");

        assertThat(place.name()).isEqualTo("Abala");
        assertThat(place.countryCode()).isEqualTo("NE");
    }

    @Test
    void shouldReadAnotherSpellingOfATownInACountryThatIsNamed() {
        assertThat(mentions("A bomb went off in the Syrian city of Qameshly."))
                .filteredOn(mention -> mention.name().equals("qameshly"))
                .flatExtracting(Mention::senses)
                .extracting(sense -> sense.toponym().name())
                .containsExactly("Al Qāmishlī");
        assertThat(mentions("A bomb went off in the Colombian city of Qameshly."))
                .filteredOn(mention -> mention.name().equals("qameshly"))
                .flatExtracting(Mention::senses)
                .extracting(sense -> sense.toponym().kind())
                .containsExactly(Toponym.Kind.UNLISTED);
    }

    @Test
    void shouldTakeNoAcronymPeopleOrDayForAPlace() {
        assertThat(mentions("Fighters of the SDF and the UN met in a Kurdish town on Friday."))
                .isEmpty();
    }

    @Test
    void shouldPreferATownToItsCountryWhenItIsNearlyAsLikely() {
        Toponym iraq = GAZETTEER.country("IQ").orElseThrow();
        Toponym mosul = GAZETTEER.named("Mosul").get(0);

        assertThat(NarrowestPlace.of(java.util.Map.of(iraq, 0.6, mosul, 0.4))).hasValue(mosul);
        assertThat(NarrowestPlace.of(java.util.Map.of(iraq, 0.9, mosul, 0.1))).hasValue(iraq);
    }

    @Test
    void shouldCountForADivisionAllThatLiesInItAndOfNamesakesTheLikeliest() {
        Toponym damascus = town("Damascus", "SY");
        Toponym maryland = town("Damascus", "US");
        Toponym aleppo = town("Aleppo", "SY");
        Toponym idlib = town("Idlib", "SY");
        Toponym mosul = town("Mosul", "IQ");

        assertThat(NarrowestPlace.of(java.util.Map.of(mosul, 0.4, aleppo, 0.35, idlib, 0.25)))
                .hasValue(aleppo);
        assertThat(NarrowestPlace.of(java.util.Map.of(damascus, 0.6, maryland, 0.4)))
                .hasValue(damascus);
    }

    @Test
    void shouldPutEachAttackInTheCityThatItsSentenceDescribes() {
        Document document = TextReader.read(
                "Bomb kills five at Kandahar bank",
                "KABUL, Aug 23 - A bomb killed five people at a bank in the southern Afghan city of Kandahar on Tuesday, the"
                        + " governor of Kandahar said. Kandahar is the largest city of the south. On Monday, gunmen on a"
                        + " motorcycle shot dead a judge in the northern city of Kunduz, the police said.");
        List<Attack> attacks = ATTACKS.find(document);
        PlaceOfAttack.Article places = PLACES.read(document, new AttackSentences(document, attacks), Publisher.UNKNOWN);

        assertThat(attacks)
                .extracting(attack -> places.of(attack).orElseThrow().name())
                .containsExactly("Kandahār", "Kunduz");
    }

    private static java.util.List<Mention> mentions(String body) {
        return new MentionFinder(GAZETTEER, Nations.load(), Actors.load())
                .find(document(body)).stream()
                        .filter(mention -> !mention.adjective())
                        .toList();
    }

    private static Toponym town(String name, String country) {
        return GAZETTEER.named(name).stream()
                .filter(t -> t.country().equals(country) && t.kind().isTown())
                .findFirst()
                .orElseThrow();
    }

    private static Document document(String body) {
        return TextReader.read(null, body);
    }

    private static Place place(@org.jspecify.annotations.Nullable String title, String body) {
        Document document = TextReader.read(title, body);
        List<Attack> attacks = ATTACKS.find(document);
        return PLACES.read(document, new AttackSentences(document, attacks), Publisher.UNKNOWN)
                .of(attacks.get(0))
                .orElseThrow();
    }

    private static void assertPlace(String body, String name, String country) {
        Place place = place(null, body);

        assertThat(place.name()).isEqualTo(name);
        assertThat(place.countryCode()).isEqualTo(country);
    }
}
