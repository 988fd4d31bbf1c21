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
 * What applying a watchlist changes: entries that are new or differ, and entries that are gone. A changed entry gets the
 * version of the watchlist that changes it: one that is removed and comes back never has a version that it had before.
 *
 * @param before the watchlist in force
 * @param next the watchlist as it will be in force
 */
public record WatchlistChange(
        Watchlist before,
        Watchlist next,
        List<Target> targets,
        List<AlertRule> rules,
        List<String> removedTargets,
        List<String> removedRules) {

    private static final String VERSION = "version";

    /** From the one in force to the one that a file says. */
    public static WatchlistChange between(Watchlist current, Watchlist wanted) {
        long version = current.version() + 1;
        Map<String, Target> oldTargets = new HashMap<>();
        current.targets().forEach(target -> oldTargets.put(target.getId(), target));
        Map<String, AlertRule> oldRules = new HashMap<>();
        current.ownRules().forEach(rule -> oldRules.put(rule.getId(), rule));

        List<Target> targets = new ArrayList<>();
        List<Target> changedTargets = new ArrayList<>();
        for (Target target : wanted.targets()) {
            Target old = oldTargets.remove(target.getId());
            Target next = next(old, target, version);
            targets.add(next);
            if (old == null || next.getVersion() != old.getVersion()) {
                changedTargets.add(next);
            }
        }
        List<AlertRule> rules = new ArrayList<>();
        List<AlertRule> changedRules = new ArrayList<>();
        for (AlertRule rule : wanted.ownRules()) {
            AlertRule old = oldRules.remove(rule.getId());
            AlertRule next = next(old, rule, version);
            rules.add(next);
            if (old == null || next.getVersion() != old.getVersion()) {
                changedRules.add(next);
            }
        }
        return new WatchlistChange(
                current,
                new Watchlist(version, targets, rules),
                changedTargets,
                changedRules,
                oldTargets.keySet().stream().sorted().toList(),
                oldRules.keySet().stream().sorted().toList());
    }

    /** True when the file says what is in force. */
    public boolean isEmpty() {
        return targets.isEmpty() && rules.isEmpty() && removedTargets.isEmpty() && removedRules.isEmpty();
    }

    /** True when no target of that id was listed. */
    public boolean isNew(Target target) {
        return before.targets().stream().noneMatch(old -> old.getId().equals(target.getId()));
    }

    /** True when there was no rule of that id. */
    public boolean isNew(AlertRule rule) {
        return before.ownRules().stream().noneMatch(old -> old.getId().equals(rule.getId()));
    }

    private static Target next(@Nullable Target old, Target wanted, long version) {
        return old != null && Records.sameBut(wanted, old, Set.of(VERSION))
                ? old
                : Target.newBuilder(wanted).setVersion(Math.toIntExact(version)).build();
    }

    private static AlertRule next(@Nullable AlertRule old, AlertRule wanted, long version) {
        return old != null && Records.sameBut(wanted, old, Set.of(VERSION))
                ? old
                : AlertRule.newBuilder(wanted)
                        .setVersion(Math.toIntExact(version))
                        .build();
    }
}
