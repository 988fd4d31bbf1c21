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

/** Whom an attack was meant for, and whom it only hit. */
class IntentionTest {
    private static final RoleReader READER = RoleReader.load(Actors.load(), Nations.load());

    @Test
    void shouldTakeWhomARelativeClauseSaysWasTargeted() {
        Roles roles = read("The minister condemned an attack on Friday that targeted French soldiers in Gao.");

        assertIntended(roles, "French soldiers", TargetType.MILITARY, "FR");
        assertThat(roles.perpetrators()).extracting(Perpetrator::text).noneMatch(text -> text.contains("French"));
    }

    @Test
    void shouldTakeTheForcesBasedAtThePlaceThatWasFiredAt() {
        Roles roles = read("Two rockets were fired on Monday at the airport of Irbil, where British troops training the"
                + " Kurdish army are stationed, wounding two passengers.");

        assertIntended(roles, "British troops", TargetType.MILITARY, "GB");
        assertThat(texts(roles, Target.Role.INTENDED)).containsExactly("British troops");
        assertThat(texts(roles, Target.Role.VICTIM)).containsExactly("two passengers");
    }

    @Test
    void shouldTakeTheForcesThatABaseHouses() {
        Roles roles = read("A drone hit a base housing US troops on Tuesday.");

        assertIntended(roles, "US troops", TargetType.MILITARY, "US");
    }

    @Test
    void shouldTakeWhoCameUnderFire() {
        Roles roles = read("An army patrol came under heavy fire near the bridge on Sunday, the governor said.");

        assertThat(texts(roles, Target.Role.INTENDED)).containsExactly("army patrol");
    }

    @Test
    void shouldTakeWhoWasFiredOnInAHeadline() {
        Roles roles = read("Turkish patrol fired on outside Jarablus.");

        assertIntended(roles, "Turkish patrol", TargetType.MILITARY, "TR");
    }

    @Test
    void shouldNotTakeTheShotForTheShooters() {
        Roles roles = read("Two soldiers shot dead at a ferry landing.");

        assertThat(roles.perpetrators()).isEmpty();
        assertThat(roles.targets()).extracting(Target::text).contains("Two soldiers");
    }

    @Test
    void shouldTakeHarmedSoldiersForWhatWasStruckWhenNobodyIsAimedAt() {
        Roles roles = read("A mine exploded under a lorry on Thursday. Three Malian soldiers were killed.");

        assertThat(texts(roles, Target.Role.STRUCK)).contains("Three Malian soldiers");
    }

    @Test
    void shouldTellPoliceOfficersFromThoseOfTheArmy() {
        Roles police = read("Gunmen attacked the police at dawn. Two officers were killed by the gunmen, police said.");
        Roles army = read("Gunmen attacked soldiers at dawn. Two officers were killed by the gunmen.");

        assertThat(type(police, "Two officers")).isEqualTo(TargetType.POLICE);
        assertThat(type(army, "Two officers")).isEqualTo(TargetType.MILITARY);
    }

    private static void assertIntended(Roles roles, String text, TargetType type, String nationality) {
        assertThat(roles.targets())
                .filteredOn(target -> target.text().equals(text))
                .singleElement()
                .satisfies(target -> {
                    assertThat(target.role()).isEqualTo(Target.Role.INTENDED);
                    assertThat(target.type()).isEqualTo(type);
                    assertThat(target.nationality()).isEqualTo(nationality);
                });
    }

    private static TargetType type(Roles roles, String text) {
        return roles.targets().stream()
                .filter(target -> target.text().equals(text))
                .map(Target::type)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(Roles roles, Target.Role role) {
        return roles.targets().stream()
                .filter(target -> target.role() == role)
                .map(Target::text)
                .toList();
    }

    private static Roles read(String text) {
        Document document = TextReader.read(null, text);
        List<Integer> sentences =
                IntStream.range(0, document.sentences().size()).boxed().toList();
        Trigger trigger = new Trigger(0, 0, AttackType.ARMED_ASSAULT, 1);
        Attack attack = new Attack(List.of(trigger), sentences);
        return READER.read(document, List.of(attack)).of(attack);
    }
}
