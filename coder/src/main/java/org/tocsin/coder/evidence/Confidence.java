package org.tocsin.coder.evidence;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.coder.incident.Attack;

/**
 * How likely a careful reader finds each incident in the article. The first one's confidence is the gate's probability,
 * which docs/accuracy.md shows to be calibrated; a further one is less sure by as much as its surest attack word is.
 */
public final class Confidence {
    private Confidence() {}

    /** One value, 0..1, per attack, never rising. */
    public static List<Double> of(double gateScore, List<Attack> attacks) {
        List<Double> values = new ArrayList<>();
        double last = gateScore;
        for (Attack attack : attacks) {
            double own =
                    values.isEmpty() ? gateScore : gateScore * attack.main().weight();
            last = Math.min(last, own);
            values.add(last);
        }
        return values;
    }
}
