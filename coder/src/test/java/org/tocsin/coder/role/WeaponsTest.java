package org.tocsin.coder.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.coder.Target;
import org.tocsin.coder.Weapon;
import org.tocsin.coder.WeaponType;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.TextReader;

/** With what an attack was made: what is a weapon by its words, and which of those named is reported. */
class WeaponsTest {
    @Test
    void shouldTellTheWeapon() {
        Roles roles = RoleReaderTest.read("A car bomb exploded outside the embassy in the capital, wounding a guard.");

        assertThat(roles.weapons()).containsExactly(new Weapon("car bomb", WeaponType.VEHICLE_BOMB));
    }

    @Test
    void shouldKnowWeaponsInAPluralThatTheWordListLacks() {
        assertThat(weapons("The men fired submachineguns at the bus.")).containsExactly("submachineguns");
    }

    @Test
    void shouldTakeAChargeAndWhatItIsMadeOfForOneWeapon() {
        assertThat(weapons("A powerful charge of dynamite destroyed the bridge."))
                .containsExactly("A powerful charge of dynamite");
    }

    @Test
    void shouldTakeWhatAWeaponFiresForTheWeapon() {
        assertThat(weapons("Two drivers were killed by machinegun fire.")).containsExactly("machinegun fire");
        assertThat(weapons("The raiders fired small arms at a house.")).containsExactly("small arms");
        assertThat(weapons("The first round of talks ended in a fire.")).doesNotContain("fire", "talks");
    }

    @Test
    void shouldSeeABombThatIsWrittenAsOneWordWithItsCar() {
        assertThat(weapons("A car-bomb exploded outside the bank.")).containsExactly("car-bomb");
        assertThat(weapons("A lorry-bomb wounded two guards.")).containsExactly("lorry-bomb");
    }

    @Test
    void shouldTellALandMineFromOneThatIsDug() {
        for (String text : List.of(
                "A lorry hit a mine near the bridge.",
                "Two farmers were killed by a mine near the bridge.",
                "A girl stepped on a mine near the bridge.",
                "A bus drove over an old mine near the bridge.",
                "Three soldiers died when a mine exploded near the bridge.",
                "Two farmers were killed by a mine blast near the bridge.",
                "A mine planted by rebels wounded a nurse.")) {
            assertThat(weapons(text)).as(text).anyMatch(weapon -> weapon.contains("mine"));
        }
        for (String mine : List.of("anti-tank mine", "land mine", "roadside mine", "landmine")) {
            assertThat(weapons("Rebels left a " + mine + " near the bridge.")).containsExactly(mine);
        }
        for (String text : List.of(
                "Gunmen raided a gold mine near the bridge.",
                "Bandits attacked a marble mine on Sunday and killed six miners.",
                "Gunmen attacked a mine on Sunday, killing five miners.",
                "Gunmen at the mine killed two guards.",
                "Mine workers were killed by bandits on Sunday.",
                "The guards were paid by mine owners on Sunday.",
                "A mine was stormed by bandits on Sunday.")) {
            assertThat(weapons(text)).as(text).isEmpty();
        }
    }

    @Test
    void shouldNotTakePartsOfAmmunitionForArms() {
        assertThat(weapons("Police found a fuse and two cartridges near the gate."))
                .isEmpty();
    }

    @Test
    void shouldReportABombOnceThatIsTakenUpByAGeneralWord() {
        assertThat(arms("A car bomb exploded outside the bank. The device killed a guard."))
                .containsExactly("car bomb");
        assertThat(arms("A car bomb exploded outside the bank. Another device killed a guard."))
                .containsExactly("car bomb", "device");
        assertThat(arms("The device exploded outside the bank, killing a guard."))
                .containsExactly("device");
    }

    @Test
    void shouldKeepTheWeaponOfTheAttackThatWasSeizedBeforeOrAfter() {
        assertThat(weapons("Police recovered a bomb that had been planted at a church and defused it."))
                .containsExactly("bomb");
        assertThat(weapons("Gunmen shot dead a trader. Police recovered a pistol from the scene."))
                .containsExactly("pistol");
        assertThat(weapons("A prisoner grabbed an officer's pistol and killed two guards."))
                .isNotEmpty();
        assertThat(weapons("Attackers stole dynamite from a mine and blew up a bridge."))
                .containsExactly("dynamite");
    }

