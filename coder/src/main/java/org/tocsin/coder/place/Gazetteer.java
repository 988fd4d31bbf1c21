package org.tocsin.coder.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordNumbers;

/**
 * Names of the world's places from 500 people (1,000 where little is reported), their divisions and countries. From GeoNames
 * by {@code gazetteer.tsv.gz}, with hand-written {@code regions.tsv} and {@code aliases.tsv}. Safe for threads; about 27 MB.
 */
public final class Gazetteer {
    private final GazetteerTables tables;

    private Gazetteer(GazetteerTables tables) {
        this.tables = tables;
    }

    /** Reads the shipped tables. */
    public static Gazetteer load() {
        return new Gazetteer(GazetteerTables.load());
    }

    /** All places of that name, in any spelling known; those usually called so first. A place may occur twice. */
    public List<Toponym> named(String name) {
        return senses(WordNumbers.hash(PlaceKey.of(name))).stream()
                .map(PlaceName.Sense::toponym)
                .toList();
    }

    /** Places usually so called, written as one word or, with one space left out, as two: "losangeles". */
    List<Toponym> runTogether(String letters) {
        List<Toponym> found = usual(WordNumbers.hash(letters));
        long hash = WordNumbers.extend(WordNumbers.EMPTY, letters.charAt(0));
        for (int space = 1; space < letters.length() && found.isEmpty(); space++) {
            found = usual(WordNumbers.extend(WordNumbers.extend(hash, ' '), letters.substring(space)));
            hash = WordNumbers.extend(hash, letters.charAt(space));
        }
        return found;
    }

    /** Places of these countries whose name may be written so by a paper with spellings of its own, largest first. */
    List<PlaceName.Sense> loosely(String folded, Set<String> countries) {
        List<Toponym> found = new ArrayList<>();
        for (String key : LooseSpelling.keys(folded)) {
            for (String country : countries) {
                for (int number : tables.loose.of(country, key)) {
                    found.add(tables.places.toponym(number));
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
        return Toponym.area(name, Toponym.Kind.UNLISTED, area.country(), division, area, 0);
    }

    private List<Toponym> usual(long hash) {
        return tables.names.knows(hash)
                ? senses(hash).stream()
                        .filter(sense -> !sense.alternate())
                        .map(PlaceName.Sense::toponym)
                        .toList()
                : List.of();
    }

    /** The country as a place, standing at its capital. */
    public Optional<Toponym> country(String code) {
        return Optional.ofNullable(tables.countries.get(code));
    }

    /** The usual English name of a division, without "Province" and the like: "Antioquia", "Deir ez-Zor". */
    public String usualName(Toponym toponym) {
        String listed = tables.usualNames.get(toponym);
        if (listed != null || toponym.kind().isTown()) {
            return listed == null ? toponym.name() : listed;
        }
        String name = toponym.name();
        return toponym.kind() == Toponym.Kind.REGION
                ? DivisionWords.without(name.toLowerCase(Locale.ROOT))
                        .filter(bare -> !DivisionWords.isSide(bare))
                        .map(bare -> name.substring(0, bare.length()))
                        .orElse(name)
                : name;
    }

    /** A name that only stands for a town, or a part of one, listed by hand: "Indy", "South L.A.". */
    boolean isNickname(String written) {
        return tables.nicknames.contains(PlaceKey.of(written));
    }

    /** The city that is the whole of that division, as Washington is of the District of Columbia; else the place itself. */
    Toponym cityOf(Toponym place) {
        return tables.cities.getOrDefault(place, place);
    }

    /** The first-level division that an abbreviation behind a town's name means: "Calif", "TX", "Ont"; "Co" is no "CO". */
    public Optional<Toponym> abbreviated(String abbreviation) {
        Toponym written = tables.abbreviations.get(abbreviation);
        return Optional.ofNullable(written == null ? tables.abbreviations.get(Folding.fold(abbreviation)) : written);
    }

    /** The longest name that begins at that token and ends with one; whatever the letters' case. */
    Optional<PlaceName> longestAt(List<Token> tokens, int begin) {
        long hash = WordNumbers.EMPTY;
        PlaceName longest = null;
        for (int end = begin; end < tokens.size(); end++) {
            String word = PlaceKey.of(tokens.get(end).lower());
            if (word.isEmpty()) {
                break;
            }
            hash = WordNumbers.extend(end == begin ? hash : WordNumbers.extend(hash, ' '), word);
            if (!tables.names.knows(hash)) {
                break;
            }
            List<PlaceName.Sense> senses = senses(hash);
            longest = senses.isEmpty() ? longest : new PlaceName(begin, end + 1, senses);
        }
        return Optional.ofNullable(longest);
    }

    private List<PlaceName.Sense> senses(long hash) {
        int[] values = tables.names.values(hash);
        if (values.length == 0) {
            return List.of();
        }
        List<PlaceName.Sense> usual = new ArrayList<>(values.length);
        List<PlaceName.Sense> other = new ArrayList<>();
        for (int value : values) {
            boolean alternate = (value & GazetteerTables.ALTERNATE) != 0;
            (alternate ? other : usual)
                    .add(new PlaceName.Sense(tables.places.toponym(value & ~GazetteerTables.ALTERNATE), alternate));
        }
        usual.addAll(other);
        return usual;
    }
}
