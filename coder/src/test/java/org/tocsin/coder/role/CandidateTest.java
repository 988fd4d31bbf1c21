package org.tocsin.coder.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tocsin.coder.place.Actors;
import org.tocsin.coder.place.Nations;
import org.tocsin.coder.text.TextReader;

class CandidateTest {
    private static final RoleReader READER = RoleReader.forTraining(Actors.load(), Nations.load());
    private static final PhraseWords PHRASES = PhraseWords.load();

    @Test
    void shouldTellOfEachAttackInItsOwnWords() {
        String text = "A blast killed two villagers on the road. Later six young villagers died in a raid.";

        assertThat(phrases(text, 0)).contains("two villagers").doesNotContain("six young villagers");
        assertThat(phrases(text, 1)).contains("six young villagers");
    }

    @Test
    void shouldKeepNamesAndDescriptionsInTheirFullestForm() {
        assertThat(phrases("Judge Paula Arden was shot in Sorvo. Arden died at once.", 1))
                .contains("Judge Paula Arden")
                .doesNotContain("Arden");
        assertThat(phrases("A bomb hit the old power station. The station burned.", 1))
                .contains("old power station");
    }

    @Test
    void shouldReadNamesOfGroupsWhole() {
        assertThat(phrases("The bombing was claimed by the Black Dawn Front.", 0))
                .contains("Black Dawn Front");
        assertThat(phrases("The Army of the Night said it had shot the mayor.", 0))
                .contains("Army of the Night");
        assertThat(phrases("Police blamed the Movement for Justice in Darfur for the raid.", 0))
                .contains("Movement for Justice");
        assertThat(phrases("Police blamed rebels for the raid on Monday.", 0)).contains("rebels");
    }

    @Test
    void shouldKeepThoseWhomAPersonBelongsToOutOfHisName() {
        assertThat(phrases("Masked gunmen shot and wounded Colonel Ahmed Salem of the Afghan Army near the river.", 0))
                .contains("Colonel Ahmed Salem", "Afghan Army");
        assertThat(phrases("Masked gunmen shot and wounded John Perez of the Relief Council near the river.", 0))
                .contains("John Perez", "Relief Council");
        assertThat(phrases("Masked gunmen shot and wounded the Minister for Education near the river.", 0))
                .contains("Minister for Education");
        assertThat(phrases("Masked gunmen shot and wounded the Mayor of Mosul near the river.", 0))
                .contains("Mayor of Mosul");
    }

    @Test
    void shouldTakeNobodyForADoerWhoIsClearedOrOnlyCalledFor() {
        assertThat(doers("A bomb killed two men. The Kesme Front denied that it was behind the bombing."))
                .doesNotContain("Kesme Front");
        assertThat(doers("A bomb killed two men. Police blamed the Kesme Front. The Kesme Front denied the bombing."))
                .contains("Kesme Front");
        assertThat(doers("A bomb killed two men. The mayor called on judges to hold the perpetrators accountable."))
                .doesNotContain("perpetrators");
        assertThat(doers("A bomb killed two men. The perpetrators fled on foot."))
                .contains("perpetrators");
    }

    @Test
    void shouldKnowTheGroupWhoseFightersAreNamed() {
        assertThat(groups("Fighters of the Islamic State shot two men.")).containsExactly("Islamic State");
        assertThat(groups("Masked fighters shot two men.")).isEmpty();
    }

    private static List<String> groups(String text) {
        return READER.candidates(TextReader.read(null, text), List.of()).stream()
                .filter(candidate -> candidate.text().toLowerCase(Locale.ROOT).contains("fighters"))
                .flatMap(candidate -> candidate.groups().stream())
                .toList();
    }

    private static List<String> doers(String text) {
        return READER.candidates(TextReader.read(null, text), List.of()).stream()
                .filter(candidate -> candidate.fits(Role.PERPETRATOR))
                .map(Candidate::text)
                .toList();
    }

    @Test
    void shouldBoundItsWorkOnALongChainOfNames() {
        assertThat(phrases("Gunmen shot the Front of Aden" + " of Aden".repeat(3000) + ".", 0))
                .contains("Front of Aden");
    }

