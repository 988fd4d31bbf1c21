package org.tocsin.coder.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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

    private Action action(String text) {
        Document document = TextReader.read(null, text);
        return reader.of(document, finder.find(document).get(0));
    }
}
