package org.tocsin.coder.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.text.Token;

/**
 * Names of the world's places from 500 people (1,000 where little is reported), their divisions and countries. From GeoNames
 * by {@code gazetteer.tsv.gz}, with hand-written {@code regions.tsv} and {@code aliases.tsv}. Immutable once loaded; loading
 * takes about half a second, the tables about 45 MB.
 */
public final class Gazetteer {
    private static final int ALTERNATE = 1 << 30;
    private static final List<String> DIVISION_WORDS = List.of(
            " department",
            " province",
            " governorate",
            " oblast",
            " region",
            " state",
            " county",
            " district",
            " parish",
            " municipality",
            " prefecture",
            " division",
            " city",
            " republic",
            " department of",
            " borough");

    /** Divisions named after these need their "Province" or "Region". */
    private static final List<String> COMPASS =
            List.of("northern", "southern", "eastern", "western", "central", "north", "south", "east", "west", "coast");

    /** Countries whose names reach English news from other alphabets, each paper spelling them its own way. */
    private static final Set<String> TRANSLITERATED = Set.of(
            ("AF AM AZ BD DJ DZ EG ER ET GE IN IQ IR JO KG KZ LB LK LY MA ML MM MR NE NP PK PS RU SA SD SO SS SY TD TJ"
                            + " TM TN TR UA UZ YE")
                    .split(" "));

    private final NameTable names = new NameTable(1 << 20);
    private final NameTable loose = new NameTable(1 << 16);
    private final List<Toponym> toponyms = new ArrayList<>();
    private final Map<String, Toponym> countries = new HashMap<>();
    private final Map<String, Toponym> regions = new HashMap<>();
    private final Map<String, Toponym> abbreviations = new HashMap<>();

    private final Map<Toponym, String> usualNames = new HashMap<>();

    private Gazetteer() {}

    /** Reads the shipped tables. */
    public static Gazetteer load() {
        Gazetteer gazetteer = new Gazetteer();
        GazetteerReader.read(gazetteer::add);
        gazetteer.addCountries();
        gazetteer.addRegions();
        gazetteer.addAliases();
        return gazetteer;
    }

    /** All places of that name, in any spelling known; those usually called so first. A place may occur twice. */
    public List<Toponym> named(String name) {
        return senses(NameTable.extend(NameTable.EMPTY, key(name))).stream()
                .map(PlaceName.Sense::toponym)
                .toList();
    }

    /** Places usually so called, written as one word or, with one space left out, as two: "losangeles". */
    List<Toponym> runTogether(String letters) {
        List<Toponym> found = usual(NameTable.extend(NameTable.EMPTY, letters));
        long hash = NameTable.extend(NameTable.EMPTY, letters.charAt(0));
        for (int space = 1; space < letters.length() && found.isEmpty(); space++) {
            found = usual(NameTable.extend(NameTable.extend(hash, ' '), letters.substring(space)));
            hash = NameTable.extend(hash, letters.charAt(space));
        }
        return found;
    }

    /** Places of these countries whose name may be written so by a paper with spellings of its own, largest first. */
    List<PlaceName.Sense> loosely(String folded, Set<String> countries) {
        List<Toponym> found = new ArrayList<>();
        for (String key : LooseSpelling.keys(folded)) {
            for (String country : countries) {
                for (int number : loose.values(NameTable.extend(NameTable.EMPTY, country + key))) {
                    found.add(toponyms.get(number));
                }
            }
            if (!found.isEmpty()) {
                break;
            }
        }
        return found.stream()
                .distinct()
                .sorted(Comparator.comparingInt(toponym -> -toponym.population()))
                .map(toponym -> new PlaceName.Sense(toponym, true))
                .toList();
    }

    /** A settlement that the gazetteer lacks, in that division or country. */
    static Toponym unlisted(String name, Toponym area) {
        Toponym division = area.firstLevel();
        return area(name, Toponym.Kind.UNLISTED, area.country(), division, area, 0);
    }

    private List<Toponym> usual(long hash) {
        return names.knows(hash)
                ? senses(hash).stream()
                        .filter(sense -> !sense.alternate())
                        .map(PlaceName.Sense::toponym)
                        .toList()
                : List.of();
    }

    /** The country as a place, standing at its capital. */
    public Optional<Toponym> country(String code) {
        return Optional.ofNullable(countries.get(code));
    }

    /** The usual English name of a division, without "Province" and the like: "Antioquia", "Deir ez-Zor". */
    public String usualName(Toponym toponym) {
        String listed = usualNames.get(toponym);
        if (listed != null || toponym.kind().isTown()) {
            return listed == null ? toponym.name() : listed;
        }
        String name = toponym.name();
        return toponym.kind() == Toponym.Kind.REGION
                ? withoutDivisionWord(name.toLowerCase(Locale.ROOT))
                        .filter(bare -> !COMPASS.contains(bare))
                        .map(bare -> name.substring(0, bare.length()))
                        .orElse(name)
                : name;
    }

    /** The first-level division that an abbreviation behind a town's name means: "Calif", "TX", "Ont"; "Co" is no "CO". */
    public Optional<Toponym> abbreviated(String abbreviation) {
        Toponym written = abbreviations.get(abbreviation);
        return Optional.ofNullable(written == null ? abbreviations.get(Folding.fold(abbreviation)) : written);
    }

