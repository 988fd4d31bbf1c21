package org.tocsin.coder.place;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.tocsin.coder.text.Token;

/**
 * Words beside a name that say what kind of place it is: "Aleppo province" is not the town, "the city of Idlib" not the
 * division, though both have the name in common.
 */
final class AreaWords {
    private static final Set<String> DIVISIONS =
            words("province provinces governorate governorates region oblast prefecture"
                    + " voivodeship emirate state states department departments");

    /** These stand in the names of authorities, too, with a capital: "New York Department of Health". */
    private static final Set<String> ALSO_AUTHORITIES = words("state states department departments district county");

    private static final Set<String> DISTRICTS =
            words("district districts county subdistrict sub-district territory cercle tehsil taluk upazila raion");
    private static final Set<String> SETTLEMENTS =
            words("city town township village hamlet settlement port capital cities towns villages");

    private static final Set<String> DIRECTIONS = words("north south east west northeast northwest southeast southwest"
            + " north-east north-west south-east south-west outskirts edge away far");
    private static final Set<String> LENGTHS = words("km kilometers kilometres miles kms mi kilometer kilometre mile");

    private static final Set<String> ROADS = words("road highway route track motorway");

    /** "the road leading to", "the road between Kaya and". */
    private static final int ROAD = 4;

    /** Named after the place where they are, which may be no more than they. */
    private static final Set<String> INSTALLATIONS = words("base airbase camp airfield crossing oilfield dam");

    private static final Set<String> KINDS = words("air military army naval refugee displacement border");

    private AreaWords() {}

    private static Set<String> words(String parted) {
        return Set.of(parted.split(" "));
    }

    /** A word for a division or district. */
    static boolean isArea(Token token) {
        return DIVISIONS.contains(token.lower()) || DISTRICTS.contains(token.lower());
    }

    /** A word for a place where people live together. */
    static boolean isSettlement(Token token) {
        return SETTLEMENTS.contains(token.lower());
    }

    /** The index behind the word that says what the name is, as in "X town", "X province", "X air base"; else the same. */
    static int behindNoun(List<Token> tokens, int end) {
        int noun = end + 1 < tokens.size() && KINDS.contains(tokens.get(end).lower()) ? end + 1 : end;
        boolean found = noun < tokens.size()
                && (INSTALLATIONS.contains(tokens.get(noun).lower())
                        || (noun == end && (isArea(tokens.get(noun)) || isSettlement(tokens.get(noun)))));
        return found ? noun + 1 : end;
    }

    /** What the word beside the name calls it: "settlement", "area", "road" to it, or nothing. */
    static String called(List<Token> tokens, int begin, int end) {
        boolean road =
                tokens.subList(Math.max(0, begin - ROAD), begin).stream().anyMatch(t -> ROADS.contains(t.lower()));
        if (road) {
            return "road";
        }
        String behind = end < tokens.size() ? called(tokens.get(end)) : "";
        boolean of = begin > 1 && tokens.get(begin - 1).lower().equals("of");
        return behind.isEmpty() && of ? called(tokens.get(begin - 2)) : behind;
    }

    private static String called(Token word) {
        return isSettlement(word) ? "settlement" : isArea(word) ? "area" : "";
    }

    /** The name says only from where to look: "north of Baghdad", "40 km from Gao", "northwest Hama". */
    static boolean isLandmark(List<Token> tokens, int begin) {
        if (begin == 0) {
            return false;
        }
        String before = tokens.get(begin - 1).lower();
        String earlier = begin > 1 ? tokens.get(begin - 2).lower() : "";
        boolean from = before.equals("of") || before.equals("from");
        return from && (DIRECTIONS.contains(earlier) || LENGTHS.contains(earlier));
    }

    /** The senses that fit the word behind the name or, with "of", before it; all when none does or nothing is said. */
    static List<PlaceName.Sense> fitting(List<PlaceName.Sense> senses, List<Token> tokens, int begin, int end) {
        if (senses.size() < 2) {
            return senses;
        }
        if (end < tokens.size()) {
            List<PlaceName.Sense> left = fitting(senses, tokens.get(end));
            if (left.size() < senses.size()) {
                return left;
            }
        }
        boolean of = begin > 1 && tokens.get(begin - 1).lower().equals("of");
        return of ? fitting(senses, tokens.get(begin - 2)) : senses;
    }

    private static List<PlaceName.Sense> fitting(List<PlaceName.Sense> senses, Token word) {
        if (word.isCapitalized() && ALSO_AUTHORITIES.contains(word.lower())) {
            return senses;
        }
        if (DIVISIONS.contains(word.lower())) {
            return those(senses, t -> t.kind() == Toponym.Kind.REGION);
        }
        if (DISTRICTS.contains(word.lower())) {
            return those(senses, t -> t.kind() == Toponym.Kind.DISTRICT);
        }
        return isSettlement(word) ? those(senses, t -> t.kind().isTown()) : senses;
    }

    private static List<PlaceName.Sense> those(List<PlaceName.Sense> senses, Predicate<Toponym> wanted) {
        List<PlaceName.Sense> left =
                senses.stream().filter(s -> wanted.test(s.toponym())).toList();
        return left.isEmpty() ? senses : left;
    }
}
