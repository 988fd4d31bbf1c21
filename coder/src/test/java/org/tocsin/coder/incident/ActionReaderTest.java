package org.tocsin.coder.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.TextReader;

/** What an attack was, where the text names events and arms beside each other. */
class ActionReaderTest {
    private final AttackFinder finder = AttackFinder.load();
    private final ActionReader reader = ActionReader.load();

    @Test
    void shouldNotTakeArmsThatWereFoundForWhatWasDone() {
        assertThat(action("Gunmen opened fire on a police post near Lashkar Gah on Sunday, killing two constables. "
                        + "Soldiers later recovered a rifle, five hand grenades and a bomb from the gunmen's car."))
                .isEqualTo(Action.SHOOTING);
        assertThat(
                        action(
                                "Militants killed a village head in Pattani on Monday. Three grenades were found at the scene."))
                .isEqualTo(Action.KILLING);
    }

    @Test
    void shouldNameAnAttackByTheArmWhereTheTextSaysOnlyThatThereWasOne() {
        assertThat(action("Militants attacked a checkpoint near Mopti with grenades on Sunday, killing two soldiers."))
                .isEqualTo(Action.GRENADE);
        assertThat(action("A bomb destroyed a bank branch in Cali on Friday night, police said."))
                .isEqualTo(Action.BOMBING);
    }

    @Test
    void shouldNameAnAttackByItsEventWhateverArmsWereCarried() {
        assertThat(action("Six gunmen kidnapped a mayor near Kaduna on Tuesday. The gunmen carried rocket launchers."))
                .isEqualTo(Action.KIDNAPPING);
    }

    @Test
    void shouldLeaveAsideWhatIsToldOnceAmongMuchElse() {
        assertThat(
                        action(
                                "Two men were shot dead outside a club in Tulsa on Sunday. The gunman opened fire after a "
                                        + "quarrel and shot both in the chest. A guard was also shot. A neighbour had heard an explosion."))
                .isEqualTo(Action.SHOOTING);
    }

    @Test
    void shouldNotCallAnAmbushArsonForTheVehiclesThatBurnt() {
        assertThat(action(
                        "Gunmen ambushed an army convoy near Gao on Monday, killing five soldiers and wounding eight. "
                                + "The gunmen opened fire from both sides of the road. Two trucks were set on fire."))
                .isNotIn(Action.ARSON);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KIDNAPPING | Gunmen took eleven girls from a school near Birnin on Monday. Their parents followed on foot.",
                "KIDNAPPING | A surgeon was seized by masked men outside his clinic in Enugu on Monday.",
                "KIDNAPPING | Armed men led away the chief of a village near Gao on Monday night.",
                "HOSTAGE_TAKING | Gunmen took a bank manager and his son hostage in Cebu on Monday. They want a plane.",
                "RAMMING | A man drove a lorry into a group of pilgrims in Lyon on Monday, killing four.",
                "MOB | A crowd beat a suspected thief to death in Mwanza on Monday.",
                "SHELLING | A tank fired at a farm near Donetsk on Monday. Two people were killed.",
                "AIR_STRIKE | Helicopters fired rockets at a village near Sagaing on Monday, killing six people.",
                "AIR_STRIKE | Two glide bombs hit a bakery in Kupiansk on Monday, killing six people.",
                "SUICIDE_BOMBING | A man drove a van packed with explosives into a barracks in Gao on Monday. Nine soldiers died.",
                "SUICIDE_BOMBING | A driver blew up his car at a checkpoint in Mosul on Monday, killing nine soldiers.",
                "BOMBING | Men blew up a car of the police in Mosul on Monday, killing nine officers.",
                "CHEMICAL | Helicopters dropped barrels of chlorine on a village near Hama on Monday. Two children died.",
                "KILLING | Herders killed nine farmers near Jos on Monday. Nine huts were burned.",
                "ARSON | Men set fire to a church near Jos on Monday, killing three people.",
                "STABBING | Ten villagers hacked to death in Beni on Monday, police said.",
                "MOB | Villagers hacked a suspected thief to death in Mwanza on Monday.",
                "BOMBING | A bus hit a mine near Gao on Monday. Nine passengers were killed."
            })
    void shouldNameAnAttackByWhatItsWordsSayTogether(Action action, String text) {
        assertThat(action(text)).isEqualTo(action);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rebels seized a town near Gao on Monday and killed nine soldiers.",
                "Gunmen killed nine guards of a bank in Gao on Monday and freed a hostage.",
                "Rebels took the village from soldiers on Monday. Nine soldiers were killed."
            })
    void shouldNotCallItKidnappingWhenPlacesAreTaken(String text) {
        assertThat(action(text)).isNotIn(Action.KIDNAPPING, Action.HOSTAGE_TAKING);
    }

    private Action action(String text) {
        Document document = TextReader.read(null, text);
        return reader.of(document, finder.find(document).get(0));
    }
}
