package org.tocsin.coder.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tocsin.coder.AttackType;
import org.tocsin.coder.Perpetrator;
import org.tocsin.coder.Target;
import org.tocsin.coder.TargetType;
import org.tocsin.coder.incident.Attack;
import org.tocsin.coder.incident.Trigger;
import org.tocsin.coder.place.Actors;
import org.tocsin.coder.place.Nations;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.TextReader;

class RoleReaderTest {
    static final RoleReader READER = RoleReader.load(Actors.load(), Nations.load());

    @Test
    void shouldFindWhoDidWhatToWhomInAPassiveSentence() {
        Roles roles = read("Two policemen were killed on Friday by gunmen who opened fire.");

        assertThat(roles.targets()).extracting(Target::text).containsExactly("Two policemen");
        assertThat(roles.targets()).extracting(Target::type).containsExactly(TargetType.POLICE);
        assertThat(roles.perpetrators()).extracting(Perpetrator::text).containsExactly("gunmen");
        assertThat(roles.perpetrators()).extracting(Perpetrator::kind).containsExactly(Perpetrator.Kind.UNKNOWN_GROUP);
    }

    @Test
    void shouldFindThemInAnActiveSentence() {
        Roles roles = read("Rebels attacked a police station in the north, killing a guard.");

        assertThat(roles.perpetrators()).extracting(Perpetrator::text).containsExactly("Rebels");
        assertThat(roles.targets()).extracting(Target::text).contains("police station", "guard");
    }

    @Test
    void shouldFindAnArmyThatAttacksFromTheAir() {
        Roles roles =
                read("Government warplanes carried out air strikes on a market in the town, killing 14 civilians.");

        assertThat(roles.perpetrators()).extracting(Perpetrator::text).contains("Government warplanes");
        assertThat(roles.targets()).extracting(Target::text).contains("14 civilians");
    }

    @Test
    void shouldReportWhoTheTextSaysWasMeantOrDied() {
        assertThat(targets("A bomb went off in a street, wounding two people. The bomb was meant for a banker."))
                .contains("banker");
        assertThat(targets("A bomb killed six people in the town. The dead were miners."))
                .contains("six people", "miners");
    }

    @Test
    void shouldReportNothingThatWasSpared() {
        assertThat(targets("Gunmen shot two soldiers in the town. The bank was not damaged."))
                .containsExactly("two soldiers");
        assertThat(targets("A bomb killed two soldiers in the town. None of the tourists was hurt."))
                .containsExactly("two soldiers");
    }

    @Test
    void shouldTakeNoneOfTheAttackersForTheirVictims() {
        assertThat(targets(
                        "Gunmen opened fire in a clinic, killing four nurses. Police shot dead two of the attackers."))
                .contains("four nurses")
                .doesNotContain("two of the attackers");
    }

    @Test
    void shouldReadOnBehindAClauseThatSaysWhoTheyAre() {
        assertThat(doers("Gunmen who had set up a checkpoint abducted three customs officers."))
                .containsExactly("Gunmen");
        assertThat(doers("Gunmen riding in a car fired at a former commander near the silo."))
                .containsExactly("Gunmen");
    }

    @Test
    void shouldNotTakeNoGroupForTheDoer() {
        assertThat(doers("A bomb killed four soldiers in the town on Monday. No group claimed the attack."))
                .isEmpty();
    }

    @Test
    void shouldFindWhoIsBlamedFurtherOn() {
        assertThat(doers("Police blamed Monday's blast at a bakery in Mandera on al-Shabaab."))
                .containsExactly("al-Shabaab");
        assertThat(doers("The attack on the barracks in Djibo on Monday was the work of JNIM, a military source said."))
                .containsExactly("JNIM");
    }

    @Test
    void shouldPassOverThePagesKeywords() {
        Roles roles = read(
                "Tags Syria Aleppo Rebels Islamic State A car bomb killed 12 people at a market in Azaz on Monday.");

        assertThat(roles.perpetrators()).isEmpty();
        assertThat(roles.targets()).extracting(Target::text).contains("12 people");
    }

