package org.tocsin.coder.role;

import java.util.List;
import java.util.Set;
import org.tocsin.coder.text.Token;

/** Words round a number that are no prepositions there: "at least 22", "more than 30", "up to 40", "as many as 50". */
final class Quantifiers {
    private static final Set<String> BEFORE_NUMBER = Set.of(
            "about", "around", "over", "nearly", "almost", "some", "another", "under", "approximately", "roughly");

    private Quantifiers() {}

    /** Token i is part of such a phrase. */
    static boolean isPart(List<Token> tokens, int i, Words words) {
        String word = tokens.get(i).lower();
        return switch (word) {
            case "at" -> is(tokens, i + 1, "least") || is(tokens, i + 1, "most");
            case "least", "most" -> is(tokens, i - 1, "at");
            case "more", "less", "fewer" -> is(tokens, i + 1, "than");
            case "than" -> is(tokens, i - 1, "more") || is(tokens, i - 1, "less") || is(tokens, i - 1, "fewer");
            case "up" -> is(tokens, i + 1, "to") && isNumber(tokens, i + 2, words);
            case "to" -> is(tokens, i - 1, "up") && isNumber(tokens, i + 1, words);
            case "as" -> is(tokens, i + 1, "many") || is(tokens, i - 1, "many");
            case "many" -> is(tokens, i - 1, "as") && is(tokens, i + 1, "as");
            default -> BEFORE_NUMBER.contains(word) && isNumber(tokens, i + 1, words);
        };
    }

    private static boolean is(List<Token> tokens, int i, String word) {
        return i >= 0 && i < tokens.size() && tokens.get(i).lower().equals(word);
    }

    private static boolean isNumber(List<Token> tokens, int i, Words words) {
        return i < tokens.size()
                && (tokens.get(i).isNumber() || words.function(tokens.get(i).lower()) == Tag.NUMBER);
    }
}
