package org.tocsin.coder.evidence;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.coder.incident.Attack;

/**
 * How likely a careful reader finds each incident in the article. The first one's confidence is the article's
 * probability, whose calibration docs/accuracy.md shows; a further one is less sure by as much as its surest attack word is.
 */
public final class Confidence {
    private Confidence() {}

    /** One value, 0..1, per attack, never rising. */
    public static List<Double> of(double articleScore, List<Attack> attacks) {
        List<Double> values = new ArrayList<>();
        double last = articleScore;
        for (Attack attack : attacks) {
            double own = values.isEmpty()
                    ? articleScore
                    : articleScore * attack.main().weight();
            last = Math.min(last, own);
            values.add(last);
        }
        return values;
    }
}
