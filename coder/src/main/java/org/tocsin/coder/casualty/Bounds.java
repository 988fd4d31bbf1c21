package org.tocsin.coder.casualty;

import static org.tocsin.coder.casualty.Tokens.lower;

import java.util.List;
import org.tocsin.coder.casualty.CountMention.Bound;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/** What the words round a number make of it: "at least 60", "no more than 60", "fewer than 60", "60 or more". */
final class Bounds {
    /** Words between what bounds a number and the number: "upwards of 60". */
    private static final int WITHIN = 3;

    private final WordClasses words;

    Bounds(WordClasses words) {
        this.words = words;
    }

    /** @param end the number's last token, or that of the noun that it counts */
    Bound of(List<Token> tokens, int first, int last, int end) {
        if (lower(tokens, last).endsWith("-plus") || isOrMore(tokens, last + 1) || isOrMore(tokens, end + 1)) {
            return Bound.LEAST;
        }
        String before = lower(tokens, first - 1);
        return before.equals("between") || before.equals("from") ? Bound.LEAST : before(tokens, first);
    }

    /** The "no" of "no more than 60", "not fewer than 60" says how many; not so that of "no more people". */
    static boolean isOfComparison(WordClasses words, List<Token> tokens, int no) {
        String way = words.value("more", lower(tokens, no + 1));
        return ("OVER".equals(way) || "UNDER".equals(way))
                && lower(tokens, no + 2).equals("than");
    }

    /** "60 or more", "60 people at least", "60 people at least were killed"; not "60 people at least four of whom". */
    private boolean isOrMore(List<Token> tokens, int i) {
        String next = lower(tokens, i + 1);
        return (lower(tokens, i).equals("or") && next.equals("more"))
                || (lower(tokens, i).equals("at")
                        && next.equals("least")
                        && (i + 2 >= tokens.size()
                                || !tokens.get(i + 2).isWord()
                                || words.is("passive", lower(tokens, i + 2))));
    }

    private Bound before(List<Token> tokens, int first) {
        for (int i = first - 1; i >= Math.max(0, first - WITHIN); i--) {
            String way = words.value("more", lower(tokens, i));
            if (way != null) {
                boolean adjacent = i + 1 == first || lower(tokens, i + 1).equals("than");
                boolean no = lower(tokens, i - 1).equals("no")
                        || lower(tokens, i - 1).equals("not");
                return switch (way) {
                    case "LEAST" -> Bound.LEAST;
                    case "OVER" -> !adjacent ? Bound.EXACT : no ? Bound.MOST : Bound.LEAST;
                    case "UNDER" -> !adjacent ? Bound.EXACT : no ? Bound.LEAST : Bound.MOST;
                    case "UP" -> isUpTo(tokens, i, first) ? Bound.MOST : Bound.EXACT;
                    case "MOST" -> isMost(tokens, i, first) ? Bound.MOST : Bound.EXACT;
                    default -> Bound.ABOUT;
                };
            }
        }
        return Bound.EXACT;
    }

    /** "At most 60", "a maximum of 60"; not "most of 60". */
    private static boolean isMost(List<Token> tokens, int i, int first) {
        return i + 1 < first
                ? lower(tokens, i).equals("maximum")
                : lower(tokens, i - 1).equals("at");
    }

    /** "Up to 60", "as many as 60"; not "blew himself up, killing 60". */
    private static boolean isUpTo(List<Token> tokens, int i, int first) {
        String next = lower(tokens, i + 1);
        return i + 1 < first && (next.equals("to") || next.equals("as"));
    }
}