    @Test
    void shouldLetPeopleWhoWereNotHurtBeWhomItWasMeantFor() {
        assertThat(fitting("The minister was not injured when a bomb exploded near his convoy.", Role.TARGET))
                .contains("minister");
        assertThat(fitting("The bank was not damaged when a bomb exploded near a convoy.", Role.TARGET))
                .contains("convoy")
                .doesNotContain("bank");
    }

    @Test
    void shouldLeaveOutWordsThatOnlyMeasure() {
        assertThat(phrases("Dozens of villagers and a number of the guards were killed.", 0))
                .contains("villagers", "guards");
    }

    @Test
    void shouldKeepExactNumbersOfSome() {
        assertThat(phrases("Two of the villagers and a truckload of guards were killed.", 0))
                .contains("Two of the villagers");
    }

    @Test
    void shouldKeepWhatSomebodyIsAccusedOfOutOfHisName() {
        assertThat(phrases("The opposition accused the regime of an attack on two villages.", 0))
                .contains("regime");
        assertThat(phrases("Members of the Red Front shot a mayor.", 0)).contains("Members of the Red Front");
        assertThat(phrases("Police held three suspects of a robbery.", 0)).contains("three suspects");
    }

    @Test
    void shouldKeepTheAttackThatSaysWhichVictimsAndTheOneInAName() {
        assertThat(phrases("A bomb hit the funeral of victims of the bombing.", 0))
                .contains("victims of the bombing");
        assertThat(phrases("Relatives of victims of the bombing and survivors of the attack were wounded.", 0))
                .contains("survivors of the attack");
        assertThat(phrases("Soldiers of Attack fired a rocket.", 0)).contains("Soldiers of Attack");
    }

    @Test
    void shouldKnowSitesOfSoldiersAndFighters() {
        assertThat(sites("Planes hit the barracks, a police station and an arms depot while soldiers slept."))
                .containsExactly("barracks", "arms depot");
    }

    @Test
    void shouldCountPartsThatAddUpWithTheWhole() {
        assertThat(counted("A raid killed five villagers, two women and three men."))
                .containsExactly("two women", "three men");
        assertThat(counted("A raid killed three villagers: a woman and two boys."))
                .containsExactly("woman", "two boys");
    }

    @Test
    void shouldNotCountOthersWithThem() {
        for (String text : List.of(
                "A raid killed five villagers, two women and a man.",
                "A raid killed two women and two men.",
                "A raid killed four women, two men and two boys.")) {
            assertThat(fitting(text, Role.TARGET)).as(text).anyMatch(phrase -> phrase.endsWith("women"));
            assertThat(counted(text)).as(text).isEmpty();
        }
    }

    @Test
    void shouldLetPeopleOfARelativeClauseDoAndSufferWhatItTells() {
        assertThat(fitting("An ambush in which rebels killed 12 soldiers took place near the dam.", Role.PERPETRATOR))
                .contains("rebels");
        assertThat(fitting("The camp in which refugees were massacred on Sunday was burnt.", Role.TARGET))
                .contains("refugees");
        assertThat(fitting("The raid which bandits made on a farm was the third.", Role.PERPETRATOR))
                .contains("bandits");
        assertThat(fitting("It was not clear which group killed the farmer.", Role.PERPETRATOR))
                .contains("farmer")
                .doesNotContain("group");
        assertThat(fitting("Police do not know what group shot the mayor.", Role.PERPETRATOR))
                .contains("Police")
                .doesNotContain("group");
    }

    private static List<String> fitting(String text, Role role) {
        return READER.candidates(TextReader.read(null, text), List.of()).stream()
                .filter(candidate -> candidate.fits(role))
                .map(Candidate::text)
                .toList();
    }

    private static List<String> counted(String text) {
        return READER.candidates(TextReader.read(null, text), List.of()).stream()
                .filter(Candidate::isCounted)
                .map(Candidate::text)
                .toList();
    }

    private static List<String> sites(String text) {
        return READER.candidates(TextReader.read(null, text), List.of()).stream()
                .filter(Candidate::isMilitarySite)
                .map(Candidate::text)
                .toList();
    }

    private static List<String> phrases(String text, int sentence) {
        return READER.candidates(TextReader.read(null, text), List.of()).stream()
                .filter(candidate -> candidate.stands(Set.of(sentence)))
                .map(candidate -> candidate.text(Set.of(sentence), PHRASES))
                .toList();
    }
}
