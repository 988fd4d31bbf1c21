package org.tocsin.coder.gate;

import java.util.List;
import org.tocsin.coder.incident.Attack;
import org.tocsin.coder.incident.Trigger;

/** Whether the article reports an attack at all. */
public final class Gate {
    /** From this score on the article counts as reporting an attack. */
    public static final double THRESHOLD = 0.5;

    private Gate() {}

    /** The likelihood, 0..1, that at least one of the triggers reports an attack. */
    public static double score(List<Attack> attacks) {
        double none = 1;
        for (Attack attack : attacks) {
            for (Trigger trigger : attack.triggers()) {
                none *= 1 - trigger.weight() / 2;
            }
        }
        return 1 - none;
    }
}
