package org.tocsin.coder.date;

import java.util.List;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/** Where the clause of a date begins and ends: at marks, and at words like "when" and "after". */
final class Clauses {
    /** A clause is followed for so many tokens to either side. */
    private static final int LONGEST = 40;

    private final WordClasses cues;

    Clauses(WordClasses cues) {
        this.cues = cues;
    }

    /** The index of the first token of the clause that goes on at that token. */
    int begin(List<Token> tokens, int at) {
        return begin(tokens, at, LONGEST);
    }

    /** The same, at most so many tokens before. */
    int begin(List<Token> tokens, int at, int within) {
        int begin = at;
        while (begin > Math.max(0, at - within) && !breaks(tokens.get(begin - 1))) {
            begin--;
        }
        return begin;
    }

    /** The index behind the last token of the clause of that token. */
    int end(List<Token> tokens, int at) {
        int end = at + 1;
        while (end < Math.min(tokens.size(), at + LONGEST) && !breaks(tokens.get(end))) {
            end++;
        }
        return end;
    }

    /** Whether a word of attack or of what happened stands in the clause of the tokens from first to last. */
    boolean tellsOfAttack(List<Token> tokens, int first, int last) {
        return tokens.subList(begin(tokens, first), end(tokens, last)).stream()
                .map(Token::lower)
                .anyMatch(word -> cues.is("attack", word) || cues.is("happen", word));
    }

    private boolean breaks(Token token) {
        return !token.isWord() || cues.is("break", token.lower());
    }
}
