package org.tocsin.coder.place;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tocsin.coder.text.DataFile;

/**
 * What the ways have in common in which news writes a name from Arabic, Persian, Pashto, Kurdish, Cyrillic and the like: "Efrin"
 * and "Afrin", "al-Qameshli" and "Qamishly", "Latamineh" and "al-Latamnah". Articles go; letters that stand for one sound
 * become one; {@code loose-spelling.tsv} has them.
 */
final class LooseSpelling {
    private static final Set<String> COUNTRIES = list("country");
    private static final Set<String> ARTICLES = list("article");
    private static final List<Sound> SOUNDS = sounds();

    private static final int SHORTEST = 5;
    private static final int CONSONANTS = 4;

    /** Letters, and those that they are read as. */
    private record Sound(String letters, String as) {}

    private LooseSpelling() {}

    private static Stream<DataFile.Row> rows(String kind) {
        return DataFile.rows(LooseSpelling.class, "loose-spelling.tsv").stream()
                .filter(row -> row.text(0).equals(kind));
    }

    private static Set<String> list(String kind) {
        return rows(kind)
                .flatMap(row -> Arrays.stream(row.text(1).split(",", 0)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<Sound> sounds() {
        return rows("sound").map(row -> new Sound(row.text(1), row.text(2))).toList();
    }

    /** Whether names of that country, ISO 3166-1 alpha-2, reach English news from another alphabet. */
    static boolean isOf(String country) {
        return COUNTRIES.contains(country);
    }

    /** The keys of a folded name; names that share one may be the same. None for short names. */
    static List<String> keys(String folded) {
        String bare = withoutArticles(folded);
        if (bare.length() < SHORTEST) {
            return List.of();
        }
        String sounds = bare;
        for (Sound sound : SOUNDS) {
            sounds = sounds.contains(sound.letters) ? sounds.replace(sound.letters, sound.as) : sounds;
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
