package org.tocsin.coder.place;

import java.util.List;
import java.util.Locale;
import org.tocsin.coder.text.Token;

/** Whether words are written as a place's name is: "in Nice" and not "Nice words", "SANA" in a headline and not in a text. */
final class WrittenNames {
    private static final int LONGEST_ACRONYM = 4;

    /** Headlines leave shorter words without a capital ("after", "with"). */
    private static final int LONG_WORD = 6;

    /** A city of so many people is meant by its name more often than the everyday word, when that has a capital. */
    private static final int LARGE = 60_000;

    private final Gazetteer gazetteer;
    private final Containment containment;

    WrittenNames(Gazetteer gazetteer, Containment containment) {
        this.gazetteer = gazetteer;
        this.containment = containment;
    }

    /** A capital letter, or an Arabic article with one behind its hyphen. */
    static boolean mayBegin(Token token) {
        return token.isCapitalized()
                || token.lower().equals("al")
                || token.lower().equals("el")
                || UnlistedNames.hasArticle(token);
    }

    /** Leaves out everyday words where they are most likely just that. */
    boolean isName(List<Token> tokens, PlaceName place, boolean capitals) {
        Token last = tokens.get(place.end() - 1);
        boolean oneWord = place.end() == place.begin() + 1;
        if (!oneWord) {
            return last.isCapitalized() || last.text().indexOf('-') > 0 || last.isNumber() || isDivision(tokens, place);
        }
        if (!last.isCapitalized() && last.text().indexOf('-') < 0) {
            return false;
        }
        boolean nickname = last.text().length() > 2 && gazetteer.isNickname(last.lower());
        if (isAcronym(last, capitals)
                && !nickname
                && (place.begin() > 0 || last.text().length() == 2)) {
            return false;
        }
        boolean everyday = place.senses().stream().anyMatch(s -> s.toponym().everydayWord() && !s.alternate());
        if (!everyday) {
            return true;
        }
        boolean first = place.begin() == 0 || !tokens.get(place.begin() - 1).isWord();
        boolean behindTownWord = place.begin() > 0
                && AreaWords.WORDS.is(
                        "before town", tokens.get(place.begin() - 1).lower());
        boolean city = place.senses().stream().anyMatch(s -> s.toponym().population() > LARGE && !s.alternate());
        boolean shown = capitals ? behindTownWord : !first && (city || behindTownWord);
        boolean comma =
                place.end() < tokens.size() && tokens.get(place.end()).text().equals(",");
        return shown || (comma && containment.of(tokens, place.begin(), place.end()) != null);
    }

    /** "Kaduna state"; not "northern region", of which every country has one. */
    private static boolean isDivision(List<Token> tokens, PlaceName place) {
        return AreaWords.isArea(tokens.get(place.end() - 1)) && !AreaWords.mayLead(tokens.get(place.begin()));
    }

    /** "UN", "IS", "SANA": short and all in capitals where other words are not. */
    private static boolean isAcronym(Token token, boolean capitals) {
        String text = token.text();
        return !capitals && text.length() <= LONGEST_ACRONYM && text.equals(text.toUpperCase(Locale.ROOT));
    }

    /**
     * Most words of the sentence begin with a capital, and all long ones: capitals tell nothing there. Not so in "Gunmen attacked
     * Xanadu, Iraq, on Tuesday", which is short and names much.
     */
    static boolean isHeadline(List<Token> tokens) {
        long words = tokens.stream().filter(Token::isWord).count();
        long capital = tokens.stream().filter(Token::isCapitalized).count();
        boolean verb = tokens.stream()
                .anyMatch(token -> token.isWord()
                        && !token.isNumber()
                        && !token.isCapitalized()
                        && token.text().length() >= LONG_WORD);
        return words > 2 && 10 * capital >= 6 * words && !verb;
    }
}