    /** The longest name that begins at that token and ends with one; whatever the letters' case. */
    Optional<PlaceName> longestAt(List<Token> tokens, int begin) {
        long hash = NameTable.EMPTY;
        PlaceName longest = null;
        for (int end = begin; end < tokens.size(); end++) {
            String word = key(tokens.get(end).lower());
            if (word.isEmpty()) {
                break;
            }
            hash = NameTable.extend(end == begin ? hash : NameTable.extend(hash, ' '), word);
            if (!names.knows(hash)) {
                break;
            }
            List<PlaceName.Sense> senses = senses(hash);
            longest = senses.isEmpty() ? longest : new PlaceName(begin, end + 1, senses);
        }
        return Optional.ofNullable(longest);
    }

    private List<PlaceName.Sense> senses(long hash) {
        int[] values = names.values(hash);
        if (values.length == 0) {
            return List.of();
        }
        List<PlaceName.Sense> usual = new ArrayList<>(values.length);
        List<PlaceName.Sense> other = new ArrayList<>();
        for (int value : values) {
            boolean alternate = (value & ALTERNATE) != 0;
            (alternate ? other : usual).add(new PlaceName.Sense(toponyms.get(value & ~ALTERNATE), alternate));
        }
        usual.addAll(other);
        return usual;
    }

    /** Folded, with the words that are written short as often as long ("Saint", "Fort", "Mount") all short. */
    private static String key(String name) {
        String folded = Folding.fold(name);
        return switch (folded) {
            case "saint" -> "st";
            case "fort" -> "ft";
            case "mount" -> "mt";
            default -> shortened(folded);
        };
    }

    private static String shortened(String folded) {
        if (folded.startsWith("saint ")) {
            return "st" + folded.substring(5);
        }
        if (folded.startsWith("fort ")) {
            return "ft" + folded.substring(4);
        }
        return folded.startsWith("mount ") ? "mt" + folded.substring(5) : folded;
    }

    private void add(Toponym toponym, String spellings) {
        int number = toponyms.size();
        toponyms.add(toponym);
        String main = key(toponym.name());
        names.add(main, number);
        if (!toponym.kind().isTown()) {
            withoutDivisionWord(main).ifPresent(bare -> names.add(bare, number));
            if (toponym.kind() == Toponym.Kind.REGION) {
                regions.put(toponym.country() + " " + main, toponym);
            }
        }
        if (toponym.kind() == Toponym.Kind.CAPITAL || !countries.containsKey(toponym.country())) {
            countries.put(toponym.country(), toponym);
        }
        if (!spellings.isEmpty()) {
            for (String spelling : spellings.split(";", 0)) {
                names.add(shortened(spelling), number | ALTERNATE);
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

    static Optional<String> withoutDivisionWord(String name) {
        for (String word : DIVISION_WORDS) {
            if (name.endsWith(word) && name.length() > word.length() + 2) {
                return Optional.of(name.substring(0, name.length() - word.length()));
            }
        }
        return Optional.empty();
    }

    /** Countries stand at their capitals; "US" and the like are left to {@link Nations}, which minds the context. */
    private void addCountries() {
        Nations nations = Nations.load();
        countries.replaceAll((code, seat) -> {
            String name = nations.name(code).orElse(new Locale("", code).getDisplayCountry(Locale.ENGLISH));
            return area(name, Toponym.Kind.COUNTRY, code, null, seat, seat.population());
        });
    }

    private void addRegions() {
        for (String[] row : DataFile.rows(Gazetteer.class, "regions.tsv", 5)) {
            Toponym listed = regions.get(row[0] + " " + key(row[1]));
            if (listed == null) {
                throw new IllegalStateException(
                        "regions.tsv: the gazetteer has no division " + row[1] + " in " + row[0]);
            }
            int number = toponyms.indexOf(listed);
            for (String spelling : DataFile.list(row[3])) {
                names.add(key(spelling), number);
            }
            usualNames.put(listed, row[2]);
            DataFile.list(row[4])
                    .forEach(shorter ->
                            abbreviations.putIfAbsent(isCode(shorter) ? shorter : Folding.fold(shorter), listed));
        }
    }

    /** "CO" and the like count in capitals only. */
    private static boolean isCode(String abbreviation) {
        return abbreviation.chars().allMatch(Character::isUpperCase);
    }

    private void addAliases() {
        for (String[] row : DataFile.rows(Gazetteer.class, "aliases.tsv", 4)) {
            int[] values = names.values(NameTable.extend(NameTable.EMPTY, key(row[2])));
            int number = Arrays.stream(values)
                    .filter(value -> isIn(toponyms.get(value & ~ALTERNATE), row[0], row[1]))
                    .findFirst()
                    .orElse(-1);
            if (number < 0) {
                throw new IllegalStateException("aliases.tsv: the gazetteer has no " + String.join(", ", row));
            }
            DataFile.list(row[3]).forEach(spelling -> names.add(key(spelling), number & ~ALTERNATE));
        }
    }

    private static boolean isIn(Toponym toponym, String country, String region) {
        Toponym within = toponym.region();
        return toponym.country().equals(country)
                && toponym.kind().isTown()
                && within != null
                && Folding.fold(within.name()).equals(Folding.fold(region));
    }

    private static Toponym area(
            String name, Toponym.Kind kind, String country, @Nullable Toponym region, Toponym seat, int population) {
        return new Toponym(
                name, kind, country, region, seat.latitude(), seat.longitude(), seat.zone(), population, false);
    }
}
