package org.tocsin.coder.place;

import java.util.List;
import java.util.function.Predicate;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/**
 * Words beside a name that say what kind of place it is: "Aleppo province" is not the town, "the city of Idlib" not the
 * division, though both have the name in common.
 */
final class AreaWords {
    /** {@code area-words.tsv}, which other readers of this package ask, too. */
    static final WordClasses WORDS = WordClasses.load(AreaWords.class, "area-words.tsv");

    /** "the road leading to", "the road between Kaya and". */
    private static final int ROAD = 4;

    /** "the southwestern Pakistani port city of". */
    private static final int DESCRIPTION = 7;

    private AreaWords() {}

    /** A word for a division or district. */
    static boolean isArea(Token token) {
        return WORDS.is("division", token.lower()) || WORDS.is("district", token.lower());
    }

    /** A word for what leads from one town to another. */
    static boolean isRoad(Token token) {
        return WORDS.is("road", token.lower());
    }

    /** A word that may stand between "in" and the area's name. */
    static boolean mayLead(Token token) {
        return WORDS.is("before area", token.lower());
    }

    /** A word for a place where people live together. */
    static boolean isSettlement(Token token) {
        return WORDS.is("settlement", token.lower());
    }

    /** The object of an attack is where it was: "raided Xanadu", "stormed the village of Xanadu"; not "Xanadu raided". */
    static boolean isAttacked(Sentence sentence, int begin) {
        int verb = attackedBehind(sentence.tokens(), begin) - 1;
        return isAttackedBehind(sentence.tokens(), verb + 1) && !isNounOfAttack(sentence, verb);
    }

    /** The same, and by a verb whose object is seldom a person, as in "captured Ali Hassan": an unknown name may be either's. */
    static boolean isAttackedPlace(Sentence sentence, int begin) {
        int verb = attackedBehind(sentence.tokens(), begin) - 1;
        return isAttacked(sentence, begin)
                && !WORDS.is("attacked person", sentence.tokens().get(verb).lower());
    }

    /** "The strike Xanadu denies"; a verb in a title, as in "Gunmen raid Xanadu", and behind "to". */
    private static boolean isNounOfAttack(Sentence sentence, int verb) {
        boolean infinitive = verb > 0 && sentence.tokens().get(verb - 1).lower().equals("to");
        return !sentence.isTitle()
                && !infinitive
                && WORDS.is("noun of attack", sentence.tokens().get(verb).lower());
    }

    /** Where a verb of attack would end whose object begins there. */
    private static int attackedBehind(List<Token> tokens, int begin) {
        int first = beforeDescription(tokens, begin);
        while (first > 1
                && first < begin
                && WORDS.is("before area", tokens.get(first - 1).lower())) {
            first--;
        }
        return first;
    }

    /** A verb of attack stands right before that token. */
    static boolean isAttackedBehind(List<Token> tokens, int begin) {
        return begin > 0 && WORDS.is("attacked", tokens.get(begin - 1).lower());
    }

    /** A word before the noun of a site: "railway station". */
    static boolean isKindOfSite(Token token) {
        return WORDS.is("kind of site", token.lower());
    }

    /** The index behind the word that says what the name is, as in "X town", "X province", "X air base"; else the same. */
    static int behindNoun(List<Token> tokens, int end) {
        int noun = end + 1 < tokens.size()
                        && WORDS.is("kind of installation", tokens.get(end).lower())
                ? end + 1
                : end;
        boolean found = noun < tokens.size()
                && (WORDS.is("installation", tokens.get(noun).lower())
                        || (noun == end && (isArea(tokens.get(noun)) || isSettlement(tokens.get(noun)))));
        return found ? noun + 1 : end;
    }

    /** The index of "the northern port city of X", where such words stand before the name at {@code begin}; else the same. */
    static int beforeDescription(List<Token> tokens, int begin) {
        boolean described = begin > 1
                && tokens.get(begin - 1).lower().equals("of")
                && (isSettlement(tokens.get(begin - 2)) || isArea(tokens.get(begin - 2)));
        if (!described) {
            return begin;
        }
        int first = begin - 2;
        while (first > 0 && first > begin - DESCRIPTION && mayDescribe(tokens.get(first - 1))) {
            first--;
        }
        return first;
    }

    /** "the", "southern", "Pakistani", "port". */
    private static boolean mayDescribe(Token token) {
        return mayLead(token) || isSettlement(token) || token.isCapitalized();
    }

    /** What the word beside the name calls it: "settlement", "area", "road" to it, or nothing. */
    static String called(List<Token> tokens, int begin, int end) {
        boolean road = tokens.subList(Math.max(0, begin - ROAD), begin).stream().anyMatch(AreaWords::isRoad);
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
        return from && (WORDS.is("direction", earlier) || WORDS.is("length", earlier));
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
        if (word.isCapitalized() && WORDS.is("also authority", word.lower())) {
            return senses;
        }
        if (WORDS.is("division", word.lower())) {
            return those(senses, t -> t.kind() == Toponym.Kind.REGION);
        }
        if (WORDS.is("district", word.lower())) {
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
