package org.tocsin.processor.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tocsin.schemas.LinkedTarget;
import org.tocsin.schemas.Place;
import org.tocsin.schemas.ReportedTarget;
import org.tocsin.schemas.Target;
import org.tocsin.schemas.Within;

/**
 * Links what reports call a target to the listed ones: a name or alias that stands in the text word by word, where the
 * target is, or a derived id that is listed. Immutable.
 */
public final class ListedTargets implements Watchlist {
    private final long version;
    private final Map<String, List<Alias>> byFirstWord = new HashMap<>();
    private final Map<String, Target> byId = new HashMap<>();

    private record Alias(String padded, Target target) {}

    /** The targets of one version of the watchlist. */
    public ListedTargets(long version, List<Target> targets) {
        this.version = version;
        for (Target target : targets) {
            byId.put(target.getId(), target);
            add(target.getName(), target);
            target.getAliases().forEach(alias -> add(alias, target));
        }
    }

    private void add(String name, Target target) {
        String words = words(name);
        if (!words.isBlank()) {
            String first = words.substring(1, words.indexOf(' ', 1));
            byFirstWord.computeIfAbsent(first, w -> new ArrayList<>()).add(new Alias(words, target));
        }
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public List<LinkedTarget> link(ReportedTarget target, Optional<Place> place) {
        Map<String, LinkedTarget> linked = new LinkedHashMap<>();
        Target own = byId.get(target.getDerivedId());
        if (own != null) {
            linked.put(own.getId(), linked(own));
        }
        String text = words(target.getText());
        for (String word : text.strip().split(" ", -1)) {
            for (Alias alias : byFirstWord.getOrDefault(word, List.of())) {
                if (text.contains(alias.padded) && isThere(alias.target, place)) {
                    linked.putIfAbsent(alias.target.getId(), linked(alias.target));
                }
            }
        }
        return List.copyOf(linked.values());
    }

    private static boolean isThere(Target target, Optional<Place> place) {
        Optional<Within> within = target.getWithin();
        return within.isEmpty() || place.filter(p -> holds(within.get(), p)).isPresent();
    }

    private static boolean holds(Within within, Place place) {
        return place.getCountryCode().filter(within.getCountryCode()::equals).isPresent()
                && isSame(within.getAdmin1(), place.getAdmin1())
                && isSame(within.getPlace(), place.getName());
    }

    private static boolean isSame(Optional<String> wanted, Optional<String> given) {
        return wanted.isEmpty() || given.filter(wanted.get()::equalsIgnoreCase).isPresent();
    }

    private static LinkedTarget linked(Target target) {
        return LinkedTarget.newBuilder()
                .setId(target.getId())
                .setName(target.getName())
                .setType(target.getType())
                .setListed(true)
                .setGroups(target.getMemberOf())
                .setZone(target.getZone().orElse(null))
                .build();
    }

    /** Lower case, one space before, between and behind the words. */
    private static String words(String text) {
        return (" " + text.toLowerCase(Locale.ROOT).replace(".", "") + " ").replaceAll("[^\\p{L}\\p{N}]+", " ");
    }
}
