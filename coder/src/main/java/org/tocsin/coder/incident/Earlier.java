package org.tocsin.coder.incident;

import java.util.List;
import java.util.Set;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/** Times long before the news: "in January", "last year", "two years ago", "in 2019". {@code earlier.tsv} has the words. */
final class Earlier {
    /** Within so many tokens a sentence begins. */
    private static final int OPENING = 4;

    /** Tokens from the attack to its time, in the same clause: "killed by a mine on the road to Gao last year". */
    private static final int REACH = 12;

    /** Before an attack that was not told of yet. */
    private static final Set<String> NEW = Set.of("a", "an", "another");

    private static final WordClasses WORDS = WordClasses.load(Earlier.class, "earlier.tsv");

    /** Tokens from "said" to the day on which it was. */
    private static final int SAID = 4;

    /** "In January", "Last month", "In 2019", "Two years ago"; not "On 4 May", which may be the day of the news. */
    boolean isOpening(List<Token> tokens) {
        for (int i = 0; i < Math.min(OPENING, tokens.size() - 1); i++) {
            if (isMonth(tokens, i) || tokens.get(i).isYear() || isLongAgo(tokens, i)) {
                return true;
            }
        }
        return false;
    }

    /** "A similar [attack in 2003] killed a judge", and not "the attack in 2003", which may be what all is about. */
    boolean isOfAnother(List<Token> tokens, int attack) {
        return attack <= OPENING
                && NEW.contains(tokens.get(0).lower())
                && attack + 2 < tokens.size()
                && tokens.get(attack + 1).lower().equals("in")
                && tokens.get(attack + 2).isYear();
    }

    /**
     * "Was killed in Mandera last year", "in January a judge was shot"; not "was killed, police, who lost 40 men last year, said"
     * nor "was shot with a rifle bought last year".
     */
    boolean isTimeOf(List<Token> tokens, int attack) {
        boolean older = false;
        int begin = attack;
        while (begin > Math.max(0, attack - REACH) && !isStop(tokens.get(begin - 1))) {
            begin--;
        }
        for (int i = begin;
                i < Math.min(tokens.size(), attack + REACH) && !(i > attack && isStop(tokens.get(i)));
                i++) {
            if (is("DAY", tokens.get(i)) || isDayOfMonth(tokens, i)) {
                return false;
            }
            if (i > attack && isOtherDeed(tokens, i)) {
                return older;
            }
            older |= isTimeAt(tokens, i);
        }
        return older;
    }

    /** "6 May", "May 6". */
    private boolean isDayOfMonth(List<Token> tokens, int i) {
        return is("MONTH", tokens.get(i))
                && ((i > 0 && isDay(tokens.get(i - 1))) || (i + 1 < tokens.size() && isDay(tokens.get(i + 1))));
    }

    /** "Bought", "built", of something else than the attack, and not "was killed". */
    private boolean isOtherDeed(List<Token> tokens, int i) {
        boolean done = tokens.get(i).lower().endsWith("ed") || is("DONE", tokens.get(i));
        return done && !is("BE", tokens.get(i - 1));
    }

    private boolean isTimeAt(List<Token> tokens, int i) {
        boolean placed = i > 0 && is("IN", tokens.get(i - 1));
        return (placed && (isMonth(tokens, i) || tokens.get(i).isYear())) || isLongAgo(tokens, i);
    }

    /** "Last month", "last October", "previous attacks", "years ago", "weeks earlier". */
    private boolean isLongAgo(List<Token> tokens, int i) {
        if (i + 1 == tokens.size()) {
            return false;
        }
        Token next = tokens.get(i + 1);
        return (is("LAST", tokens.get(i)) && (is("LONG", next) || is("MONTH", next) || is("EVENTS", next)))
                || (is("AGES", tokens.get(i)) && (is("AGO", next) || isEndingIn(tokens, i + 1, "before")));
    }

    /** "Three years before", and not "years before the vote". */
    private static boolean isEndingIn(List<Token> tokens, int i, String word) {
        return tokens.get(i).lower().equals(word)
                && (i + 1 == tokens.size() || !tokens.get(i + 1).isWord());
    }

    /** A month without a day. */
    private boolean isMonth(List<Token> tokens, int i) {
        boolean day = (i > 0 && isDay(tokens.get(i - 1))) || (i + 1 < tokens.size() && isDay(tokens.get(i + 1)));
        return is("MONTH", tokens.get(i)) && tokens.get(i).isCapitalized() && !day;
    }

    /** The 6 of "6 May". */
    static boolean isDay(Token token) {
        return token.isNumber() && token.text().length() <= 2;
    }

    private boolean isStop(Token token) {
        return !(token.isWord() || token.isNumber()) || is("CLAUSE", token);
    }

    /** Whether the token at that place names the day of a statement: "said on Monday", "told AFP on Monday". */
    boolean isSaid(List<Token> tokens, int day) {
        return tokens.subList(Math.max(0, day - SAID), day).stream().anyMatch(this::isSaying);
    }

    /** "Said", "statement". */
    boolean isSaying(Token token) {
        return is("SAYING", token);
    }

    /** A day of the news that is not the one of a statement. */
    boolean hasDay(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (is("DAY", tokens.get(i)) && !isSaid(tokens, i)) {
                return true;
            }
        }
        return false;
    }

    /** A word of court or of an anniversary: what begins with it may be about an old attack. */
    boolean isAboutOld(Token token) {
        return is("OLD", token);
    }

    private static boolean is(String wordClass, Token token) {
        return WORDS.is(wordClass, token.lower());
    }
}
