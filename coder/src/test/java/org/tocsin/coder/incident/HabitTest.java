package org.tocsin.coder.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.TextReader;

class HabitTest {
    private static final AttackFinder FINDER = AttackFinder.load();
    private static final Habit HABIT = new Habit();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The group often carries out attacks on hotels and government buildings.",
                "Gunmen routinely kidnap travellers on the highway to Garowe.",
                "Militants have repeatedly attacked oil pipelines in the area.",
                "Suicide bombers have often struck mosques and markets in the city.",
                "Mosques in the city are frequently attacked by suicide bombers.",
                "Rocket attacks have become an almost daily routine against the embassy and bases in the country.",
                "Bombings are common in the capital, where the militants have killed hundreds of people.",
                "Kidnappings for ransom are rife in the state.",
                "The border has seen frequent shelling of villages by the army.",
                "Armed groups carry out near-daily ambushes on aid convoys.",
                "Bandits attack villages, burn houses and kill farmers every few days.",
                "Almost every night drones attack the refineries of the region.",
                "The rebels attack the garrison on a daily basis.",
                "Clashes between the two tribes erupt regularly over grazing land."
            })
    void shouldTellOfNoAttackOfItsOwn(String habit) {
        Document document = TextReader.read(
                null, "Three soldiers were killed when a bomb hit their vehicle near Baidoa on Sunday. " + habit);

        List<Attack> attacks = FINDER.find(document);

        assertThat(attacks).singleElement().satisfies(attack -> {
            assertThat(attack.sentences()).containsExactly(0);
            assertThat(attack.recalled()).containsExactly(1);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Gunmen attacked a market that is often crowded on Sundays.",
                "A man stabbed the guard repeatedly and fled.",
                "A bomb exploded on a bus that runs every hour.",
                "A car bomb exploded at a common meeting place of the police.",
                "Gunmen shot dead a man who had been on his daily walk.",
                "Rebels attacked the town again on Monday.",
                "The attack was the deadliest of the year.",
                "Drones attacked the refinery, which is often the only one at work.",
                "Every soldier in the post was killed in the attack.",
                "A bomb exploded at a market held every week in the town, killing dozens of people.",
                "Militants attacked a bus service running every day between Gao and Kidal.",
                "The weekly market attack killed a trader."
            })
    void shouldLeaveASingleAttackOne(String single) {
        Document document = TextReader.read(null, single);
        List<Trigger> triggers = FINDER.triggers(document);

        assertThat(triggers).isNotEmpty();
        assertThat(HABIT.without(document, triggers)).isEqualTo(triggers);
    }

    @Test
    void shouldKeepTheAttackThatStandsBesideAHabit() {
        Document document = TextReader.read(
                null, "Rebels, who often attack convoys, killed nine soldiers in an ambush near Gao on Friday.");
        List<Trigger> triggers = FINDER.triggers(document);

        assertThat(HABIT.without(document, triggers))
                .hasSize(triggers.size() - 1)
                .noneMatch(trigger -> document.sentences()
                        .get(0)
                        .tokens()
                        .get(trigger.token())
                        .lower()
                        .equals("attack"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Gunmen killed a farmer in Zamfara, where kidnappings are common.",
                "Bandits killed a village chief in Katsina state, where such attacks have become a daily occurrence.",
                "A roadside bomb killed two soldiers in Bajaur, the scene of frequent attacks by the Taliban.",
                "A car bomb exploded outside a hotel frequently attacked by the militants, killing a guard.",
                "A bomb of a type commonly used in attacks on convoys killed two soldiers in Gao.",
                "Suspected jihadists killed eleven soldiers in Tillaberi, a region hit by frequent attacks.",
                "A separatist bomb derailed a train, killing a driver, amid almost daily attacks on railways."
            })
    void shouldKeepTheAttackWhereSuchAreCommon(String attack) {
        Document document = TextReader.read(null, attack);

        assertThat(HABIT.without(document, FINDER.triggers(document))).isNotEmpty();
    }
}
