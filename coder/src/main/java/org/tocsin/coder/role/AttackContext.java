package org.tocsin.coder.role;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tocsin.coder.incident.Attack;
import org.tocsin.coder.incident.Trigger;

/** Where a document tells of attacks, as far as the choice of roles needs to know: sentences and surer triggers. */
final class AttackContext {
    /** Below this weight a trigger is background. */
    private static final double LEAST = 0.3;

    private static final double[] STEPS = {LEAST, 0.5, 0.8};

    private final Map<Integer, List<Trigger>> triggers = new HashMap<>();
    private final Set<Integer> main = new HashSet<>();
    private final Set<Integer> told = new HashSet<>();

    /** @param attacks the main one first */
    AttackContext(List<Attack> attacks) {
        for (Attack attack : attacks) {
            told.addAll(attack.sentences());
            for (Trigger trigger : attack.triggers()) {
                if (trigger.weight() >= LEAST) {
                    triggers.computeIfAbsent(trigger.sentence(), s -> new ArrayList<>())
                            .add(trigger);
                }
            }
        }
        if (!attacks.isEmpty()) {
            main.addAll(attacks.get(0).sentences());
        }
    }

    List<Trigger> triggers(int sentence) {
        return triggers.getOrDefault(sentence, List.of());
    }

    /** Whether the sentence tells of the main attack, of another one, or of none. */
    String place(int sentence) {
        return main.contains(sentence) ? "main" : told.contains(sentence) ? "other" : "none";
    }

    /** How surely the sentence tells of an attack, in four steps. */
    int sureness(int sentence) {
        double best = 0;
        for (Trigger trigger : triggers(sentence)) {
            best = Math.max(best, trigger.weight());
        }
        int step = 0;
        while (step < STEPS.length && best >= STEPS[step]) {
            step++;
        }
        return step;
    }
}
