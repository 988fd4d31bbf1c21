package org.tocsin.coder.casualty;

import static org.tocsin.coder.casualty.Tokens.lower;

import java.util.List;
import java.util.Set;
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

    /** "12 victims were not injured": what must not be read from the number's own noun either. */
    private static final Statement DENIED = new Statement("none", "denied");

    /** How many words may stand between what is said and the number behind it. */
    private static final int BETWEEN = 4;

    /** How many where a verb of being or "lives" makes it sure: "four of the African Union lost their lives". */
    private static final int BEHIND = 7;

    static final Set<String> BEING = Set.of("was", "were", "been", "being", "is", "are");

    /** "Are now known to have died", "were seen and killed". */
    private static final Set<String> SURE = Set.of("and", "have", "had");

    /** How far "dead" may stand behind "left 12 members of the group". */
    private static final int BEFORE_DEAD = 12;

    /** How far before its number "toll" may stand. */
    private static final int BEHIND_TOLL = 16;

    boolean isDeath() {
        return harm.equals(CasualtyReader.KILL);
    }

    /** What is said of the mention; null when nothing is said outright. */
    static @Nullable Statement of(WordClasses words, List<Token> tokens, CountMention mention) {
        int end = Math.max(mention.last(), mention.head());
        if (StoppedAttacker.is(words, tokens, mention.first(), end)) {
            return null;
        }
        String head = tokens.get(mention.head()).lower();
        String own = mention.head() > mention.last() ? words.value("outcome", head) : null;
        if (own != null && !own.equals("shot")) {
            return new Statement(own, "noun");
        }
        Statement left = before(words, tokens, mention.first());
        left = mention.isPerson() && isSameOne(words, tokens, mention.first()) ? null : left;
        if (left != null && left.form().equals("left")) {
            Statement outcome = behind(words, tokens, end, BEFORE_DEAD, true);
            return outcome == null || outcome.equals(DENIED) ? null : new Statement(outcome.harm(), "left");
        }
        Statement right = behind(words, tokens, end, BEHIND, false);
        boolean denied = DENIED.equals(right) || isBehindNor(words, tokens, mention.first());
        right = denied ? null : right;
        if (right == null && mention.number() == 0) {
            right = ofNobody(words, tokens, end);
        }
        Statement said = right == null || (left != null && isSaidBetter(left, right)) ? left : right;
        if (said == null && own != null && !denied) {
            return new Statement(own, "noun");
        }
        return said == null && isToll(words, tokens, mention.first())
                ? new Statement(CasualtyReader.KILL, "toll")
                : said;
    }

    /** "Neither the driver nor [his two] passengers were hurt". */
    private static boolean isBehindNor(WordClasses words, List<Token> tokens, int first) {
        int i = first - 1;
        while (i > 0
                && (words.is("possessive", lower(tokens, i)) || lower(tokens, i).equals("the"))) {
            i--;
        }
        return lower(tokens, i).equals("nor");
    }

    /** The left one is nearer, or tells the death that the right one led to: "the bodies of five men who had been shot". */
    private static boolean isSaidBetter(Statement left, Statement right) {
        return right.form().equals("far") || (left.isDeath() && right.harm().equals("shot"));
    }

    /** "Nobody was hurt": "nobody" itself is what denies the harm behind it. */
    private static @Nullable Statement ofNobody(WordClasses words, List<Token> tokens, int end) {
        boolean being =
                end + 2 < tokens.size() && BEING.contains(tokens.get(end + 1).lower());
        String harm = being ? HarmWords.outcome(words, tokens, end + 2) : null;
        return harm == null ? null : new Statement(harm, "passive");
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
            // "From nine to 14", "first put at nine, then at 14": the older one.
            boolean older = lower(tokens, i - 1).equals("from")
                    || lower(tokens, first - 2).equals("then");
            if (lower.equals(".") || (tokens.get(i).isNumber() && !older)) {
                return false;
            }
        }
        return false;
    }

    /** "12 [of them] were [reportedly] killed", "12 dead". */
    private static @Nullable Statement behind(
            WordClasses words, List<Token> tokens, int end, int between, boolean through) {
        boolean passive = false;
        boolean suffers = false;
        int from = Insertion.end(words, tokens, end);
        boolean widened = false;
        for (int i = from + 1; i < Math.min(tokens.size(), from + 2 + between); i++) {
            int own = !widened && lower(tokens, i).equals("and") ? Attackers.lastOfOne(words, tokens, i + 1) : -1;
            if (own > 0) {
                widened = true;
                // "Six people and the bomber were killed".
                from += own - i + 1;
                i = own;
                continue;
            }
            String lower = tokens.get(i).lower();
            String harm = HarmWords.outcome(words, tokens, i);
            boolean causes = words.is("leave", lower) && counts(words, tokens, i + 1);
            if (causes || (harm != null && !suffers && Deeds.areDone(words, tokens, i))) {
                return null;
            }
            if (harm != null && HarmText.isDenied(words, tokens, i)) {
                return DENIED;
            }
            if (harm != null) {
                // "And" is passed only where the verb behind it is a second one of the same people.
                String before = lower(tokens, i - 1);
                boolean sure = BEING.contains(before) || SURE.contains(before) || lower.equals("lives");
                if (!through && !sure && i - from > BETWEEN + 1) {
                    return null;
                }
                // "14 people, including four women, wounded six others": a verb with others behind it.
                if (!passive && from > end && counts(words, tokens, i + 1)) {
                    return null;
                }
                boolean near = passive || i - from <= 2;
                return new Statement(harm, near ? "passive" : "far");
            }
            if (words.is("fatal", lower) && Deeds.isFatalPart(words, tokens, end, i)) {
                return new Statement(CasualtyReader.KILL, "passive");
            }
            if (Wounds.areToldAt(words, tokens, i)) {
                boolean dies = HarmWords.diesLater(words, tokens, i);
                return new Statement(dies ? CasualtyReader.KILL : CasualtyReader.INJURE, "carried");
            }
            int who = i == from + 1 && lower.equals(",") ? i + 1 : i;
            if (lower(tokens, who).equals("who")) {
                return behindRelative(words, tokens, who);
            }
            boolean goesOn = suffers && lower.equals("and") && endsInOutcome(words, tokens, i + 1);
            boolean ends = words.is("break", lower)
                    || lower.equals("that")
                    || lower.equals(",")
                    || (lower.equals("and") && !goesOn);
            if (lower.equals(".") || (ends && !through)) {
                return null;
            }
            passive |= words.is("passive", lower);
            suffers |= BEING.contains(lower);
        }
        return null;
    }

    /** "Were ambushed and killed", and not "were seen and killed two". */
    private static boolean endsInOutcome(WordClasses words, List<Token> tokens, int i) {
        if (HarmWords.outcome(words, tokens, i) == null) {
            return false;
        }
        return !counts(words, tokens, i + 1);
    }

    static boolean counts(WordClasses words, List<Token> tokens, int i) {
        return i < tokens.size()
                && (tokens.get(i).isNumber()
                        || words.is("article", tokens.get(i).lower())
                        || words.is("number", tokens.get(i).lower()));
    }

    /** "two women [who worked for the court] were killed", "five officers who died": said in the clause or behind it. */
    private static @Nullable Statement behindRelative(WordClasses words, List<Token> tokens, int who) {
        for (int i = who + 1; i < Math.min(tokens.size() - 1, who + 1 + Insertion.LONGEST); i++) {
            String lower = tokens.get(i).lower();
            if (lower.equals(".") || lower.equals(";")) {
                return null;
            }
            boolean died = i == who + 1 && (lower.equals("died") || lower.equals("perished"));
            String harm = died
                    ? CasualtyReader.KILL
                    : words.is("passive", lower) ? HarmWords.outcome(words, tokens, i + 1) : null;
            if (harm != null) {
                return new Statement(harm, "passive");
            }
        }
        return null;
    }

    /** "killed [at least] 12", "left 12", "a death toll of 12", "claimed the lives of 12". */
    private static @Nullable Statement before(WordClasses words, List<Token> tokens, int first) {
        int least = first - 1 - BETWEEN;
        boolean widened = false;
        for (int i = first - 1; i >= Math.max(0, least); i--) {
            int own = !widened && lower(tokens, i).equals("and") ? Attackers.firstOfOne(words, tokens, i - 1) : -1;
            if (own > 0) {
                widened = true;
                // "Killed the bomber and six others": the attacker is no part of the toll.
                least -= i - own + 1;
                i = own - 1;
            }
            String lower = tokens.get(i).lower();
            String harm = HarmWords.deed(words, tokens, i);
            if (harm != null) {
                return new Statement(harm, "active");
            }
            if (words.is("leave", lower)) {
                return new Statement(CasualtyReader.KILL, "left");
            }
            if (words.is("toll", lower)) {
                return new Statement(CasualtyReader.KILL, "noun");
            }
            // "Shot dead by a guard": the doer; not so "the toll rose by 12".
            if (lower.equals("by") && HarmWords.isHarm(words, lower(tokens, i - 1))) {
                return null;
            }
            // "Killing himself and four others": the attacker is no part of the toll.
            boolean whose = words.is("possessive", lower);
            boolean self = words.is("self", lower) || (lower.equals("and") && words.is("self", lower(tokens, i - 1)));
            boolean bound = words.is("more", lower) || isOfBound(words, tokens, i);
            if (!self && !whose && !bound && !words.is("filler", lower)) {
                return null;
            }
        }
        return null;
    }

    /** "The man killed was [a baker]", "who was shot is [her driver]"; not "also killed was [a baker]". */
    private static boolean isSameOne(WordClasses words, List<Token> tokens, int first) {
        String being = lower(tokens, first - 1);
        String before = lower(tokens, first - 3);
        return (being.equals("was") || being.equals("is"))
                && words.is("deed", lower(tokens, first - 2))
                && first > 2
                && tokens.get(first - 3).isWord()
                && !before.equals("also")
                && !before.equals("and");
    }

    /** The "no" of "killed no fewer than 12", the "in" of "killed in excess of 12"; not that of "killed in 12 raids". */
    private static boolean isOfBound(WordClasses words, List<Token> tokens, int i) {
        boolean excess = lower(tokens, i).equals("in") && lower(tokens, i + 1).equals("excess");
        boolean no = lower(tokens, i).equals("no") || lower(tokens, i).equals("not");
        return excess || (no && Bounds.isOfComparison(words, tokens, i));
    }
}
