package org.tocsin.coder.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
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
