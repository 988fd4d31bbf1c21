package org.tocsin.coder.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.TextReader;

class DenialTest {
    private static final AttackFinder FINDER = AttackFinder.load();
    private static final Denial DENIAL = Denial.load();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Reports of an explosion at a mall in Lusaka on Sunday are false, police said. No blast took place.",
                "The army called unfounded a report that a drone struck a barracks near Kano on Sunday, killing 12.",
                "A report that a bomb exploded at a bus station in Nakuru on Sunday was a hoax, the commissioner said.",
                "Rumours that gunmen killed five people in Jos on Monday are untrue, the governor told reporters.",
                "There is no truth in messages on social media that militants attacked the port, the mayor said.",
                "Police warned of fake news of a bombing at the market on Friday.",
                "An explosion killed two workers at a paint plant near Enugu on Monday. Police ruled out sabotage.",
                "A blast in a cafe in Jos killed nine people on Monday. There was no sign of an attack, the mayor said.",
                "An explosion at a depot near Tamale on Friday wounded six men. It was an accident, the army said.",
                "A fire in a hotel in Enugu killed nine guests on Monday. Terrorism has been ruled out.",
                "An explosion at a plant in Jos on Monday killed two. There is no indication that it was a terrorist attack.",
                "A blast in a cafe in Jos killed nine people on Monday. Police ruled out the possibility of a terrorist attack.",
                "A blast in a cafe in Jos killed nine people on Monday. It was an accident, not an attack, the mayor said.",
                "An explosion caused by a leaking cylinder killed four people in a bakery in Jos on Monday, police said.",
                "A gas explosion killed four in Jos on Monday and set three cars on fire. We thought it was a bomb, he said.",
                "A bull elephant attacked two farmers near Maun on Monday, killing one. Rangers shot it in the afternoon.",
                "A boiler blast killed four men in Jos on Monday, a case of negligent homicide, the judge said."
            })
    void shouldCountNoAttackOfWhichEveryReportIsCalledUntrue(String text) {
        Document document = TextReader.read(null, text);

        assertThat(FINDER.find(document)).isNotEmpty();
        assertThat(DENIAL.without(document, FINDER.find(document))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Police said a report of a man who stabbed three pupils at a school in Oslo on Sunday was no hoax.",
                "Reports that soldiers killed 14 men near Bahir Dar on Sunday were not baseless, the envoy said.",
                "A mob that believed rumours that men kidnapped children, which were false, killed two men in Dhule on Sunday.",
                "News of the ambush, which killed 14 soldiers on Sunday, spread after officials called it a hoax.",
                "In a video posted online, militants who killed 12 soldiers near Gao called the report baseless.",
                "The army said reports that its jets bombed a hospital on Saturday, killing 30, were false.",
                "Reports that rebels were behind the attack that killed ten people on Sunday are false, police said.",
                "Gunmen killed five people in Jos on Monday, police said, calling reports of ten dead false.",
                "According to reports, gunmen in fake uniforms killed five soldiers on Monday.",
                "Reports that gunmen killed ten people in Jos are false. Gunmen killed five people there, police said.",
                "Reports of gunmen with false papers who killed five people in Jos reached the capital on Monday.",
                "The army denied that it had shelled the village, where 12 people were killed on Sunday.",
                "A bomb killed nine people in Jos on Monday. Police ruled out an accident.",
                "An explosion killed nine people in Jos on Monday. Police have not ruled out sabotage.",
                "An explosion killed nine people in Jos on Monday. It was no accident, the mayor said.",
                "An explosion killed six people in Jos on Monday. Police first thought that it was an accident.",
                "A man shot dead three people in a bank in Jos on Monday. Police ruled out terrorism.",
                "A bomb killed nine people in Jos on Monday. There was no sign of a second bomb.",
                "The minister, whom critics called a fake, was killed on Sunday by a bomb under his car.",
                "An explosion killed nine people in Jos on Monday. Police ruled out an accident, saying a bomb had been planted.",
                "A blast killed nine people in Jos on Monday. Police ruled out a gas leak and called it a terrorist attack.",
                "A blast killed nine people in Jos on Monday. After the attack police ruled out an accident.",
                "A blast killed nine people in Jos on Monday. Police ruled out a link of the suspects to the attack.",
                "A blast killed three soldiers in Mogadishu on Monday. There was no indication of who was behind the attack.",
                "A blast killed three soldiers in Mogadishu on Monday. There was no evidence that the attack was linked to al-Qaida.",
                "A blast killed three soldiers in Mogadishu on Monday. There was no suspicion as to who planted the bomb.",
                "A blast killed three soldiers in Mogadishu on Monday. There was no sign of further attacks.",
                "A blast killed three soldiers in Mogadishu on Monday. There is no question that it was a terrorist attack.",
                "A blast killed 12 people at a depot in Jos on Monday. The minister said a 2019 explosion there was an accident.",
                "An explosion that may have been caused by gas killed nine people in Jos on Monday.",
                "A gas explosion, as police first said, killed nine people in Jos on Monday. It was a bomb, the mayor said.",
                "Fifty Maoist cadres triggered a cylinder blast on the tracks near Gaya on Monday, killing a guard.",
                "Gunmen killed a farmer and shot his dog in Jos on Monday.",
                "Two men set fire to a bus in Jos on Monday, and a gas explosion killed nine people.",
                "A boy was killed in Hebron on Monday. The army said the killing of the boy was an accident.",
                "Soldiers killed a boy in Hebron on Monday. It was an accident, the army said."
            })
    void shouldCountAnAttackThatIsToldOutrightOrThatOnlyOneSideDenies(String text) {
        Document document = TextReader.read(null, text);

        assertThat(DENIAL.without(document, FINDER.find(document)))
                .hasSameSizeAs(FINDER.find(document))
                .isNotEmpty();
    }
}
