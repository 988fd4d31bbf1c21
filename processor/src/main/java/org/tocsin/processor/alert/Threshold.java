package org.tocsin.processor.alert;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.schemas.AlertRule;
import org.tocsin.schemas.Level;
import org.tocsin.schemas.SurgeLevel;

/**
 * The levels that a rule holds a count against, ascending, and for a surge rule what they were computed from.
 *
 * @param rule whose levels these are
 * @param levels ascending by what must be exceeded
 * @param surge null for fixed levels
 */
public record Threshold(AlertRule rule, List<Level> levels, @Nullable SurgeLevel surge) {
    public Threshold {
        levels = levels.stream()
                .sorted(Comparator.comparingInt(Level::getExceeds))
                .toList();
    }

    /** The fixed levels of a rule. */
    public static Threshold fixed(AlertRule rule) {
        return new Threshold(rule, rule.getLevels(), null);
    }

    /** The highest level that the count strictly exceeds. */
    public Optional<Level> exceededBy(int count) {
        return levels.stream().filter(level -> count > level.getExceeds()).reduce((lower, higher) -> higher);
    }

    /** Place of a level among these by its name, -1 when it is none of them. */
    int rank(String name) {
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).getName().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
