package org.tocsin.processor.watchlist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.schemas.AlertRule;
import org.tocsin.schemas.Records;
import org.tocsin.schemas.Target;

/**
 * What applying a watchlist changes: entries that are new or differ, with the version they get, and entries that are
 * gone.
 *
 * @param next the watchlist as it will be in force
 */
public record WatchlistChange(
        Watchlist next,
        List<Target> targets,
        List<AlertRule> rules,
        List<String> removedTargets,
        List<String> removedRules) {

    /** From the one in force to the one that a file says. */
    public static WatchlistChange between(Watchlist current, Watchlist wanted) {
        Map<String, Target> oldTargets = new HashMap<>();
        current.targets().forEach(target -> oldTargets.put(target.getId(), target));
        Map<String, AlertRule> oldRules = new HashMap<>();
        current.ownRules().forEach(rule -> oldRules.put(rule.getId(), rule));

        List<Target> targets = new ArrayList<>();
        List<Target> changedTargets = new ArrayList<>();
        for (Target target : wanted.targets()) {
            Target old = oldTargets.remove(target.getId());
            Target next = next(old, target);
            targets.add(next);
            if (old == null || next.getVersion() != old.getVersion()) {
                changedTargets.add(next);
            }
        }
        List<AlertRule> rules = new ArrayList<>();
        List<AlertRule> changedRules = new ArrayList<>();
        for (AlertRule rule : wanted.ownRules()) {
            AlertRule old = oldRules.remove(rule.getId());
            AlertRule next = next(old, rule);
            rules.add(next);
            if (old == null || next.getVersion() != old.getVersion()) {
                changedRules.add(next);
            }
        }
        return new WatchlistChange(
                new Watchlist(current.version() + 1, targets, rules),
                changedTargets,
                changedRules,
                oldTargets.keySet().stream().sorted().toList(),
                oldRules.keySet().stream().sorted().toList());
    }

    /** True when the file says what is in force. */
    public boolean isEmpty() {
        return targets.isEmpty() && rules.isEmpty() && removedTargets.isEmpty() && removedRules.isEmpty();
    }

    private static Target next(@Nullable Target old, Target wanted) {
        if (old == null) {
            return wanted;
        }
        return Records.sameBut(wanted, old, Set.of("version"))
                ? old
                : Target.newBuilder(wanted).setVersion(old.getVersion() + 1).build();
    }

    private static AlertRule next(@Nullable AlertRule old, AlertRule wanted) {
        if (old == null) {
            return wanted;
        }
        return Records.sameBut(wanted, old, Set.of("version"))
                ? old
                : AlertRule.newBuilder(wanted).setVersion(old.getVersion() + 1).build();
    }
}
