package org.tocsin.coder.incident;

import java.util.List;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/**
 * Where a sentence tells outright that something went wrong: "a gas explosion", "caused by a leaking cylinder", "an elephant attacked"; not
 * "may have been caused by gas", "no gas explosion", "a gas attack".
 */
final class Cause {
    /** Tokens from "caused by" to what did: "caused by a short circuit", and from a word of doubt to the cause. */
    private static final int REACH = 5;

    private final WordClasses words;

    Cause(WordClasses words) {
        this.words = words;
    }

    /** Whether it is told from that token on. */
    boolean isToldAt(List<Token> tokens, int at) {
        boolean ofBlast = is("LEAKY", tokens, at) && is("BLAST", tokens, at + 1);
        return ((ofBlast || isCausedAt(tokens, at)) && !isDoubted(tokens, at)) || isOfBeast(tokens, at);
    }

    /** Whether that attack word is none beside a cause: "thought it was a bomb", "negligent homicide", "the blast set cars on fire". */
    boolean isNoAttack(List<Token> tokens, int token) {
        return stands("SEEMING", tokens, token - REACH, token)
                || is("NEGLIGENT", tokens, token - 1)
                || (is("BEASTLY", tokens, token) && tokens.stream().anyMatch(Cause::isBeast))
                || (is("SHOT", tokens, token) && (is("IT", tokens, token + 1) || isBeastAt(tokens, token + 1)))
                || (is("SET", tokens, token) && stands("BLAST", tokens, 0, token));
    }

    private boolean isCausedAt(List<Token> tokens, int at) {
        return is("CAUSED", tokens, at) && is("TO", tokens, at + 1) && stands("LEAKY", tokens, at + 2, at + 2 + REACH);
    }

    /** "Hyenas attacked", "a bull elephant killed", "killed by a hippopotamus"; not "killed a man and his dog". */
    private boolean isOfBeast(List<Token> tokens, int at) {
        return isBeastAt(tokens, at)
                && (is("BEASTLY", tokens, at + 1) || is("BY", tokens, at - 2) || is("BY", tokens, at - 3));
    }

    /** Doubted, or somebody's deed: "rebels triggered a cylinder blast". */
    private boolean isDoubted(List<Token> tokens, int at) {
        return stands("MAYBE", tokens, at - REACH, at)
                || stands("DONE", tokens, at - REACH, at)
                || tokens.stream()
                        .map(Token::lower)
                        .anyMatch(word -> WordPattern.WORDS.is("attackers", word) || words.is("CLAIMED", word));
    }

    private boolean stands(String wordClass, List<Token> tokens, int from, int to) {
        for (int i = Math.max(0, from); i < to; i++) {
            if (is(wordClass, tokens, i)) {
                return true;
            }
        }
        return false;
    }

    private boolean is(String wordClass, List<Token> tokens, int i) {
        return i >= 0 && i < tokens.size() && words.is(wordClass, tokens.get(i).lower());
    }

    private static boolean isBeastAt(List<Token> tokens, int i) {
        return i < tokens.size() && isBeast(tokens.get(i));
    }

    private static boolean isBeast(Token token) {
        return WordPattern.WORDS.is("beasts", token.lower());
    }
}
