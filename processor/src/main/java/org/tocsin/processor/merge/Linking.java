package org.tocsin.processor.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tocsin.schemas.LinkedTarget;
import org.tocsin.schemas.Place;
import org.tocsin.schemas.ReportedTarget;
import org.tocsin.schemas.TargetRole;
import org.tocsin.schemas.TargetType;

/**
 * What an incident counts for: the intended targets when they are known, else what was struck, else the victims; each by
 * its listed id, or by its derived one.
 */
final class Linking {
    private static final List<TargetRole> FIRST_KNOWN =
            List.of(TargetRole.INTENDED, TargetRole.STRUCK, TargetRole.VICTIM, TargetRole.UNKNOWN);
    /** A target that fewer publishers name than this share of the most named one is a slip of one report. */
    private static final double LEAST_SHARE = 0.5;

    private Linking() {}

    static List<LinkedTarget> of(List<ReportedTarget> targets, Optional<Place> place, Watchlist watchlist) {
        Map<String, LinkedTarget> linked = new LinkedHashMap<>();
        for (ReportedTarget target : counted(targets)) {
            List<LinkedTarget> listed = watchlist.link(target, place);
            for (LinkedTarget each : listed.isEmpty() ? List.of(derived(target)) : listed) {
                linked.putIfAbsent(each.getId(), each);
            }
        }
        if (linked.isEmpty()) {
            LinkedTarget unknown = unknown(place);
            linked.put(unknown.getId(), unknown);
        }
        return new ArrayList<>(linked.values());
    }

    private static List<ReportedTarget> counted(List<ReportedTarget> targets) {
        for (TargetRole role : FIRST_KNOWN) {
            List<ReportedTarget> of =
                    targets.stream().filter(t -> t.getRole() == role).toList();
            if (!of.isEmpty()) {
                int most =
                        of.stream().mapToInt(ReportedTarget::getSupport).max().orElse(1);
                return of.stream()
                        .filter(t -> t.getSupport() >= LEAST_SHARE * most)
                        .toList();
            }
        }
        return List.of();
    }

    private static LinkedTarget derived(ReportedTarget target) {
        return LinkedTarget.newBuilder()
                .setId(target.getDerivedId())
                .setName(target.getText())
                .setType(target.getType())
                .setListed(false)
                .build();
    }

    /** Nobody says on whom: the attack still counts where it happened. */
    private static LinkedTarget unknown(Optional<Place> place) {
        String country = place.flatMap(Place::getCountryCode).orElse("zz").toLowerCase(Locale.ROOT);
        String where = place.flatMap(p -> p.getName().or(p::getAdmin1))
                .map(name -> "." + name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-"))
                .orElse("");
        return LinkedTarget.newBuilder()
                .setId("unknown@" + country + where)
                .setName("unknown target"
                        + place.flatMap(Place::getName).map(n -> " in " + n).orElse(""))
                .setType(TargetType.UNKNOWN)
                .setListed(false)
                .build();
    }
}
