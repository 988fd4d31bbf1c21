package org.tocsin.coder.role;

import java.util.List;
import org.tocsin.coder.Target;
import org.tocsin.coder.TargetType;

/** What the targets of one attack say of each other about whom it was meant for. */
final class Intention {
    private Intention() {}

    /**
     * Soldiers and police harmed where nobody is known to be aimed at are what was attacked. A place whose forces were meant
     * was only hit.
     *
     * @param isHosted forces based at the place that was attacked are among the targets
     */
    static List<Target> of(List<Target> targets, boolean isHosted) {
        boolean known = targets.stream().anyMatch(target -> target.role() == Target.Role.INTENDED);
        return targets.stream()
                .map(target -> {
                    if (isHosted && target.kind() == Target.Kind.PHYSICAL) {
                        return target.as(Target.Role.STRUCK);
                    }
                    boolean harmed = target.role() == Target.Role.VICTIM && isForce(target.type());
                    return harmed && !known ? target.as(Target.Role.STRUCK) : target;
                })
                .toList();
    }

    private static boolean isForce(TargetType type) {
        return type == TargetType.MILITARY || type == TargetType.POLICE;
    }
}
