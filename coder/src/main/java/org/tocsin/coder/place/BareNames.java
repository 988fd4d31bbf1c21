package org.tocsin.coder.place;

import java.util.List;
import java.util.stream.Stream;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;
import org.tocsin.coder.text.WordClusters;

/**
 * Whether a name that no gazetteer has and that no word calls a village is one all the same: "lorries were set on fire at
 * Qarnabad, on the road to the coast". Hotels, companies, people and newspapers stand behind "at", too: their names have a word
 * that says so, go on with a noun, an age or "who", or are of words that news uses often.
 */
final class BareNames {
    /** "A small farming village". */
    private static final int DESCRIPTION = 7;

    private static final WordClasses WORDS = WordClasses.load(BareNames.class, "bare-names.tsv");
    private static final WordClusters NEWS = WordClusters.load();

    private BareNames() {}

    /** Of the name from {@code begin} to {@code end}, which stands behind a word that places things. */
    static boolean isPlace(List<Token> tokens, int begin, int end) {
        List<Token> name = tokens.subList(begin, end);
        return name.stream().anyMatch(BareNames::isRare)
                && name.stream().noneMatch(token -> is("no settlement", token))
                && !isOwnedOrAimedAt(tokens, begin)
                && endsThere(tokens, end)
                && goesOnAsPlace(tokens, begin, end);
    }

    /** None of the sixty thousand words that news uses most, nor put together of such. */
    private static boolean isRare(Token token) {
        return Stream.of(token.lower().split("-", -1))
                .anyMatch(part -> part.length() > 2 && !NEWS.of(part).isKnown());
    }

    private static boolean isOwnedOrAimedAt(List<Token> tokens, int begin) {
        return tokens.get(begin - 1).lower().endsWith("'s") || (begin > 1 && is("aim", tokens.get(begin - 2)));
    }

    private static boolean endsThere(List<Token> tokens, int end) {
        return end == tokens.size() || !tokens.get(end).isWord() || is("behind town", tokens.get(end));
    }

    /**
     * "Xanadu, a village", not "Xanadu, a shop" nor "Xanadu, 34, a driver"; behind "at", where firms and shops stand as often,
     * only a word that places it goes on: "at Xanadu, on the road".
     */
    private static boolean goesOnAsPlace(List<Token> tokens, int begin, int end) {
        boolean at = tokens.get(begin - 1).lower().equals("at");
        if (end + 2 >= tokens.size() || !tokens.get(end).text().equals(",")) {
            return !at;
        }
        Token next = tokens.get(end + 1);
        if (is("article", next)) {
            return isSettlementDescribed(tokens, end + 2);
        }
        if (next.isNumber()) {
            return is("length", tokens.get(end + 2));
        }
        return at ? is("placing", next) : !is("whose", next);
    }

    /** Whether the noun that is described from that token on is a settlement: "small farming village". */
    private static boolean isSettlementDescribed(List<Token> tokens, int from) {
        for (int i = from; i < Math.min(tokens.size(), from + DESCRIPTION); i++) {
            Token token = tokens.get(i);
            if (AreaWords.isSettlement(token)) {
                return true;
            }
            if (!token.isWord() || is("placing", token) || is("behind town", token)) {
                return false;
            }
        }
        return false;
    }

    /** A word for what a town has: church, prison, road. */
    static boolean isNoSettlement(Token token) {
        return is("no settlement", token);
    }

    private static boolean is(String wordClass, Token token) {
        return WORDS.is(wordClass, token.lower());
    }
}
