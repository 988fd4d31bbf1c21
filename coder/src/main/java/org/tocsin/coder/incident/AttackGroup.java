package org.tocsin.coder.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.coder.model.Features;

/** One attack while its article is read: the mentions that were found to tell of it so far. */
final class AttackGroup {
    private static final double SURE = 0.6;

    private final List<Trigger> triggers = new ArrayList<>();
    private final List<Integer> sentences = new ArrayList<>();
    private final Set<String> days = new HashSet<>();
    private final Set<String> places = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> numbers = new HashSet<>();
    private boolean headline;
    private final Set<Action> actions = EnumSet.noneOf(Action.class);

    void add(Mention mention) {
        headline = sentences.isEmpty() && mention.headline();
        triggers.addAll(mention.triggers());
        sentences.add(mention.sentence());
        days.addAll(mention.days());
        places.addAll(mention.places());
        actions.addAll(actions(mention));
        names.addAll(mention.names());
        numbers.addAll(mention.numbers());
    }

    List<Integer> sentences() {
        return sentences;
    }

    /**
     * @param sums the sentences that sum several attacks up, this one or others
     * @param recalled the sentences that recall attacks of other times
     */
    Attack attack(List<Integer> sums, List<Integer> recalled) {
        return new Attack(
                triggers.stream()
                        .sorted(Comparator.comparingInt(Trigger::sentence).thenComparingInt(Trigger::token))
                        .toList(),
                sentences.stream().sorted().toList(),
                sums,
                recalled);
    }

    /**
     * Whether a sentence that sums several attacks up may be about this one, the only one of its article: it comes first, or
     * puts none of them elsewhere.
     */
    boolean maySumUp(Mention mention) {
        return mention.sentence() < sentences.get(0) || !Mention.differ(places, mention.places());
    }

    /**
     * Whether all places that a sentence names may be its own. One that no sentence places yet may be anywhere, but not where
     * a headline over several attacks says: that is about them all.
     */
    boolean holds(Mention mention) {
        Set<String> named = mention.places();
        return !named.isEmpty() && (places.isEmpty() ? !mention.headline() : places.containsAll(named));
    }

    /**
     * Whether it is told by a headline alone and the mention can be the same: news begins with what its headline says, unless
     * day or place are others.
     */
    boolean isHeadlineOf(Mention mention) {
        return headline
                && !mention.opensAnother()
                && !Mention.differ(places, mention.places())
                && !Mention.differ(days, mention.days());
    }

    /** Whether the mention says that it goes on to another attack, and puts that elsewhere: "A second attack, in Jos". */
    boolean isLeftBy(Mention mention) {
        return mention.opensAttack() && Mention.differ(places, mention.places());
    }

    /** How early and how surely the attack is told: news leads with what it is about. */
    double prominence() {
        double prominence = 0;
        for (Trigger trigger : triggers) {
            prominence = Math.max(prominence, trigger.weight() - 0.03 * Math.min(20, trigger.sentence()));
        }
        return prominence + 0.02 * Math.min(10, sentences.size());
    }

    /**
     * What a model is told to judge whether the mention reports another attack than this one.
     *
     * @param active this is the attack that was told last
     */
    Features compare(Mention mention, boolean active) {
        Features features = new Features();
        Relation day = Relation.of(days, mention.days());
        Relation place = Relation.of(places, mention.places());
        Set<Action> told = actions(mention);
        boolean sameAction = told.stream().anyMatch(actions::contains);
        List<String> facts = new ArrayList<>();
        facts.add("day " + day);
        facts.add("place " + place);
        facts.add("day and place " + day + place);
        facts.add("another " + mention.opensAnother());
        facts.add("taken up " + mention.takesUp());
        facts.add("another, place " + mention.opensAnother() + place);
        facts.add("taken up, day " + mention.takesUp() + day);
        facts.add("taken up, place " + mention.takesUp() + place);
        facts.add("same action " + sameAction + mention.takesUp());
        facts.add("weight " + (int) (5 * mention.weight()));
        facts.add("distance " + Math.min(4, mention.sentence() - sentences.get(sentences.size() - 1)));
        facts.add("group in title " + (sentences.get(0) == 0));
        Relation name = Relation.of(names, mention.names());
        Relation number = Relation.of(numbers, mention.numbers());
        facts.add("name " + name);
        facts.add("name, place " + name + place);
        facts.add("number " + number);
        facts.add("number, place " + number + place);
        facts.add("name, number " + name + number);
        for (String way : mention.manner()) {
            facts.add(way);
            facts.add(way + ", place " + place);
            facts.add(way + ", day " + day);
        }
        for (Action action : told) {
            facts.add("tells " + action);
            facts.add("tells, same " + action + actions.contains(action));
        }
        for (Cues.Cue cue : Cues.Cue.values()) {
            if ((mention.cues() & cue.bit()) != 0) {
                facts.add("cue " + cue);
                facts.add("cue, another " + cue + mention.opensAnother());
            }
        }
        facts.forEach(f -> {
            features.add(f.hashCode());
            if (!active) {
                features.add(("back to " + f).hashCode());
            }
            if (mention.cased()) {
                features.add(("cased " + f).hashCode());
            }
        });
        return features;
    }

    private static Set<Action> actions(Mention mention) {
        Set<Action> actions = EnumSet.noneOf(Action.class);
        for (Trigger trigger : mention.triggers()) {
            if (trigger.weight() >= Math.min(SURE, mention.weight())) {
                actions.add(trigger.action());
            }
        }
        return actions;
    }

    private enum Relation {
        UNSAID,
        NEW,
        SAME,
        PARTLY,
        OTHER;

        static Relation of(Set<String> known, Set<String> told) {
            if (told.isEmpty()) {
                return UNSAID;
            }
            if (known.isEmpty()) {
                return NEW;
            }
            return known.containsAll(told) ? SAME : Mention.differ(known, told) ? OTHER : PARTLY;
        }
    }
}
