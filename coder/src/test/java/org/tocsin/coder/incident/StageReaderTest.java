package org.tocsin.coder.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.coder.Stage;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.TextReader;

class StageReaderTest {
    private static final AttackFinder FINDER = AttackFinder.load();
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
                "FOILED | Police defused a bomb that had been planted under a bridge by separatists on Tuesday."
            })
    void shouldSayHowFarTheAttackGot(Stage stage, String text) {
        Document document = TextReader.read(null, text);

        assertThat(STAGES.of(document, FINDER.find(document).get(0))).isEqualTo(stage);
    }
}
