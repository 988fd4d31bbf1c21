package org.tocsin.processor.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tocsin.coder.link.ListedTarget;
import org.tocsin.coder.link.WatchlistLinker;
import org.tocsin.coder.place.Nations;
import org.tocsin.schemas.LinkedTarget;
import org.tocsin.schemas.Place;
import org.tocsin.schemas.ReportedTarget;
import org.tocsin.schemas.Target;
import org.tocsin.schemas.Within;

/**
 * Links what reports call a target to the listed ones: by name or alias as {@link WatchlistLinker} reads them, or by a
 * derived id that is listed. Immutable.
 */
public final class ListedTargets implements Watchlist {
    private final long version;
    private final WatchlistLinker linker;
    private final Map<String, Target> byId = new HashMap<>();

    /** The targets of one version of the watchlist. */
    public ListedTargets(long version, List<Target> targets, Nations nations) {
        this.version = version;
        List<ListedTarget> listed = new ArrayList<>();
        for (Target target : targets) {
            byId.put(target.getId(), target);
            List<String> aliases = new ArrayList<>(target.getAliases());
            aliases.add(target.getName());
            listed.add(new ListedTarget(
                    target.getId(),
                    aliases,
                    target.getWithin().map(ListedTargets::within).orElse(null),
                    target.getMemberOf()));
        }
        this.linker = new WatchlistLinker(listed, nations);
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public List<LinkedTarget> link(ReportedTarget target, Optional<Place> place) {
        Map<String, LinkedTarget> linked = new LinkedHashMap<>();
        List<String> ids = new ArrayList<>();
        ids.add(target.getDerivedId());
        ids.addAll(linker.link(
                target.getText(),
                target.getNationality().orElse(null),
                place.map(ListedTargets::where).orElse(null)));
        for (String id : ids) {
            Target listed = byId.get(id);
            if (listed != null) {
                linked.putIfAbsent(id, linked(listed));
            }
        }
        return List.copyOf(linked.values());
    }

    private LinkedTarget linked(Target target) {
        return LinkedTarget.newBuilder()
                .setId(target.getId())
                .setName(target.getName())
                .setType(target.getType())
                .setListed(true)
                .setGroups(List.copyOf(linker.groupsOf(target.getId())))
                .setZone(target.getZone().orElse(null))
                .build();
    }

    private static ListedTarget.Within within(Within within) {
        return new ListedTarget.Within(
                within.getCountryCode(),
                within.getAdmin1().orElse(null),
                within.getPlace().orElse(null));
    }

    private static org.tocsin.coder.Place where(Place place) {
        return new org.tocsin.coder.Place(
                place.getName().orElse(null),
                place.getSite().orElse(null),
                place.getAdmin1().orElse(null),
                place.getCountryCode().orElse(null),
                place.getLatitude().orElse(null),
                place.getLongitude().orElse(null),
                null,
                org.tocsin.coder.Place.Precision.TOWN);
    }
}
