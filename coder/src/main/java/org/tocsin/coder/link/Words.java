package org.tocsin.coder.link;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.coder.place.Folding;
import org.tocsin.coder.place.Nations;
import org.tocsin.coder.text.WordClasses;

/**
 * How noun phrases are compared: folded words without articles, plurals as singulars, every name and adjective of a country
 * as its code, all words for soldiers as one ({@code words.tsv}). "The U.S. soldiers'", "American troops" and "United States servicemen" are the
 * same words.
 */
final class Words {
    private static final WordClasses WORDS = WordClasses.load(Words.class, "words.tsv");

    /** Longest country name in words: "Democratic Republic of the Congo". */
    private static final int LONGEST_NATION = 5;

    private final Nations nations;

    Words(Nations nations) {
        this.nations = nations;
    }

    /** The words of a text, in order; countries as "@US". */
    List<String> of(String text) {
        List<String> plain = new ArrayList<>();
        for (String written : text.split("\\s+", 0)) {
            String folded = Folding.fold(written);
            boolean pronoun = written.equals("us");
            for (String word : folded.split(" ", 0)) {
                if (!word.isEmpty() && !pronoun) {
                    plain.add(word);
                }
            }
        }
        List<String> words = new ArrayList<>();
        int i = 0;
        while (i < plain.size()) {
            int end = nationEnd(plain, i, words);
            if (end == i) {
                add(plain.get(i), words);
                end = i + 1;
            }
            i = end;
        }
        return words;
    }

    static boolean isNation(String word) {
        return word.startsWith("@");
    }

    private int nationEnd(List<String> plain, int begin, List<String> into) {
        for (int end = Math.min(plain.size(), begin + LONGEST_NATION); end > begin; end--) {
            var code = nations.code(String.join(" ", plain.subList(begin, end)));
            if (code.isPresent()) {
                into.add("@" + code.get());
                return end;
            }
        }
        return begin;
    }

    private static void add(String word, List<String> into) {
        if (WORDS.is("article", word)) {
            return;
        }
        boolean plural = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us");
        String singular = word.endsWith("ies") && word.length() > 4
                ? word.substring(0, word.length() - 3) + "y"
                : plural ? word.substring(0, word.length() - 1) : word;
        boolean soldiers = WORDS.is("soldier", singular) && (into.isEmpty() || isNation(into.get(into.size() - 1)));
        into.add(soldiers ? "soldier" : singular);
    }
}
