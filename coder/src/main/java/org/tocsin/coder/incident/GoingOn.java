package org.tocsin.coder.incident;

import java.util.List;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/**
 * Tells a sentence that goes on with the attack before it, though it names none: it has only an outcome ("A guard was
 * wounded") or speaks of one person as known ("Gunmen fired at his car", "The driver was shot"). For sentences that name
 * no day, no place and nobody.
 */
final class GoingOn {
    private static final WordClasses WORDS = WordPattern.WORDS;

    /** Words from the article to its noun: "a lone suicide bomber". */
    private static final int BEFORE_NOUN = 3;

    private final Cues cues;

    GoingOn(Cues cues) {
        this.cues = cues;
    }

    boolean isSoOf(List<Token> tokens, List<Trigger> triggers) {
        return isOutcome(tokens, triggers) || isOfOneKnown(tokens);
    }

    /** "A guard was killed"; not "Gunmen killed a guard", "A guard was shot dead". */
    private boolean isOutcome(List<Token> tokens, List<Trigger> triggers) {
        return triggers.stream().allMatch(GoingOn::isOutcome)
                && tokens.stream().noneMatch(t -> is(Cues.Cue.ACTOR, t) || is(Cues.Cue.SUDDEN, t));
    }

    private static boolean isOutcome(Trigger trigger) {
        return trigger.kind() == Trigger.Kind.RESULT || trigger.action() == Action.KILLING;
    }

    /**
     * "Gunmen fired at his car", "The driver was shot"; not "A judge was shot in his car" nor "A bomber detonated his
     * vest".
     */
    private boolean isOfOneKnown(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (WORDS.is("one", tokens.get(i).lower())) {
                return true;
            }
            if (isNewAttacker(tokens, i)) {
                return false;
            }
            if (is(Cues.Cue.VICTIM, tokens.get(i))) {
                return i == 1 && tokens.get(0).lower().equals("the");
            }
        }
        return false;
    }

    /** "A suicide bomber", "an armed attacker"; not "the bomber". */
    private static boolean isNewAttacker(List<Token> tokens, int at) {
        if (!WORDS.is("attacker", tokens.get(at).lower())) {
            return false;
        }
        for (int i = Math.max(0, at - BEFORE_NOUN); i < at; i++) {
            String word = tokens.get(i).lower();
            if (word.equals("a") || word.equals("an") || word.equals("another")) {
                return true;
            }
        }
        return false;
    }

    private boolean is(Cues.Cue cue, Token token) {
        return (cues.of(token) & cue.bit()) != 0;
    }
}
