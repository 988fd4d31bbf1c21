package org.tocsin.coder.role;

import java.util.List;
import java.util.Locale;
import org.tocsin.coder.text.Token;

/** Words that are part of a name although their form or their meaning elsewhere speaks against it. */
final class NameWords {
    private final Words words;

    NameWords(Words words) {
        this.words = words;
    }

    /** The i-th word of a sentence in which capitals tell of names. */
    boolean is(List<Token> tokens, int i) {
        return isBehindArticle(tokens.get(i).text())
                || isCompound(tokens.get(i).text())
                || isTime(tokens, i)
                || isAuxiliary(tokens, i);
    }

    /** "[al-Fajr]", "[ul-Haqq]", and not "pro-Russian". */
    private boolean isBehindArticle(String written) {
        int hyphen = written.indexOf('-');
        return isCapital(written, hyphen + 1)
                && hyphen > 0
                && words.idioms().is("ARTICLES-IN-NAMES", written.substring(0, hyphen));
    }

    /** "[Lashkar-e-Noor]", "[FRT-Sur]", also where a sentence begins, and not "Anti-Russian", "Israeli-occupied", "Follow-up". */
    private boolean isCompound(String written) {
        int hyphen = written.indexOf('-');
        return hyphen > 0
                && isCapital(written, 0)
                && isCapital(written, written.lastIndexOf('-') + 1)
                && !words.isKnown(written.substring(0, hyphen).toLowerCase(Locale.ROOT));
    }

    /** "The Black [Dawn] Front", "the Army of the [Night]", "[Dawn] of Glory", and not "on Monday President Silva", "Night of violence". */
    private boolean isTime(List<Token> tokens, int i) {
        if (!isCapital(tokens, i) || words.function(tokens.get(i).lower()) != Tag.TIME) {
            return false;
        }
        boolean ofThe = isWord(tokens, i - 1, "the") && isWord(tokens, i - 2, "of");
        boolean first = i == 1 && isFunction(tokens, 0);
        boolean begins = (isCapital(tokens, i - 1) && !first) || isWord(tokens, i - 1, "the");
        boolean ofName = isWord(tokens, i + 1, "of")
                && isCapital(tokens, i + 2)
                && words.function(tokens.get(i + 2).lower()) == null;
        return ofThe || ofName || (begins && isCapital(tokens, i + 1));
    }

    /** "The Nation's [Will]", "the Ninth of [May] Brigade", and not "the end of May Kesme rebels", "said: May God". */
    private boolean isAuxiliary(List<Token> tokens, int i) {
        if (!isCapital(tokens, i) || words.function(tokens.get(i).lower()) != Tag.AUXILIARY) {
            return false;
        }
        boolean owned = isCapital(tokens, i - 1)
                && Tagger.isPossessive(tokens.get(i - 1).lower());
        boolean within = isWord(tokens, i - 1, "the") || (isWord(tokens, i - 1, "of") && isOrdinal(tokens, i - 2));
        return owned || (within && i > 1 && isCapital(tokens, i + 1));
    }

    /** "On" of "On Monday", "Last" of "Last Friday". */
    private boolean isFunction(List<Token> tokens, int i) {
        String lower = tokens.get(i).lower();
        return words.function(lower) != null || words.idioms().is("BEFORE-TIMES", lower);
    }

    /** Counts the day of a month that a group is called after: the "Ninth" of May. */
    private boolean isOrdinal(List<Token> tokens, int i) {
        return i >= 0 && words.idioms().is("ORDINALS", tokens.get(i).lower()) && isCapital(tokens, i);
    }

    private static boolean isWord(List<Token> tokens, int i, String lower) {
        return i >= 0 && i < tokens.size() && tokens.get(i).lower().equals(lower);
    }

    private static boolean isCapital(List<Token> tokens, int i) {
        return i >= 0 && i < tokens.size() && tokens.get(i).isCapitalized();
    }

    private static boolean isCapital(String written, int at) {
        return at < written.length() && Character.isUpperCase(written.charAt(at));
    }
}
