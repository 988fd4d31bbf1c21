package org.tocsin.coder.link;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.Place;
import org.tocsin.coder.place.Folding;
import org.tocsin.coder.place.Nations;

/**
 * Which listed targets a reported target is: a pure function over one version of the watchlist. An alias counts as whole words
 * ({@link Words}) and only where its target lies; of aliases inside one another the longest counts. Immutable.
 */
public final class WatchlistLinker {
    private final Words words;
    private final List<ListedTarget> owners = new ArrayList<>();
    private final WordAutomaton automaton;
    private final Map<String, List<String>> groups = new HashMap<>();

    /** Knows these targets; of two with one id the first counts for groups. */
    public WatchlistLinker(List<ListedTarget> targets, Nations nations) {
        this.words = new Words(nations);
        List<List<String>> aliases = new ArrayList<>();
        for (ListedTarget target : targets) {
            groups.putIfAbsent(target.id(), target.memberOf());
            for (String alias : target.aliases()) {
                aliases.add(words.of(alias));
                owners.add(target);
            }
        }
        this.automaton = new WordAutomaton(aliases);
    }

    /**
     * The listed targets that this one is, as their aliases come in the text; empty when none is.
     *
     * @param text the noun phrase as written
     * @param nationality ISO 3166-1 alpha-2; helps when the phrase does not say it ("the soldiers"); null when unknown
     * @param place of the attack; null when unknown, then targets with a place constraint are not linked
     */
    public Set<String> link(String text, @Nullable String nationality, @Nullable Place place) {
        List<WordAutomaton.Hit> hits = automaton.find(phrase(text, nationality)).stream()
                .filter(hit -> isThere(owners.get(hit.sequence()).within(), place))
                .toList();
        Set<String> linked = new LinkedHashSet<>();
        hits.stream()
                .filter(hit -> hits.stream().noneMatch(hit::isInside))
                .sorted(Comparator.comparingInt(WordAutomaton.Hit::begin).thenComparingInt(WordAutomaton.Hit::sequence))
                .forEach(hit -> linked.add(owners.get(hit.sequence()).id()));
        return linked;
    }

    /** The groups that a listed target belongs to, and theirs, nearest first; a circle ends. */
    public Set<String> groupsOf(String id) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(groups.getOrDefault(id, List.of()));
        while (!open.isEmpty()) {
            String group = open.remove();
            if (!group.equals(id) && found.add(group)) {
                open.addAll(groups.getOrDefault(group, List.of()));
            }
        }
        return found;
    }

    /** "The soldiers", American by the reader's knowledge, are read as "American soldiers". */
    private List<String> phrase(String text, @Nullable String nationality) {
        List<String> said = words.of(text);
        if (nationality == null || said.stream().anyMatch(Words::isNation)) {
            return said;
        }
        String nation = "@" + nationality;
        List<String> longer = new ArrayList<>();
        longer.add(nation);
        longer.addAll(said);
        return longer;
    }

    private static boolean isThere(ListedTarget.@Nullable Within within, @Nullable Place place) {
        if (within == null) {
            return true;
        }
        return place != null
                && within.countryCode().equals(place.countryCode())
                && (within.admin1() == null || isSame(within.admin1(), place.admin1()))
                && (within.place() == null
                        || isSame(within.place(), place.name())
                        || contains(place.site(), within.place()));
    }

    private static boolean isSame(String wanted, @Nullable String given) {
        return given != null && Folding.fold(wanted).equals(Folding.fold(given));
    }

    private static boolean contains(@Nullable String site, String wanted) {
        return site != null && (" " + Folding.fold(site) + " ").contains(" " + Folding.fold(wanted) + " ");
    }
}
