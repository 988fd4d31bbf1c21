package org.tocsin.coder.text;

/** A word without its commonest endings: rough, fast, the same for "bombing", "bombed" and "bombs". */
public final class Stem {
    private static final int SHORTEST = 3;

    private Stem() {}

    /** The stem of a lower-case word; numbers become one word. */
    public static String of(String lower) {
        if (!lower.isEmpty() && Character.isDigit(lower.charAt(0))) {
            return "0";
        }
        String word = lower.endsWith("'s") ? lower.substring(0, lower.length() - 2) : lower;
        if (word.endsWith("ies") && word.length() > SHORTEST + 2) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.endsWith("ing") && word.length() > SHORTEST + 3) {
            return word.substring(0, word.length() - 3);
        }
        if (word.endsWith("ed") && word.length() > SHORTEST + 2) {
            return word.substring(0, word.length() - 2);
        }
        boolean plural = word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us");
        return plural && word.length() > SHORTEST ? word.substring(0, word.length() - 1) : word;
    }
}
