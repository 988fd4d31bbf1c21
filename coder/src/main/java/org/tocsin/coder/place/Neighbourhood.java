package org.tocsin.coder.place;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which part of the world an article is about, whatever the borders: each name votes for the cells of two degrees where it may
 * lie, its votes shared among them. Beni beside Oicha and Uganda is in Congo, not in Bolivia.
 */
final class Neighbourhood {
    private static final int DEGREES = 2;
    private static final int ROW = 1_000;

    private final Map<Integer, Double> cells = new HashMap<>();
    private final Map<String, Set<Integer>> own = new HashMap<>();

    void add(Mention mention) {
        Set<Integer> possible = new HashSet<>();
        for (PlaceName.Sense sense : mention.senses()) {
            if (!sense.alternate() && sense.toponym().kind() != Toponym.Kind.COUNTRY) {
                possible.add(cell(sense.toponym()));
            }
        }
        own.put(mention.name(), possible);
        possible.forEach(cell -> cells.merge(cell, 1.0 / possible.size(), Double::sum));
    }

    /** Votes of other names for the place's cell and those round it. */
    double votes(Toponym place, Mention mention) {
        Set<Integer> ours = own.getOrDefault(mention.name(), Set.of());
        int middle = cell(place);
        double votes = 0;
        for (int row = middle - ROW; row <= middle + ROW; row += ROW) {
            for (int cell = row - 1; cell <= row + 1; cell++) {
                votes += cells.getOrDefault(cell, 0.0) - (ours.contains(cell) ? 1.0 / ours.size() : 0);
            }
        }
        return Math.max(0, votes);
    }

    private static int cell(Toponym place) {
        return (int) Math.floor(place.latitude() / DEGREES) * ROW + (int) Math.floor(place.longitude() / DEGREES);
    }
}