    @Test
    void shouldReadTextInCapitals() {
        Roles roles = read("UNIDENTIFIED GUNMEN MURDERED JUDGE PEDRO QUIROZALBA AS HE LEFT HIS HOME.");

        assertThat(roles.targets()).extracting(Target::text).contains("JUDGE PEDRO QUIROZALBA");
        assertThat(roles.perpetrators()).extracting(Perpetrator::text).containsExactly("UNIDENTIFIED GUNMEN");
    }

    @Test
    void shouldReportOneEntityOnceUnderItsFullestName() {
        Roles roles = read("Mayor Tomas Belgarov was assassinated on Monday. Belgarov was shot by two men."
                + " The mayor was killed outside his office.");

        assertThat(roles.targets())
                .filteredOn(target -> target.kind() == Target.Kind.HUMAN)
                .extracting(Target::text)
                .containsExactly("Mayor Tomas Belgarov");
    }

    @Test
    void shouldReadAVerbAfterTo() {
        Roles roles = read("Two gunmen tried to kill Mayor Tomas Belgarov on Monday.");

        assertThat(roles.targets()).extracting(Target::text).containsExactly("Mayor Tomas Belgarov");
        assertThat(roles.perpetrators()).extracting(Perpetrator::text).containsExactly("Two gunmen");
    }

    @Test
    void shouldFindWhoStagedAnAttack() {
        Roles roles = read("Rebels staged an attack on a police station in the north, killing a guard.");

        assertThat(roles.perpetrators()).extracting(Perpetrator::text).containsExactly("Rebels");
        assertThat(roles.targets()).extracting(Target::text).contains("police station");
    }

    @Test
    void shouldReadAVerbWithItsParticle() {
        Roles roles = read("Guerrillas blew up a bridge on Tuesday. The attack was carried out by the Red Column.");

        assertThat(roles.targets()).extracting(Target::text).contains("bridge");
        assertThat(roles.perpetrators()).extracting(Perpetrator::text).contains("Guerrillas", "Red Column");
    }

    @Test
    void shouldTellOneHarmedPersonFromSeveral() {
        Roles roles = read("A bomb killed four medics in the town. Doctor Omar Said, a medic, said it fell at noon.");

        assertThat(roles.targets()).extracting(Target::text).contains("four medics");
    }

    @Test
    void shouldNotTakeTheCountryOfAnAttackForItsDoer() {
        assertThat(read("Ten civilians were killed in the Syria bombing on Monday.")
                        .perpetrators())
                .isEmpty();
    }

    @Test
    void shouldGiveSoldiersOfOneCountryOneTypeAndNationality() {
        for (String troops : List.of("American troops", "US soldiers", "U.S. forces")) {
            Roles roles = read("Gunmen attacked " + troops + " near the town on Monday, wounding two of them.");

            assertThat(roles.targets())
                    .as(troops)
                    .anyMatch(target -> target.text().equals(troops)
                            && target.type() == TargetType.MILITARY
                            && "US".equals(target.nationality()));
        }
    }

    @Test
    void shouldNotTakeWhoTellsItForATarget() {
        Roles roles = read("A roadside bomb killed two soldiers in the north, a police colonel in the town said.");

        assertThat(roles.targets()).extracting(Target::text).containsExactly("two soldiers");
    }

    @Test
    void shouldFindThoseOfWhomSomeWereHarmed() {
        Roles roles = read("A bomb went off beside US soldiers in Mosul, breaking windows and wounding one of them.");

        assertThat(roles.targets()).extracting(Target::text).contains("US soldiers");
    }

    @Test
    void shouldNotCountAPartBesideTheWhole() {
        Roles roles = read("A car bomb killed 13 people in a market on Monday, two of them women.");

        assertThat(roles.targets())
                .extracting(Target::text)
                .contains("13 people")
                .doesNotContain("women");
    }

    @Test
    void shouldNotCountThoseWhoAreToldOfByAgeOrSexBesideTheWhole() {
        for (String text : List.of(
                "At least 24 people including five children and two women were killed in a bomb attack on the market.",
                "Militants fired rockets at the town, killing three teachers among them a woman and injuring four others.",
                "Six civilians were killed, among them four children and a woman, in rocket attacks on Monday.")) {
            assertThat(read(text).targets())
                    .as(text)
                    .extracting(Target::text)
                    .anyMatch(target -> target.matches("24 people|three teachers|Six civilians"))
                    .noneMatch(target -> target.matches(".*(woman|women|children)"));
        }
    }