    @Test
    void shouldTakeAVehicleThatIsDrivenIntoPeopleForTheWeapon() {
        for (String text : List.of(
                "A man drove a van into a crowd in the town, killing three people.",
                "A man rammed a van into the gate of a barracks, killing three soldiers.",
                "A van was driven at worshippers outside the mosque, killing two men.",
                "A van slammed into a crowd in the town, killing three people.",
                "A van rammed a bus in the town, killing three people.",
                "A van ploughed into a market in the town, killing three people.",
                "A man drove a van into a group of pedestrians, killing three people.")) {
            assertThat(weapons(text)).as(text).contains("van");
        }
        for (String text : List.of(
                "The attackers drove a van into a garage and killed a guard.",
                "Gunmen attacked a van near the town.",
                "The van, hit by a roadside bomb, crashed into a house and two people died.",
                "The van, hit by a roadside bomb, ploughed into a house and two people died.",
                "A van hit by a roadside bomb ploughed into a crowd.",
                "A van slammed into a bus near the town, killing three people.",
                "The attackers fled in a van after they had driven into town.",
                "Gunmen drove a van through the hills and killed two farmers.")) {
            assertThat(weapons(text)).as(text).doesNotContain("van");
        }
    }

    @Test
    void shouldTellThatThoseAVehicleIsDrivenIntoWereAttacked() {
        Roles roles = RoleReaderTest.read("A man drove a van into a crowd in the town, killing three people.");

        assertThat(roles.targets()).extracting(Target::text).contains("crowd");
        assertThat(roles.weapons()).containsExactly(new Weapon("van", WeaponType.VEHICLE));
    }

    @Test
    void shouldTakeAVehicleAndTheExplosivesInItForOneBomb() {
        for (String bomb : List.of(
                "truck packed with explosives",
                "car loaded with 50 kilos of dynamite",
                "motorcycle that was rigged with explosives")) {
            Roles roles = RoleReaderTest.read("A " + bomb + " blew up outside a bank, killing three people.");

            assertThat(roles.weapons()).as(bomb).containsExactly(new Weapon(bomb, WeaponType.VEHICLE_BOMB));
        }
        assertThat(weapons("Rebels burned a truck loaded with grain.")).isEmpty();
        assertThat(weapons("A truck loaded with rifles was stopped by police.")).containsExactly("rifles");
        assertThat(weapons("Police stopped a car filled with")).isEmpty();
    }

    @Test
    void shouldReportAVehicleBombOnceThatIsNamedByItsVehicle() {
        assertThat(arms("A van bomb wounded two guards. A van packed with explosives blew up outside the bank."))
                .hasSize(1);
    }

    @Test
    void shouldLeaveOutArmsThatWereFoundWhenOthersWereUsed() {
        assertThat(arms("A man stabbed three people with a knife, killing one. Police seized two grenades in a house."))
                .containsExactly("knife");
        assertThat(arms("Gunmen fired pistols at a bus, killing a nurse. A bomb found at the station was defused."))
                .containsExactly("pistols");
    }

    @Test
    void shouldKeepArmsThatWereFoundWhenTheyMayHaveBeenUsed() {
        assertThat(arms("A bomb exploded at a bank, wounding a guard. Police found two grenades at the bank."))
                .contains("two grenades");
        assertThat(arms("Gunmen attacked a village and killed four farmers. Police found a rifle used in the attack."))
                .containsExactly("rifle");
        assertThat(arms("Rebels planted a bomb at a church. Police found the bomb and defused it."))
                .containsExactly("bomb");
    }

    @Test
    void shouldKeepABombThatWasDefusedWhereThereWasShooting() {
        assertThat(arms("Gunmen fired pistols at a church, killing a nurse. A bomb was defused at the church."))
                .contains("bomb");
    }

    @Test
    void shouldLeaveOutArmsOfGuards() {
        assertThat(
                        arms(
                                "Rebels killed three nurses with machetes. Police armed with assault rifles guarded the clinic."))
                .containsExactly("machetes");
        assertThat(arms("Rebels killed three nurses with machetes. Soldiers with machine guns stood at the gate."))
                .containsExactly("machetes");
        assertThat(arms("Soldiers with machine guns killed three nurses in a village."))
                .containsExactly("machine guns");
        assertThat(arms("Soldiers killed three nurses in a village. The soldiers were armed with machine guns."))
                .containsExactly("machine guns");
    }

    @Test
    void shouldTellAMineThatWasRunOver() {
        assertThat(weapons("A bus ran over a mine near the bridge.")).containsExactly("mine");
        assertThat(weapons("Bandits killed the men who ran a mine near the bridge."))
                .isEmpty();
    }

    private static List<String> arms(String text) {
        return RoleReaderTest.read(text).weapons().stream().map(Weapon::text).toList();
    }

    private static List<String> weapons(String text) {
        Document document = TextReader.read(null, text);
        return RoleReaderTest.READER.candidates(document, List.of(RoleReaderTest.attack(document))).stream()
                .filter(candidate -> candidate.fits(Role.WEAPON))
                .map(Candidate::text)
                .toList();
    }
}
