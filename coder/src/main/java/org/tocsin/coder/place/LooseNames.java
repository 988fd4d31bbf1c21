package org.tocsin.coder.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tocsin.coder.text.WordNumbers;

/**
 * Places by the keys of {@link LooseSpelling}, country by country: a country's table is made when an article first needs it.
 * Thread-safe.
 */
final class LooseNames {
    private final GazetteerFile places;
    private final Map<String, List<Integer>> numbers = new HashMap<>();
    private final Map<String, NameTable> tables = new ConcurrentHashMap<>();

    LooseNames(GazetteerFile places) {
        this.places = places;
    }

    /** Notes a place of that country; before anything is looked up. */
    void note(int number, String country) {
        if (LooseSpelling.isOf(country)) {
            numbers.computeIfAbsent(country, c -> new ArrayList<>()).add(number);
        }
    }

    /** Numbers of the country's places with that key; none where names are spelt in one way only. */
    int[] of(String country, String key) {
        return tables.computeIfAbsent(country, this::table).values(WordNumbers.hash(key));
    }

    private NameTable table(String country) {
        NameTable table = new NameTable(1 << 6);
        for (int number : numbers.getOrDefault(country, List.of())) {
            add(table, places.named(number), number);
        }
        return table;
    }

    private static void add(NameTable table, GazetteerFile.Named place, int number) {
        if (place.kind() == Toponym.Kind.DISTRICT || place.folded().isEmpty()) {
            return;
        }
        Set<String> keys = new LinkedHashSet<>(LooseSpelling.keys(PlaceKey.ofFolded(place.folded())));
        place.spellings().forEach(spelling -> keys.addAll(LooseSpelling.keys(spelling)));
        keys.forEach(key -> table.add(key, number));
    }
}
