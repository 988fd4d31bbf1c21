package org.tocsin.coder.incident;

import java.util.ArrayList;
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
    private final Set<Action> actions = EnumSet.noneOf(Action.class);

    void add(Mention mention) {
        triggers.addAll(mention.triggers());
        sentences.add(mention.sentence());
        days.addAll(mention.days());
        places.addAll(mention.places());
        actions.addAll(actions(mention));
    }

    List<Integer> sentences() {
        return sentences;
    }

    Attack attack() {
        return new Attack(triggers, sentences);
    }

    /** Told in the same place and not on another day: what a text comes back to after another attack. */
    boolean agrees(Mention mention) {
        return mention.places().stream().anyMatch(places::contains) && !Mention.differ(days, mention.days());
    }

    /** How early and how surely the attack is told: news leads with what it is about. */
    double prominence() {
        double prominence = 0;
        for (Trigger trigger : triggers) {
            prominence = Math.max(prominence, trigger.weight() - 0.03 * Math.min(20, trigger.sentence()));
        }
        return prominence + 0.02 * Math.min(10, sentences.size());
    }

    /** What a model is told to judge whether the mention reports another attack than this one. */
    Features compare(Mention mention) {
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
        facts.add("read so far " + Math.min(6, sentences.size()));
        facts.add("group in title " + (sentences.get(0) == 0));
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
        facts.forEach(f -> features.add(f.hashCode()));
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
        OTHER;

        static Relation of(Set<String> known, Set<String> told) {
            if (told.isEmpty()) {
                return UNSAID;
            }
            if (known.isEmpty()) {
                return NEW;
            }
            return Mention.differ(known, told) ? OTHER : SAME;
        }
    }
}
