package org.tocsin.coder.place;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where in the United States a publisher is, as far as its address says. Local news seldom says in which state its towns lie,
 * and often names a quarter without its city; its readers know.
 *
 * @param label the name in its address, as in "chicagotribune"
 * @param states where it may be: one when it is listed, those of all towns so called when a town stands in its address
 * @param town the town in its address; null when none does
 */
public record Publisher(String label, Set<Toponym> states, @Nullable Toponym town) {
    /** Nothing is known of the publisher. */
    public static final Publisher UNKNOWN = new Publisher("", Set.of(), null);

    public Publisher {
        states = Set.copyOf(states);
    }

    boolean isKnown() {
        return !states.isEmpty();
    }

    /** Whether the place lies in a state where the publisher may be. */
    boolean isNear(Toponym toponym) {
        Toponym region = toponym.firstLevel();
        return region != null && states.contains(region);
    }

    /** The only state where it can be; null when there are several or none. */
    @Nullable
    Toponym state() {
        return states.size() == 1 ? states.iterator().next() : null;
    }
}
