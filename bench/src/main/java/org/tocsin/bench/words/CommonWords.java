package org.tocsin.bench.words;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tocsin.coder.role.RoleReader;
import org.tocsin.coder.text.DataFile;
import org.tocsin.coder.text.Stem;

/**
 * Which words of a cluster are names of places, persons and groups: those that no dictionary has, in clusters of which most are not in
 * it either, and all words of clusters that are names through and through ("manila" beside "karachi").
 */
final class CommonWords {
    /** Clusters with fewer words of the dictionary than this share are names through and through. */
    private static final double ALL_NAMES = 0.2;

    /** From this share of words of the dictionary on what it lacks is a rare word rather than a name. */
    private static final double NO_NAMES = 0.6;

    private final Set<String> stems = new HashSet<>();

    private CommonWords() {}

    /** From the coder's word lists. */
    static CommonWords load() {
        CommonWords common = new CommonWords();
        DataFile.rows(RoleReader.class, "words.tsv").forEach(row -> common.stems.add(stem(row.text(0))));
        for (DataFile.Row row : DataFile.rows(RoleReader.class, "functions.txt")) {
            Stream.of(row.text(0).split("[: ]+", -1)).forEach(word -> common.stems.add(stem(word)));
        }
        return common;
    }

    /** The words in their order, each name with a * before it. */
    List<String> withNamesMarked(List<String> cluster) {
        double share = cluster.stream().filter(this::isCommon).count() / (double) cluster.size();
        return cluster.stream()
                .map(word -> share < ALL_NAMES || (share < NO_NAMES && !isCommon(word)) ? "*" + word : word)
                .toList();
    }

    private boolean isCommon(String word) {
        return !word.chars().allMatch(Character::isLetter) || stems.contains(stem(word));
    }

    /** Without the endings of verbs and plurals and what they leave: "stopp" and "mov" for "stopped" and "move". */
    private static String stem(String word) {
        String stem = Stem.of(word);
        int end = stem.length();
        boolean twice = end > 3 && stem.charAt(end - 1) == stem.charAt(end - 2);
        return twice || stem.endsWith("e") ? stem.substring(0, end - 1) : stem;
    }
}