    @Test
    void shouldTakeATownByItsNameForThePlaceWhereSomebodyWasHit() {
        assertThat(read("Rockets hit the al-Zahran neighbourhood on Monday, killing four civilians.")
                        .targets())
                .extracting(Target::text)
                .containsExactly("four civilians");
    }

    @Test
    void shouldTakeATownByItsNameForTheTargetWhereNothingElseWasHit() {
        assertThat(read("Two rockets struck al-Zahran neighbourhood on Monday, wounding nobody.")
                        .targets())
                .extracting(Target::text)
                .containsExactly("al-Zahran neighbourhood");
    }

    @Test
    void shouldNotTakeATownWithoutANameForATargetBesideOthers() {
        assertThat(read("Planes bombed a rebel-held town on Monday, killing four civilians.")
                        .targets())
                .extracting(Target::text)
                .containsExactly("four civilians");
        assertThat(read("Gunmen attacked a village on Monday.").targets())
                .extracting(Target::text)
                .containsExactly("village");
        assertThat(read("Planes bombed a residential district on Monday, killing four civilians.")
                        .targets())
                .extracting(Target::text)
                .contains("residential district");
    }

    @Test
    void shouldNotNameAHelicopterBesideThoseWhoseItIs() {
        Roles roles =
                read("Government forces bombed a hospital in the town on Monday. A helicopter dropped barrel bombs"
                        + " on the hospital, and government forces shelled it, killing ten patients.");

        assertThat(roles.perpetrators())
                .extracting(Perpetrator::text)
                .contains("Government forces")
                .doesNotContain("helicopter");
    }

    @Test
    void shouldNotTakeFightersWhoWereBlownUpForDoers() {
        String text = "Thirty militants of the Red Column were killed in an explosion inside a mosque.";

        assertThat(read(text).targets()).extracting(Target::text).contains("Thirty militants of the Red Column");
        assertThat(read(text).perpetrators()).isEmpty();
        assertThat(read(text + " A leader of the group died, too.").perpetrators())
                .isEmpty();
    }

    @Test
    void shouldNameTheGroupAndNotTheBomberWhomItSent() {
        Roles roles = read(
                "A suicide bomber attacked a bank on Monday, killing five people."
                        + " Al-Shabaab claimed responsibility for the attack, and Al-Shabaab attacked a hotel in the town later.");

        assertThat(roles.perpetrators()).extracting(Perpetrator::text).containsExactly("Al-Shabaab");
    }

    @Test
    void shouldGiveWhoIsNamedOutsideTheAttacksToTheMainOneOnly() {
        Document document = TextReader.read(
                null,
                "A market was bombed on Monday. A school was shelled on Tuesday. Rebels attacked the market and killed"
                        + " ten farmers, and rebels fired mortars at it, police said.");
        Attack market = attack(List.of(0));
        Attack school = attack(List.of(1));
        RoleReader.Article article = READER.read(document, List.of(market, school));

        assertThat(article.of(market).perpetrators())
                .extracting(Perpetrator::text)
                .containsExactly("Rebels");
        assertThat(article.of(school).perpetrators()).isEmpty();
    }

    @Test
    void shouldBoundItsWorkOnALongText() {
        Document document = TextReader.read(null, "Gunmen killed a farmer. ".repeat(5000));

        Roles roles = READER.read(document, List.of(attack(document))).of(attack(document));

        assertThat(roles.targets()).extracting(Target::text).containsExactly("farmer");
    }

    static Roles read(String text) {
        Document document = TextReader.read(null, text);
        return READER.read(document, List.of(attack(document))).of(attack(document));
    }

    private static List<String> targets(String text) {
        return read(text).targets().stream().map(Target::text).toList();
    }

    private static List<String> doers(String text) {
        return read(text).perpetrators().stream().map(Perpetrator::text).toList();
    }

    static Attack attack(Document document) {
        return attack(IntStream.range(0, document.sentences().size()).boxed().toList());
    }

    private static Attack attack(List<Integer> sentences) {
        return new Attack(List.of(new Trigger(sentences.get(0), 0, AttackType.ARMED_ASSAULT, 1)), sentences);
    }
}
