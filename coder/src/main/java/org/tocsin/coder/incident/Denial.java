package org.tocsin.coder.incident;

import java.util.List;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/**
 * Attacks of which the article only tells that they never were: "Reports of a blast at the mall are false, police said." One
 * side's "denied" is no proof and counts as nothing here.
 */
public final class Denial {
    /** Triggers as sure as this must all be denied; of an attack without such its surest one. */
    private static final double SURE = 0.3;

    /** Tokens from the report to what joins it with the attack: "reports on social media that". */
    private static final int JOINED = 5;

    private static final int LONGEST = 120;

    private final WordClasses words;

    private Denial(WordClasses words) {
        this.words = words;
    }

    /** Loads {@code denials.tsv}. */
    public static Denial load() {
        return new Denial(WordClasses.load(Denial.class, "denials.tsv"));
    }

    /** Those that the article does not take back. */
    public List<Attack> without(Document document, List<Attack> attacks) {
        return attacks.stream().filter(attack -> !isDenied(document, attack)).toList();
    }

    private boolean isDenied(Document document, Attack attack) {
        double least = Math.min(SURE, attack.main().weight());
        boolean said = false;
        for (Trigger trigger : attack.triggers()) {
            if (trigger.weight() >= least) {
                Sentence sentence = document.sentences().get(trigger.sentence());
                boolean untrue = isUntrue(sentence, trigger.token());
                said |= untrue;
                if (!untrue && !isOfNone(sentence.tokens(), trigger.token())) {
                    return false;
                }
            }
        }
        return said;
    }

    /** "No blast took place": bears a denial out, and is none by itself. */
    private static boolean isOfNone(List<Token> tokens, int trigger) {
        return trigger > 0 && tokens.get(trigger - 1).lower().equals("no");
    }

    /** A report stands before the attack, is joined with it, and is called untrue, not in between. */
    private boolean isUntrue(Sentence sentence, int trigger) {
        List<Token> tokens = sentence.tokens();
        int end = Math.min(tokens.size(), LONGEST);
        int report = report(tokens, Math.min(trigger, end));
        if (report < 0) {
            return sentence.isTitle() && isUntrue(tokens, 0, end);
        }
        return !isUntrue(tokens, report + 1, Math.min(trigger, end)) && isUntrue(tokens, 0, end);
    }

    /** The last report before the trigger that tells of something; -1 when there is none. */
    private int report(List<Token> tokens, int trigger) {
        for (int i = trigger - 1; i >= 0; i--) {
            if (words.is("REPORT", tokens.get(i).lower())) {
                for (int j = i + 1; j < trigger && j <= i + JOINED; j++) {
                    if (words.is("TELLING", tokens.get(j).lower())) {
                        return i;
                    }
                }
            }
        }
        return -1;
    }

    private boolean isUntrue(List<Token> tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            String lower = tokens.get(i).lower();
            if (words.is("UNTRUE", lower)
                    || (words.is("FALSE", lower) && isOfReport(tokens, i))
                    || (words.is("TRUTH", lower) && isNegated(tokens, i))) {
                return true;
            }
        }
        return false;
    }

    /** "False reports", "were fake, police said"; not "in false uniforms". */
    private boolean isOfReport(List<Token> tokens, int i) {
        return i + 1 == tokens.size()
                || !tokens.get(i + 1).isWord()
                || tokens.get(i + 1).lower().equals("and")
                || words.is("REPORT", tokens.get(i + 1).lower());
    }

    private static boolean isNegated(List<Token> tokens, int i) {
        String before = i == 0 ? "" : tokens.get(i - 1).lower();
        return before.equals("no") || before.equals("not");
    }
}
