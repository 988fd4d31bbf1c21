package org.tocsin.coder.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.coder.Stage;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.TextReader;

class StageReaderTest {
    private static final AttackFinder FINDER = AttackFinder.load();
    private static final ActionReader ACTIONS = ActionReader.load();
    private static final StageReader STAGES = StageReader.load();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ACCOMPLISHED | A bomb exploded at a bank on Monday and wounded nine people. The attackers escaped.",
                "ACCOMPLISHED | Gunmen killed four guards before soldiers repelled the attack on the dam.",
                "ACCOMPLISHED | Rockets hit the depot on Monday. No one was hurt.",
                "ATTEMPTED | A pipe bomb was thrown at a patrol on Monday but failed to explode. Nobody was hurt.",
                "ATTEMPTED | The minister survived an assassination attempt on Sunday; a bodyguard was wounded.",
                "ATTEMPTED | Shots were fired at the bishop on Monday but he escaped unhurt.",
                "FOILED | Guards repelled an attack on the power station on Friday. No one was injured.",
                "FOILED | Police defused a bomb that had been planted under a bridge by separatists on Tuesday.",
                "ATTEMPTED | Gunmen tried to assassinate a bishop on Sunday as he left his church. He was shot in the arm and wounded.",
                "ATTEMPTED | Gunmen opened fire on the car of a senator on Monday. He was not hit.",
                "ATTEMPTED | Rebels fired a rocket at the airport on Monday. It missed and fell into a field.",
                "FOILED | A guard shot dead a suicide bomber on Friday before he could detonate his vest at a school.",
                "FOILED | Soldiers beat back an attack on their base on Friday. Nine militants were killed.",
                "FOILED | Sailors overpowered a man who was trying to set off a bomb on a ferry on Friday.",
                "FOILED | A parcel bomb sent to an editor on Friday was blown up by army experts. It could have killed dozens.",
                "ACCOMPLISHED | Rebels attacked a base on Friday. Nine rebels and a soldier were killed before the attack was repelled.",
                "ACCOMPLISHED | Nine drones were launched at a port on Friday. Eight were shot down, and one hit a silo.",
                "ACCOMPLISHED | Militants attacked a post on Friday and burned a truck. The army repelled the attack.",
                "ACCOMPLISHED | Gunmen attacked a farm on Friday. They drove off in a stolen van.",
                "ACCOMPLISHED | Gunmen raided a church on Friday. They tried to flee in a van.",
                "ATTEMPTED | Gunmen tried to kill the mayor of Jos on Friday. His car was damaged."
            })
    void shouldSayHowFarTheAttackGot(Stage stage, String text) {
        Document document = TextReader.read(null, text);

        Attack attack = FINDER.find(document).get(0);
        assertThat(STAGES.of(document, attack, ACTIONS.of(document, attack))).isEqualTo(stage);
    }
}
