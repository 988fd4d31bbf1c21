package org.tocsin.coder.place;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tocsin.coder.text.DataFile;
import org.tocsin.coder.text.WordNumbers;

/**
 * What a {@link Gazetteer} looks up, built once from {@code gazetteer.tsv.gz}, {@code regions.tsv} and {@code aliases.tsv}.
 * Numbers in the table of names are those of {@link GazetteerFile}, with {@link #ALTERNATE} where a place is rarely called so.
 */
final class GazetteerTables {
    static final int ALTERNATE = 1 << 30;

    final GazetteerFile places = GazetteerFile.read();
    final NameTable names = new NameTable(1 << 20);
    final LooseNames loose = new LooseNames(places);
    final Map<String, Toponym> countries = new HashMap<>();
    final Map<String, Toponym> abbreviations = new HashMap<>();
    final Map<Toponym, String> usualNames = new HashMap<>();

    /** Of divisions that are one city. */
    final Map<Toponym, Toponym> cities = new HashMap<>();

    /** Keys of names for towns that no answer bears: "Indy". */
    final Set<String> nicknames = new HashSet<>();

    /** Numbers of first-level divisions, by country and folded name. */
    private final Map<String, Integer> regions = new HashMap<>();

    private GazetteerTables() {}

    /** Reads the shipped tables. */
    static GazetteerTables load() {
        GazetteerTables tables = new GazetteerTables();
        Map<String, Integer> seats = new HashMap<>();
        for (int number = 0; number < tables.places.size(); number++) {
            tables.add(number, tables.places.named(number), seats);
        }
        tables.addCountries(seats);
        tables.addRegions();
        tables.addAliases();
        return tables;
    }

    private void add(int number, GazetteerFile.Named place, Map<String, Integer> seats) {
        if (place.folded().isEmpty()) {
            return;
        }
        loose.note(number, place.country());
        String main = PlaceKey.ofFolded(place.folded());
        names.add(main, number);
        if (!place.kind().isTown()) {
            DivisionWords.without(main).ifPresent(bare -> names.add(bare, number));
            if (place.kind() == Toponym.Kind.REGION) {
                regions.put(place.country() + " " + main, number);
            }
        }
        if (place.kind() == Toponym.Kind.CAPITAL) {
            seats.put(place.country(), number);
        } else {
            seats.putIfAbsent(place.country(), number);
        }
        for (String spelling : place.spellings()) {
            names.add(PlaceKey.ofFolded(spelling), number | ALTERNATE);
        }
    }

    /** Countries stand at their capitals; "US" and the like are left to {@link Nations}, which minds the context. */
    private void addCountries(Map<String, Integer> seats) {
        Nations nations = Nations.load();
        seats.forEach((code, number) -> {
            String name = nations.name(code).orElse(new Locale("", code).getDisplayCountry(Locale.ENGLISH));
            Toponym seat = places.toponym(number);
            countries.put(code, Toponym.area(name, Toponym.Kind.COUNTRY, code, null, seat, seat.population()));
        });
    }

    private void addRegions() {
        for (DataFile.Row row : DataFile.rows(GazetteerTables.class, "regions.tsv")) {
            Integer number = regions.get(row.text(0) + " " + PlaceKey.of(row.text(1)));
            if (number == null) {
                throw new IllegalStateException(
                        "regions.tsv: the gazetteer has no division " + row.text(1) + " in " + row.text(0));
            }
            Toponym listed = places.toponym(number);
            for (String spelling : row.list(3)) {
                names.add(PlaceKey.of(spelling), number);
            }
            usualNames.put(listed, row.text(2));
            if (!row.text(5).isEmpty()) {
                cities.put(listed, places.toponym(town("regions.tsv", row.text(0), row.text(1), row.text(5))));
            }
            row.list(4)
                    .forEach(shorter ->
                            abbreviations.putIfAbsent(isCode(shorter) ? shorter : Folding.fold(shorter), listed));
        }
    }

    /** "CO" and the like count in capitals only. */
    private static boolean isCode(String abbreviation) {
        return abbreviation.chars().allMatch(Character::isUpperCase);
    }

    private void addAliases() {
        for (DataFile.Row row : DataFile.rows(GazetteerTables.class, "aliases.tsv")) {
            int number = town("aliases.tsv", row.text(0), row.text(1), row.text(2));
            row.list(3).forEach(spelling -> names.add(PlaceKey.of(spelling), number));
            for (String nickname : row.list(4)) {
                names.add(PlaceKey.of(nickname), number);
                nicknames.add(PlaceKey.of(nickname));
            }
        }
    }

    private int town(String file, String country, String region, String name) {
        return Arrays.stream(names.values(WordNumbers.hash(PlaceKey.of(name))))
                .map(value -> value & ~ALTERNATE)
                .filter(number -> isIn(places.toponym(number), country, region))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        file + ": the gazetteer has no " + String.join(", ", name, region, country)));
    }

    private static boolean isIn(Toponym toponym, String country, String region) {
        Toponym within = toponym.region();
        return toponym.country().equals(country)
                && toponym.kind().isTown()
                && within != null
                && Folding.fold(within.name()).equals(Folding.fold(region));
    }
}
