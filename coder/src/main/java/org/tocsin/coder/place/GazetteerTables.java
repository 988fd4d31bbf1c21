package org.tocsin.coder.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tocsin.coder.text.DataFile;

/**
 * What a {@link Gazetteer} looks up, built once from {@code gazetteer.tsv.gz}, {@code regions.tsv} and {@code aliases.tsv}.
 * Numbers in the tables of names are places in the order read, with {@link #ALTERNATE} where a place is rarely called so.
 */
final class GazetteerTables {
    static final int ALTERNATE = 1 << 30;

    /** Countries whose names reach English news from other alphabets, each paper spelling them its own way. */
    private static final Set<String> TRANSLITERATED = Set.of(
            ("AF AM AZ BD DJ DZ EG ER ET GE IN IQ IR JO KG KZ LB LK LY MA ML MM MR NE NP PK PS RU SA SD SO SS SY TD TJ"
                            + " TM TN TR UA UZ YE")
                    .split(" "));

    final NameTable names = new NameTable(1 << 20);
    final NameTable loose = new NameTable(1 << 16);
    final List<Toponym> toponyms = new ArrayList<>();
    final Map<String, Toponym> countries = new HashMap<>();
    /** Numbers of first-level divisions, by country and folded name. */
    private final Map<String, Integer> regions = new HashMap<>();

    final Map<String, Toponym> abbreviations = new HashMap<>();

    final Map<Toponym, String> usualNames = new HashMap<>();

    private GazetteerTables() {}

    /** Reads the shipped tables. */
    static GazetteerTables load() {
        GazetteerTables tables = new GazetteerTables();
        GazetteerReader.read(tables::add);
        tables.addCountries();
        tables.addRegions();
        tables.addAliases();
        return tables;
    }

    private void add(Toponym toponym, String spellings) {
        int number = toponyms.size();
        toponyms.add(toponym);
        String main = PlaceKey.of(toponym.name());
        names.add(main, number);
        if (!toponym.kind().isTown()) {
            DivisionWords.without(main).ifPresent(bare -> names.add(bare, number));
            if (toponym.kind() == Toponym.Kind.REGION) {
                regions.put(toponym.country() + " " + main, number);
            }
        }
        if (toponym.kind() == Toponym.Kind.CAPITAL || !countries.containsKey(toponym.country())) {
            countries.put(toponym.country(), toponym);
        }
        if (!spellings.isEmpty()) {
            for (String spelling : spellings.split(";", 0)) {
                names.add(PlaceKey.shortened(spelling), number | ALTERNATE);
            }
        }
        if (TRANSLITERATED.contains(toponym.country()) && toponym.kind() != Toponym.Kind.DISTRICT) {
            addLoosely(toponym, number, main, spellings);
        }
    }

    private void addLoosely(Toponym toponym, int number, String main, String spellings) {
        Set<String> keys = new LinkedHashSet<>(LooseSpelling.keys(main));
        for (String spelling : spellings.split(";", 0)) {
            keys.addAll(LooseSpelling.keys(spelling));
        }
        keys.forEach(key -> loose.add(toponym.country() + key, number));
    }

    /** Countries stand at their capitals; "US" and the like are left to {@link Nations}, which minds the context. */
    private void addCountries() {
        Nations nations = Nations.load();
        countries.replaceAll((code, seat) -> {
            String name = nations.name(code).orElse(new Locale("", code).getDisplayCountry(Locale.ENGLISH));
            return Toponym.area(name, Toponym.Kind.COUNTRY, code, null, seat, seat.population());
        });
    }

    private void addRegions() {
        for (DataFile.Row row : DataFile.rows(GazetteerTables.class, "regions.tsv", 5)) {
            Integer number = regions.get(row.text(0) + " " + PlaceKey.of(row.text(1)));
            if (number == null) {
                throw new IllegalStateException(
                        "regions.tsv: the gazetteer has no division " + row.text(1) + " in " + row.text(0));
            }
            Toponym listed = toponyms.get(number);
            for (String spelling : row.list(3)) {
                names.add(PlaceKey.of(spelling), number);
            }
            usualNames.put(listed, row.text(2));
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
        for (DataFile.Row row : DataFile.rows(GazetteerTables.class, "aliases.tsv", 4)) {
            int[] values = names.values(NameTable.extend(NameTable.EMPTY, PlaceKey.of(row.text(2))));
            int number = Arrays.stream(values)
                    .filter(value -> isIn(toponyms.get(value & ~ALTERNATE), row.text(0), row.text(1)))
                    .findFirst()
                    .orElse(-1);
            if (number < 0) {
                throw new IllegalStateException(
                        "aliases.tsv: the gazetteer has no " + String.join(", ", row.columns()));
            }
            row.list(3).forEach(spelling -> names.add(PlaceKey.of(spelling), number & ~ALTERNATE));
        }
    }

    private static boolean isIn(Toponym toponym, String country, String region) {
        Toponym within = toponym.region();
        return toponym.country().equals(country)
                && toponym.kind().isTown()
                && within != null
                && Folding.fold(within.name()).equals(Folding.fold(region));
    }
}
