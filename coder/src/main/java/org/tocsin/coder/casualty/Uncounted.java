package org.tocsin.coder.casualty;

import static org.tocsin.coder.casualty.Tokens.lower;

import java.util.List;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/** Several people to whom harm came without a number: "many were injured", "killing villagers"; not "the man was injured". */
final class Uncounted {
    /** Words between people and what came to them: "an unknown number of people were reportedly killed". */
    private static final int WITHIN = 4;

    private final WordClasses words;

    Uncounted(WordClasses words) {
        this.words = words;
    }

    boolean tells(List<Token> tokens, String harm) {
        for (int i = 0; i < tokens.size(); i++) {
            boolean suffered = harm.equals(words.value("outcome", lower(tokens, i))) && isBehindSeveral(tokens, i);
            boolean done = harm.equals(words.value("deed", lower(tokens, i))) && isSeveral(lower(tokens, i + 1));
            if (suffered || done) {
                return true;
            }
        }
        return false;
    }

    /** "Many [injured]", "people were [injured]", "people [died]"; not "one of the victims was [injured]", "police [killed]". */
    private boolean isBehindSeveral(List<Token> tokens, int harm) {
        boolean suffers = words.is("own death", lower(tokens, harm));
        for (int i = harm - 1; i >= Math.max(0, harm - WITHIN); i--) {
            String lower = lower(tokens, i);
            if (words.is("uncounted", lower) || (suffers && isSeveral(lower))) {
                return true;
            }
            suffers |= Statement.BEING.contains(lower);
            if (lower.equals("was") || lower.equals("is") || !isPassed(lower)) {
                return false;
            }
        }
        return false;
    }

    private boolean isPassed(String lower) {
        return words.is("passive", lower)
                || words.is("outcome", lower)
                || lower.endsWith("ly")
                || lower.equals("feared")
                || lower.equals("and")
                || lower.equals("also");
    }

    /** Of "police" one may be meant: "killing police officer Omar Bello". */
    private boolean isSeveral(String lower) {
        boolean people = words.is("person", lower) && PersonNouns.isPlural(lower) && !lower.equals("police");
        return people || words.is("uncounted", lower);
    }
}
