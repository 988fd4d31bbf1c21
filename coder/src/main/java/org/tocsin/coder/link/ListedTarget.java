package org.tocsin.coder.link;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A target that somebody watches.
 *
 * @param id its own, unique in the watchlist
 * @param aliases how news calls it; whole words, in any spelling that folds the same
 * @param within where an alias means this target; null when it does everywhere
 * @param memberOf ids of groups, an attack on it counts for them too
 */
public record ListedTarget(String id, List<String> aliases, @Nullable Within within, List<String> memberOf) {
    public ListedTarget {
        aliases = List.copyOf(aliases);
        memberOf = List.copyOf(memberOf);
    }

    /**
     * A constraint on the place of attack; what is null constrains nothing.
     *
     * @param countryCode ISO 3166-1 alpha-2
     * @param admin1 first-level division
     * @param place town or site
     */
    public record Within(String countryCode, @Nullable String admin1, @Nullable String place) {}
}
