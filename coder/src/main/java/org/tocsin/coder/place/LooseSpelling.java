package org.tocsin.coder.place;

import java.util.List;
import java.util.Set;

/**
 * What the ways have in common in which news writes a name from Arabic, Persian, Pashto, Kurdish, Cyrillic and the like: "Efrin"
 * and "Afrin", "al-Qameshli" and "Qamishly", "Latamineh" and "al-Latamnah". Articles go; letters that stand for one sound
 * become one.
 */
final class LooseSpelling {
    private static final Set<String> ARTICLES =
            Set.of("al el ad ar as ash at ath an az adh ed er es esh et eth en ez il".split(" "));

    /** In this order; longer ones first. */
    private static final String[][] SAME_SOUND = {
        {"tsch", "s"}, {"sch", "s"}, {"tch", "s"}, {"sh", "s"}, {"ch", "s"}, {"kh", "k"}, {"gh", "g"}, {"th", "t"},
        {"dh", "d"}, {"dj", "j"}, {"zh", "j"}, {"ph", "f"}, {"ou", "u"}, {"oo", "u"}, {"ee", "i"}, {"ay", "i"},
        {"ai", "i"}, {"ey", "i"}, {"ei", "i"}, {"iy", "i"}, {"aw", "u"}, {"au", "u"}, {"q", "k"}, {"c", "k"},
        {"y", "i"}, {"w", "u"}, {"o", "u"}, {"e", "a"}
    };

    private static final int SHORTEST = 5;
    private static final int CONSONANTS = 4;

    private LooseSpelling() {}

    /** The keys of a folded name; names that share one may be the same. None for short names. */
    static List<String> keys(String folded) {
        String bare = withoutArticles(folded);
        if (bare.length() < SHORTEST) {
            return List.of();
        }
        String sounds = bare;
        for (String[] pair : SAME_SOUND) {
            sounds = sounds.contains(pair[0]) ? sounds.replace(pair[0], pair[1]) : sounds;
        }
        String single = withoutDoubles(sounds);
        String open = single.endsWith("ah") ? single.substring(0, single.length() - 1) : single;
        String skeleton = skeleton(open);
        return skeleton.length() < CONSONANTS ? List.of(open) : List.of(open, skeleton);
    }

    private static String withoutArticles(String folded) {
        StringBuilder bare = new StringBuilder(folded.length());
        for (String word : folded.split(" ", 0)) {
            bare.append(ARTICLES.contains(word) ? "" : word);
        }
        return bare.toString();
    }

    private static String withoutDoubles(String letters) {
        StringBuilder single = new StringBuilder(letters.length());
        for (int i = 0; i < letters.length(); i++) {
            if (i == 0 || letters.charAt(i) != letters.charAt(i - 1)) {
                single.append(letters.charAt(i));
            }
        }
        return single.toString();
    }

    /** The consonants; a vowel at the beginning counts as one. */
    private static String skeleton(String letters) {
        StringBuilder skeleton = new StringBuilder(letters.length());
        for (int i = 0; i < letters.length(); i++) {
            char c = letters.charAt(i);
            boolean vowel = "aiu".indexOf(c) >= 0;
            if (!vowel || i == 0) {
                skeleton.append(vowel ? 'a' : c);
            }
        }
        return skeleton.toString();
    }
}
