package org.tocsin.coder.text;

import org.tocsin.coder.text.WordClusters.Cluster;

/**
 * Words for models that must not learn names: all names of places, persons and groups are one word, so that an attack in a town of
 * which training tells much counts for no more than the same attack in any other. Nothing depends on capital letters.
 */
public final class Nameless {
    private static final String NAME = "*";
    private static final Cluster NAMES = new Cluster(NAME, NAME, NAME);

    private final WordClusters clusters;

    private Nameless(WordClusters clusters) {
        this.clusters = clusters;
    }

    /** With the word clusters that ship. */
    public static Nameless load() {
        return new Nameless(WordClusters.load());
    }

    /** The stem of a word, the same for all names. */
    public String stem(Token token) {
        return isName(token) ? NAME : Stem.of(token.lower());
    }

    /** The cluster of a word, the same for all names; {@link Cluster#UNKNOWN} of numbers and marks. */
    public Cluster cluster(Token token) {
        return isName(token) ? NAMES : clusters.of(token.lower());
    }

    private boolean isName(Token token) {
        if (!token.isWord() || token.isNumber()) {
            return false;
        }
        String lower = token.lower();
        String bare = lower.endsWith("'s") ? lower.substring(0, lower.length() - 2) : lower;
        return isOfLetters(bare) && clusters.isName(bare);
    }

    private static boolean isOfLetters(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!Character.isLetter(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
