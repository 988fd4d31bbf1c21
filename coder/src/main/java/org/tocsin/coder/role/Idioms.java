package org.tocsin.coder.role;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.coder.text.Token;

/** What words are by the words beside them or by their place in a list ({@code functions.txt}). */
final class Idioms {
    /** Longer numbers count no people. */
    private static final int MOST_DIGITS = 6;

    private final Map<String, List<String>> classes = new HashMap<>();
    private final List<String[]> joining = new ArrayList<>();

    void add(String name, String[] words) {
        if (name.equals("JOINING")) {
            joining.add(words);
        } else {
            classes.put(name, List.of(words));
        }
    }

    /** Armed people by a word that is a verb, too, after whose they are: "government forces". */
    boolean isUnit(String side, String lower) {
        return of("UNITS").contains(lower) && of("SIDES").contains(side);
    }

    /** Ends as words do that name a people as a whole behind "the": "Chinese", "French", "Swiss". */
    boolean isOfAll(String lower) {
        return of("WHOLE-PEOPLES").stream().anyMatch(lower::endsWith);
    }

    /** Stands for those who were harmed: "the wounded". */
    boolean isHarmed(String lower) {
        return of("HARMED").contains(lower);
    }

    /** The word is of the class of that name. */
    boolean is(String name, String word) {
        return of(name).contains(word);
    }

    /** How many "12", "twelve" and "a" are; 0 when the word counts nobody. */
    int count(String lower) {
        if (lower.length() <= MOST_DIGITS && lower.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Integer.parseInt(lower);
        }
        return lower.equals("a") || lower.equals("an") ? 1 : of("COUNTS").indexOf(lower) + 1;
    }

    /** How many words from the i-th on mean "and": three of "as well as". */
    int joining(List<Token> tokens, int i) {
        for (String[] phrase : joining) {
            if (isAt(tokens, i, phrase)) {
                return phrase.length;
            }
        }
        return 0;
    }

    private static boolean isAt(List<Token> tokens, int i, String[] phrase) {
        int j = 0;
        while (j < phrase.length
                && i + j < tokens.size()
                && tokens.get(i + j).lower().equals(phrase[j])) {
            j++;
        }
        return j == phrase.length;
    }

    private List<String> of(String name) {
        return classes.getOrDefault(name, List.of());
    }
}
