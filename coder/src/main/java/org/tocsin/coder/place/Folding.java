package org.tocsin.coder.place;

import java.text.Normalizer;
import java.util.Locale;

/**
 * How names are compared: lower case, without accents, apostrophes, possessive endings and dots, hyphens as spaces. "Deïr
 * ez-Zor's" and "DEIR EZ ZOR" fold to the same.
 */
public final class Folding {
    private Folding() {}

    /** The folded form; words are parted by one space. Linear in the length of the name. */
    public static String fold(String name) {
        if (isFolded(name)) {
            return name;
        }
        String lower = isPlain(name) ? name : spelledOut(name.toLowerCase(Locale.ROOT));
        StringBuilder folded = new StringBuilder(lower.length());
        int length = withoutPossessive(lower);
        for (int i = 0; i < length; i++) {
            char c = lower.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                folded.append(c);
            } else if (isGap(c) && folded.length() > 0 && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        }
        int end = folded.length();
        return end > 0 && folded.charAt(end - 1) == ' ' ? folded.substring(0, end - 1) : folded.toString();
    }

    /** Everything parts words but apostrophes, the Arabic ayn and hamza, dots, and marks left over from accents. */
    private static boolean isGap(char c) {
        return c != '\''
                && c != '\u2019'
                && c != '\u2018'
                && c != '`'
                && c != '.'
                && c != '\u02bf'
                && c != '\u02bb'
                && c != '\u02be'
                && Character.getType(c) != Character.NON_SPACING_MARK;
    }

    private static int withoutPossessive(String lower) {
        int length = lower.length();
        boolean possessive = length > 2
                && lower.charAt(length - 1) == 's'
                && (lower.charAt(length - 2) == '\'' || lower.charAt(length - 2) == '\u2019');
        return possessive ? length - 2 : length;
    }

    /** One word of plain letters, as nearly all words of a text are: nothing to do. */
    private static boolean isFolded(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 128 || (c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return true;
    }

    private static String spelledOut(String lower) {
        for (int i = 0; i < lower.length(); i++) {
            if (lower.charAt(i) >= 128) {
                return Normalizer.normalize(lower, Normalizer.Form.NFD)
                        .replace("\u0131", "i")
                        .replace("\u0142", "l")
                        .replace("\u00f8", "o")
                        .replace("\u00df", "ss")
                        .replace("\u00e6", "ae")
                        .replace("\u0111", "d")
                        .replace("\u0259", "a");
            }
        }
        return lower;
    }
}
