package org.tocsin.coder.casualty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.coder.CountRange;
import org.tocsin.coder.incident.Attack;
import org.tocsin.coder.incident.AttackFinder;
import org.tocsin.coder.incident.AttackSentences;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.TextReader;

/** How many were killed and injured, told in the ways that news tells it. */
class CasualtyReaderTest {
    private static final CasualtyReader CASUALTIES = CasualtyReader.load();
    private static final AttackFinder ATTACKS = AttackFinder.load();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A car bomb exploded near the market, killing 12 people and wounding 30, police said. | 12 | 30",
                "Twelve soldiers were killed and thirty others were wounded when rebels attacked the base. | 12 | 30",
                "Gunmen attacked a bus on Monday, leaving nine passengers dead and four injured. | 9 | 4",
                "A 34-year-old man was shot and killed outside a bar. He was pronounced dead at the scene. | 1 | 0",
                "A bomb killed nine people and wounded 14 others in a market, police said. | 9 | 14",
                "A gunman fired several shots at a car late Friday. The driver wasn't hit. | 0 | 0",
                "Four policemen died and a fifth was critically wounded in an ambush near the town on Monday. | 4 | 1",
                "Three people were killed and as many injured when a grenade went off in the town on Monday. | 3 | 3",
                "Gunmen killed the governor in the town on Monday and wounded his three guards. | 1 | 3",
                "Nine soldiers and two civilians were injured when gunmen attacked the base on Monday. | 0 | 11",
                "Gunmen attacked the base on Monday. Police held two men and three clerks were injured. | 0 | 3",
            })
    void shouldReadNumbersOfDeadAndInjured(String body, int killed, int injured) {
        Casualties casualties = read(body);
        assertThat(casualties.killed()).isEqualTo(CountRange.exactly(killed));
        assertThat(casualties.injured()).isEqualTo(CountRange.exactly(injured));
    }

    @Test
    void shouldKeepTheLowerBoundOfAtLeast() {
        Casualties casualties = read("An air strike on the village killed at least 15 civilians, rescuers said.");
        assertThat(casualties.killed()).isEqualTo(new CountRange(15, null));
    }

    @Test
    void shouldAddUpPeopleJoinedByAnd() {
        Casualties casualties = read("Two policemen and their driver were killed when gunmen ambushed the patrol.");
        assertThat(casualties.killed()).isEqualTo(CountRange.exactly(3));
    }

    @Test
    void shouldTakeNoPartForTheWhole() {
        Casualties casualties =
                read("At least 30 people including 24 civilians were killed by air strikes on the town.");
        assertThat(casualties.killed()).isEqualTo(new CountRange(30, null));
        assertThat(read("Four people, including a three-month-old baby, were killed when a shell hit a house.")
                        .killed())
                .isEqualTo(CountRange.exactly(4));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Four nurses killed in market blast | Some 11 people, including four nurses, were killed by a bomb on Monday. | 11",
                "Four nurses killed in market blast | Four nurses were killed and 11 people, including two boys, hurt on Monday. | 4",
                "Four nurses killed in market blast | A bomb killed four nurses on Monday. Of 11 hurt, including four nurses, all live. | 4",
            })
    void shouldTakeNoPartForTheWholeThoughTheTitleDoes(String title, String body, int killed) {
        assertThat(read(title, body).killed()).isEqualTo(CountRange.exactly(killed));
    }

    @ParameterizedTest
    @CsvSource({"No casualties were reported., 0", "Nobody was hurt., 0", "There was no word on casualties.,"})
    void shouldTellADenialFromSilence(String behind, @Nullable Integer killed) {
        CountRange toll = read("A bomb went off outside a bank in Athens on Monday. " + behind)
                .killed();
        assertThat(toll == null ? null : toll.min()).isEqualTo(killed);
    }

    @Test
    void shouldAddWhoDiedWithThemAndNoSpeaker() {
        assertThat(read("Five constables were killed along with three villagers in a raid on a market on Monday.")
                        .killed())
                .isEqualTo(CountRange.exactly(8));
        assertThat(read("Gunmen killed nine farmers near the town on Monday, an official said.")
                        .killed())
                .isEqualTo(CountRange.exactly(9));
    }

    @Test
    void shouldLeaveTheTollOfTheWarAside() {
        Casualties casualties = read("A rocket hit a house in the town on Friday, killing five people. "
                + "More than 200,000 people have been killed in the country since the war began in 2011.");
        assertThat(casualties.killed()).isEqualTo(CountRange.exactly(5));
    }

    @Test
    void shouldAddUpTheObjectsOfKilledAndGuessNoInjured() {
        Casualties casualties =
                read("Officials condemned the attack, which killed four Yemeni children and three men from one village "
                        + "after a missile aimed at the port hit their house.");
        assertThat(casualties.killed()).isEqualTo(CountRange.exactly(7));
        assertThat(casualties.injured()).isEqualTo(CountRange.exactly(0));
    }

    /** Each tells one toll outright. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Gunmen shot dead a teacher and his two sons in the town on Monday. | 3",
                "Gunmen stormed a church in the town on Monday and shot dead the priest and five worshippers. | 6",
                "A landmine killed a farmer and three of his children near the town on Monday. | 4",
                "The blast killed the district governor, two bodyguards and a driver on Monday. | 4",
                "Shelling of the village killed a couple and their three children on Monday. | 5",
                "Gunmen killed Colonel Ahmed Salem and two of his aides in the town on Monday. | 3",
                "An elder was shot dead together with his son and a guest in the town on Monday. | 3",
                "Militants killed eight, among them two officers, in a raid on a post on Monday. | 8",
                "Twelve members of one family, seven of them children, were killed in an air strike on Monday. | 12",
                "An air strike on a school sheltering displaced people killed 21 people on Monday. | 21",
                "A bomb attack on a bus carrying soldiers killed 18 on Monday. | 18",
                "Fighters killed 41 people in the villages on Monday, burning 60 granaries and stealing 400 cattle. | 41",
                "Rebels killed a colonel and six soldiers in an ambush on Monday and carted away two gun trucks. | 7",
                "More than a hundred people were massacred in the village on Monday. | 100",
                "A man, 34, a woman, 29, and a boy, 5, were found shot dead in a house in the town on Monday. | 3",
                "A bomb killed nine people in the town on Monday, the provincial governor confirmed. | 9",
                "A man aged between 30 and 35 was shot dead in the town on Monday. | 1",
                "A convoy of 10 to 12 vehicles was ambushed near the town on Monday and two soldiers were killed. | 2",
                "Twelve cattle rustlers were shot dead by gunmen near the town on Monday. | 12",
                "Fighters ambushed a truck near the town on Monday, killing 18 people, five women and 13 men. | 18",
                "A mine exploded under a lorry on Monday. Of the 13 soldiers on board, four were killed. | 4",
                "At least 14 people including the bomber were killed in an attack on a mosque on Monday. | 13",
                "A bomb wounded 30 policemen in the town on Monday, including four who died. | 4",
                "A gunman opened fire in a bar on Monday. Omar Bello, Ana Prado and Sani Musa were killed. | 3",
                "A gunman opened fire in a bar on Monday. Omar Bello, a guard, was killed. | 1",
                "A judge was killed in a raid in Cali on Monday. Three attackers were also killed. | 3",
                "Gunmen killed one policeman in Quetta on Monday. The attackers Ali Khan, Musa Khan and Omar Gul were killed by police. | 1",
            })
    void shouldCountTheDeadOfAPlainSentence(String text, int killed) {
        CountRange toll = Objects.requireNonNull(read(text).killed());
        assertThat(toll.min()).isEqualTo(killed);
    }

    @Test
    void shouldGiveBothEndsOfARange() {
        assertThat(read("Some 15 to 20 villagers were killed by rebels near the town on Monday.")
                        .killed())
                .isEqualTo(new CountRange(15, 20));
        assertThat(read("Between 30 and 40 people died in an attack on a mosque on Monday.")
                        .killed())
                .isEqualTo(new CountRange(30, 40));
        assertThat(read("Rebels killed 15-20 people near the town on Monday.").killed())
                .isEqualTo(new CountRange(15, 20));
    }

    @Test
    void shouldLeaveTheDeadOpenWhereTheTextTellsOfThemWithoutANumber() {
        assertThat(read("Rebels shelled the town on Monday, wounding 20 people.")
                        .killed())
                .isEqualTo(CountRange.exactly(0));
        assertThat(read("Rebels shelled the town on Monday, wounding 20 people. Others are feared buried.")
                        .killed())
                .isNull();
    }

    @Test
    void shouldLeaveAsideWhatHappenedElsewhereEarlier() {
        Casualties casualties = read("Drones hit a base in the desert on Monday and injured four soldiers. "
                + "Earlier a roadside bomb had killed two soldiers in another province.");
        assertThat(casualties.killed()).isEqualTo(CountRange.exactly(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Gunmen attacked a farm near Jos on Monday. Some 852 people were killed in the district since June 2019.",
                "Armed men burnt a school in Bambari on Tuesday. More than 200 people have died in the fighting since December.",
                "A bomb broke windows of a bank in Quetta on Monday. In 2014 a bomb in the same street killed 31 people."
            })
    void shouldNotCountTheDeadOfOtherTimes(String body) {
        assertThat(read(body).killed()).isIn(null, CountRange.exactly(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            10 | Gunmen attacked a barracks in Mosul on Monday. Ten soldiers died, the highest toll in one attack since March.
            7  | A bomb exploded at a mosque in Quetta. The blast earlier on Tuesday killed seven worshippers and injured twelve.
            12 | Gunmen attacked a village in Borno on Monday. Twelve farmers were killed and the nearby week market was closed.
            4  | Two suicide blasts hit a checkpoint near Damascus on Monday, claiming four martyrs and 13 injured.
            2  | A gunman stormed a bar in Leeds on Monday. Two clerks were shot dead in the first homicide of the year.
            0  | A grenade exploded in Martyrs' Square in Tripoli on Monday, wounding six people.
            0  | A roadside bomb wounded three soldiers near Jenin on Monday. The Al-Aqsa Martyrs Brigades claimed the attack.
            """)
    void shouldCountTheDeadOfThisAttackWhateverElseTheirSentenceSays(int killed, String body) {
        assertThat(read(body).killed()).isEqualTo(CountRange.exactly(killed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Nobody was killed or injured. | 0 | 0",
                "There were no deaths or injuries. | 0 | 0",
                "Everybody escaped unhurt. | 0 | 0",
                "There were no reports of casualties. | 0 | 0",
                "There were no reported injuries. | 0 | 0",
                "It wrecked the hall without hurting anyone. | 0 | 0",
                "One person was killed. No one else was hurt. | 1 | 0",
                "Two clerks were killed. There were no other injuries. | 2 | 0",
                "A guard was shot in the leg. There were no other injuries. | 0 | 1",
            })
    void shouldReadThatNobodyWasHarmed(String behind, int killed, int injured) {
        Casualties casualties = read("A bomb went off outside a bank in Athens on Monday. " + behind);
        assertThat(casualties.killed()).isEqualTo(CountRange.exactly(killed));
        assertThat(casualties.injured()).isEqualTo(CountRange.exactly(injured));
    }

    /** Other than in "no more than 60", "no" denies; and who claims an attack denies no dead. */
    @Test
    void shouldNotReadADenialIntoOtherWords() {
        assertThat(read("A bomb killed no more than 60 people in Athens on Monday.")
                        .killed())
                .isEqualTo(new CountRange(null, 60));
        assertThat(read("A bomb killed six people in Athens on Monday. No one claimed the attack.")
                        .killed())
                .isEqualTo(CountRange.exactly(6));
        assertThat(read("A bomb went off in Athens on Monday. The mayor escaped unhurt.")
                        .killed())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Up to 60 people were killed. | | 60",
                "Not more than 60 people were killed. | | 60",
                "Fewer than 60 people were killed. | | 60",
                "No fewer than 60 people were killed. | 60 |",
                "Upwards of 60 people were killed. | 60 |",
                "Sixty or more people were killed. | 60 |",
                "The blast killed in excess of 60 people. | 60 |",
                "From 15 to 20 people were killed. | 15 | 20",
                "Two bombers blew themselves up, killing six people. | 6 | 6",
            })
    void shouldGiveTheBoundsOfTheText(String behind, @Nullable Integer min, @Nullable Integer max) {
        assertThat(read("A bomb went off outside a bank in Athens on Monday. " + behind)
                        .killed())
                .isEqualTo(new CountRange(min, max));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Six people were killed, including two attackers. | 4",
                "Six people were killed, two of them gunmen. | 4",
                "Four passengers and two gunmen were killed. | 4",
                "Six passengers and the attacker were killed. | 6",
                "Guards shot back and killed three of the attackers. | 0",
                "Guards shot back and killed three of the militants. | 0",
                "Guards shot back and killed the two rebels. | 0",
                "Only the gunman was killed. | 0",
                "A gunman killed himself and wounded six people. | 0",
                "Four passengers were killed. Two gunmen were also killed. | 4",
                "Four passengers and two rebels were killed. | 4",
                "Six people were killed, including two guards. | 6",
            })
    void shouldLeaveTheDeadAmongTheAttackersAside(String behind, int killed) {
        assertThat(read("Gunmen opened fire on a bus near Athens on Monday. " + behind)
                        .killed())
                .isEqualTo(CountRange.exactly(killed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "An air strike killed six gunmen near Mosul on Monday. | 6",
                "Shelling of Mosul on Monday killed 12 people, including two militants. | 12",
                "Rebels attacked a post near Mosul on Monday. Ten Kurdish fighters were killed. | 10",
                "Gunmen attacked a base of pro-government fighters near Mosul on Monday, killing six fighters. | 6",
                "Twenty-one rebels were killed in clashes near Mosul on Monday. | 21",
            })
    void shouldCountFightersWhoWereAttacked(String body, int killed) {
        assertThat(read(body).killed()).isEqualTo(CountRange.exactly(killed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The death toll rose from 9 to 14. | 14",
                "Two more people died in hospital, bringing the death toll to 14. | 14",
                "Police first put the toll at 9, then at 14. | 14",
                "Police had earlier said 9 people were killed, but raised the toll to 14. | 14",
                "Fourteen people are now known to have died, up from nine. | 14",
                "The death toll rose to 14 after two more people died in hospital. | 14",
                "Police earlier said nine people had been killed. | 9",
                "Nine soldiers were killed, as were three clerks. | 12",
                "Four people died there and two more died in hospital. | 6",
                "Four people died there. Two others died later in hospital. | 6",
                "Four people were killed instantly and a fifth died in hospital. | 5",
                "Nine people were killed. Three of them died in hospital. | 9",
                "Judge Amir Haddad and two guards were killed. | 3",
                "Judge Amir Haddad was killed with four other people. | 5",
                "The minister and his driver were killed. | 2",
                "The blast killed Amir and his driver. | 2",
                "Judge Amir Haddad was killed. His driver also died. | 2",
                "A judge was killed. A man later named as Sani Bello was held. | 1",
                "A judge was killed. Two guards were also killed. | 3",
                "One person died there and two others died in hospital. | 3",
                "Amir Haddad, a member of parliament, and two guards were killed. | 3",
                "A Frenchman and two other people were killed. | 3",
                "A couple were killed. | 2",
                "Police chief Amir Haddad and two guards killed a bomber. A nurse was killed. | 1",
            })
    void shouldFollowTheTollAsItRises(String behind, int killed) {
        assertThat(read("A bomb exploded outside a bank in Athens on Monday. " + behind)
                        .killed())
                .isEqualTo(CountRange.exactly(killed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Six people were killed and many were injured. | 2 |",
                "Six people were killed and an unknown number were injured. | 2 |",
                "Six people were killed and a clerk was injured. | 1 | 1",
            })
    void shouldNotTakeSeveralForOne(String behind, @Nullable Integer min, @Nullable Integer max) {
        assertThat(read("A bomb exploded outside a bank in Athens on Monday. " + behind)
                        .injured())
                .isEqualTo(new CountRange(min, max));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Five people were shot in a bar on Monday, two of them fatally. | 2 | 3",
                "Five people were shot in a bar on Monday, including two who died. | 2 | 3",
                "Five people were shot in a bar on Monday. Two died at the scene. | 2 | 3",
                "Five people were shot in a bar on Monday. Two died in a hospital. | 2 | 3",
                "Five people were shot in a bar on Monday. Two died in a fire. | 2 | 5",
                "Five people were shot in a bar on Monday. One of them, a clerk, died. | 1 | 4",
                "Two men were shot in a bar on Monday. One died. The other was taken to hospital. | 1 | 1",
                "A man was shot dead in a bar on Monday. His wife was wounded. | 1 | 1",
                "A gunman shot a nurse dead on Monday. A pupil was shot and a guard was wounded. | 1 | 2",
            })
    void shouldCountTheLivingBesideTheDead(String body, int killed, int injured) {
        assertThat(read(body).killed()).isEqualTo(CountRange.exactly(killed));
        assertThat(read(body).injured()).isEqualTo(CountRange.exactly(injured));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A clerk was shot in the arm and a customer was shot in the leg in a bar on Monday. | 0 | 2",
                "A man was stabbed to death and his son was shot dead in a bar on Monday. | 2 | 0",
                "A man was shot dead in a bar on Monday. The victim was a trader of 34, police said. | 1 | 0",
                "Shots fired in a street on Monday injured two nurses and a 9-year-old boy. | 0 | 3",
                "A woman, who was on her way home, and three men were wounded in a shooting on Monday. | 0 | 4",
                "Gunmen attacked the town on Monday. They killed three women, four men and a child. | 8 | 0",
            })
    void shouldCountWhomASentenceTellsApart(String body, int killed, int injured) {
        assertThat(read(body).killed()).isEqualTo(CountRange.exactly(killed));
        assertThat(read(body).injured()).isEqualTo(CountRange.exactly(injured));
    }

    /** Who did it, who tells of it, and those of another time or place are none of them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A soldier shot dead a man in Nablus on Monday and a settler shot dead a boy. | 2 | 0",
                "A gunman killed a teacher in Tulsa on Monday and a policeman was praised. | 1 | 0",
                "A farmer was killed in Jos on Monday, and a local man, a farmer, told reporters a herder was killed too. | 2 | 0",
                "A farmer and his son were wounded by gunmen in Jos on Monday, and a trader, a widow, told how a herder was wounded. | 0 | 3",
                "A teacher was shot dead in Yala on Monday and a soldier was killed there in April. | 1 | 0",
                "A policeman was killed in Quetta on Monday and a soldier was killed in a separate attack in Gwadar. | 1 | 0",
                "A policeman was killed in Quetta on Monday and a soldier was killed in Gwadar. | 1 | 0",
                "A grenade killed a clerk in Cali on Monday, and a taxi driver, a cook and a nurse were wounded. | 1 | 3",
            })
    void shouldCountNobodyWhoWasNotHarmedWithThem(String body, int killed, int injured) {
        assertThat(read(body).killed()).isEqualTo(CountRange.exactly(killed));
        assertThat(read(body).injured()).isEqualTo(CountRange.exactly(injured));
    }

    private static Casualties read(String body) {
        return read(null, body);
    }

    private static Casualties read(@Nullable String title, String body) {
        Document document = TextReader.read(title, body);
        List<Attack> attacks = ATTACKS.find(document);
        return CASUALTIES.read(document, new AttackSentences(document, attacks)).of(attacks.get(0));
    }
}
