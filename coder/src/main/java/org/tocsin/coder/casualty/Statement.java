package org.tocsin.coder.casualty;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/**
 * What the sentence says outright of a number of people.
 *
 * @param harm the class of the word of harm: kill, injure or shot
 * @param form how it is said: "passive" (12 were killed), "active" (killed 12), "left" (left 12 dead), "noun" (a toll
 *     of 12)
 */
record Statement(String harm, String form) {

    /** How many words may stand between the number with its noun and what is said of it. */
    private static final int BETWEEN = 4;

    /** How far "dead" may stand behind "left 12 members of the group". */
    private static final int BEFORE_DEAD = 12;

    /** How far before its number "toll" may stand. */
    private static final int BEHIND_TOLL = 16;

    /** What is said of the mention; null when nothing is said outright. */
    static @Nullable Statement of(WordClasses words, List<Token> tokens, CountMention mention) {
        int end = Math.max(mention.last(), mention.head());
        String head = tokens.get(mention.head()).lower();
        String own = mention.head() > mention.last() ? words.value("outcome", head) : null;
        if (own != null && !own.equals("shot")) {
            return new Statement(own, "noun");
        }
        Statement left = before(words, tokens, mention.first());
        if (left != null && left.form().equals("left")) {
            Statement outcome = behind(words, tokens, end, BEFORE_DEAD, true);
            return outcome == null ? null : new Statement(outcome.harm(), "left");
        }
        Statement right = behind(words, tokens, end, BETWEEN, false);
        Statement said = right == null || (left != null && right.form().equals("far")) ? left : right;
        if (said == null && own != null) {
            return new Statement(own, "noun");
        }
        return said == null && isToll(words, tokens, mention.first()) ? new Statement("kill", "toll") : said;
    }

    /** "The death toll from the attack has risen to 12". */
    private static boolean isToll(WordClasses words, List<Token> tokens, int first) {
        boolean risen = false;
        for (int i = first - 1; i >= Math.max(0, first - BEHIND_TOLL); i--) {
            String lower = tokens.get(i).lower();
            risen |= words.is("rise", lower);
            if (lower.equals("toll") || (lower.equals("number") && first - i > 2)) {
                return risen;
            }
            if (lower.equals(".") || tokens.get(i).isNumber()) {
                return false;
            }
        }
        return false;
    }

    /** "12 [of them] were [reportedly] killed", "12 dead". */
    private static @Nullable Statement behind(
            WordClasses words, List<Token> tokens, int end, int between, boolean through) {
        boolean passive = false;
        for (int i = end + 1; i < Math.min(tokens.size(), end + 2 + between); i++) {
            String lower = tokens.get(i).lower();
            String harm = words.value("outcome", lower);
            if (harm != null) {
                if (HarmText.isDenied(words, tokens, i)) {
                    return null;
                }
                boolean near = passive || i - end <= 2;
                return new Statement(harm, near ? "passive" : "far");
            }
            boolean ends = words.is("break", lower) || lower.equals(",") || lower.equals("and");
            if (lower.equals(".") || (ends && !through)) {
                return null;
            }
            passive |= words.is("passive", lower);
        }
        return null;
    }

    /** "killed [at least] 12", "left 12", "a death toll of 12", "claimed the lives of 12". */
    private static @Nullable Statement before(WordClasses words, List<Token> tokens, int first) {
        for (int i = first - 1; i >= Math.max(0, first - 1 - BETWEEN); i--) {
            String lower = tokens.get(i).lower();
            String harm = words.value("deed", lower);
            if (harm != null) {
                return new Statement(harm, "active");
            }
            if (words.is("leave", lower)) {
                return new Statement("kill", "left");
            }
            if (words.is("toll", lower)) {
                return new Statement("kill", "noun");
            }
            if (!words.is("more", lower) && !words.is("filler", lower)) {
                return null;
            }
        }
        return null;
    }
}
