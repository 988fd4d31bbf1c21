package org.tocsin.coder.incident;

import java.util.List;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/**
 * Where a sentence says that there was no attack: "ruled out sabotage", "no sign of an attack". It must be of any attack,
 * not of one that is known ("a link to the attack"), and the word for it must stand in the same clause.
 */
final class RuledOut {
    /** Tokens from what says so to the attack: "ruled out the possibility of a terrorist attack". */
    private static final int REACH = 10;

    /** Tokens before, in which it is taken back ("have not ruled out") or named ("sabotage was ruled out"). */
    private static final int NEAR = 4;

    /** Tokens from "of" to the attack: "no sign of any terrorist attack". */
    private static final int OF = 4;

    private final WordClasses words;

    RuledOut(WordClasses words) {
        this.words = words;
    }

    /** Whether it is said from that token on. */
    boolean isSaidAt(List<Token> tokens, int at) {
        int end = end(tokens, at);
        if (end < 0) {
            return isNoSign(tokens, at);
        }
        return !isTakenBack(tokens, at) && (names(tokens, end, end + REACH) || isNamedBefore(tokens, at));
    }

    /** Whether that token is among what is said to have been none: "bomb" in "ruled out a bomb attack". */
    boolean isOf(List<Token> tokens, int token) {
        for (int at = Math.max(0, token - REACH); at < Math.min(tokens.size(), token + NEAR); at++) {
            if (isSaidAt(tokens, at) && !isStopped(tokens, Math.min(at, token) + 1, Math.max(at, token))) {
                return true;
            }
        }
        return false;
    }

    /** Behind "ruled out" or "excluded" that begins there; -1 when none does. */
    private int end(List<Token> tokens, int at) {
        if (is("EXCLUDED", tokens, at)) {
            return at + 1;
        }
        return is("ROUT", tokens, at) && lower(tokens, at + 1).equals("out") ? at + 2 : -1;
    }

    /** "No sign of an attack", "no indication that it was an attack"; not "no evidence that the attack was by rebels". */
    private boolean isNoSign(List<Token> tokens, int at) {
        if (!is("NONE", tokens, at) || !is("NOSIGN", tokens, at + 1)) {
            return false;
        }
        int next = at + 2;
        if (lower(tokens, next).equals("of")) {
            return names(tokens, next + 1, next + 1 + OF);
        }
        next += lower(tokens, next).equals("that") ? 1 : 0;
        boolean ofIt = is("IT", tokens, next) || (lower(tokens, next).equals("the") && is("MISHAP", tokens, next + 1));
        return ofIt && names(tokens, next + 1, next + 1 + REACH);
    }

    /** "Have not ruled out", "refused to rule out". */
    private boolean isTakenBack(List<Token> tokens, int at) {
        for (int i = Math.max(0, at - NEAR); i < at; i++) {
            String word = lower(tokens, i);
            if (words.is("MAYBE", word)
                    || words.is("NOT", word)
                    || word.equals("to")
                    || word.equals("cannot")
                    || word.endsWith("n't")) {
                return true;
            }
        }
        return false;
    }

    /** "Sabotage was ruled out"; not "after the attack police ruled out". */
    private boolean isNamedBefore(List<Token> tokens, int at) {
        if (!is("SAID", tokens, at - 1)) {
            return false;
        }
        for (int i = at - 1; i >= Math.max(0, at - NEAR) && !isStop(tokens, i); i--) {
            if (is("ATTACK", tokens, i)) {
                return !isKnown(tokens, i);
            }
        }
        return false;
    }

    private boolean names(List<Token> tokens, int from, int to) {
        for (int i = from; i < Math.min(tokens.size(), to) && !isStop(tokens, i); i++) {
            if (is("ATTACK", tokens, i)) {
                return !isKnown(tokens, i);
            }
        }
        return false;
    }

    /** "The attack" was one, whatever is ruled out of it. */
    private static boolean isKnown(List<Token> tokens, int attack) {
        return lower(tokens, attack - 1).equals("the");
    }

    private boolean isStopped(List<Token> tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            if (isStop(tokens, i)) {
                return true;
            }
        }
        return false;
    }

    /** A mark, another clause, another cause: what is ruled out ends before it. */
    private boolean isStop(List<Token> tokens, int i) {
        Token token = tokens.get(i);
        return !(token.isWord() || token.isNumber())
                || is("STOP", tokens, i)
                || is("ACCIDENT", tokens, i)
                || is("CAUSE", tokens, i);
    }

    private boolean is(String wordClass, List<Token> tokens, int i) {
        return words.is(wordClass, lower(tokens, i));
    }

    private static String lower(List<Token> tokens, int i) {
        return i < 0 || i >= tokens.size() ? "" : tokens.get(i).lower();
    }
}
