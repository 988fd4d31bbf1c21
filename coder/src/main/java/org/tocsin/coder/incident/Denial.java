package org.tocsin.coder.incident;

import java.util.List;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/**
 * Attacks of which the article only tells that they never were: "Reports of a blast at the mall are false, police said." What the
 * accused say of themselves is no proof and counts as nothing here. What was an accident is a {@link Mishap}.
 */
public final class Denial {
    /** Triggers as sure as this must all be denied, or have been accidents; of an attack without such its surest one. */
    static final double SURE = 0.3;

    /** Tokens from the report to what joins it with the attack: "reports on social media that". */
    private static final int JOINED = 5;

    /** Tokens between what goes together: "unfounded a report", "was not a hoax". */
    private static final int NEAR = 3;

    /** Tokens of a sentence that are looked at; what is longer is a list or no sentence. */
    static final int LONGEST = 120;

    private final WordClasses words;
    private final Mishap mishap;

    private Denial(WordClasses words) {
        this.words = words;
        mishap = new Mishap(words);
    }

    /** Loads {@code denials.tsv}. */
    public static Denial load() {
        return new Denial(WordClasses.load(Denial.class, "denials.tsv"));
    }

    /** Those that the article does not take back. */
    public List<Attack> without(Document document, List<Attack> attacks) {
        AttackSentences sentences = new AttackSentences(document, attacks);
        List<Attack> mishaps = attacks.stream()
                .filter(attack -> mishap.isWhatWas(document, sentences, attack))
                .toList();
        return attacks.stream()
                .filter(attack -> !mishaps.contains(attack) && !isCalledUntrue(document, attack))
                .filter(attack -> mishaps.isEmpty() || !mishap.isBeside(document, attack))
                .toList();
    }

    private boolean isCalledUntrue(Document document, Attack attack) {
        double least = Math.min(SURE, attack.main().weight());
        boolean said = false;
        for (Trigger trigger : attack.triggers()) {
            if (trigger.weight() >= least) {
                Sentence sentence = document.sentences().get(trigger.sentence());
                boolean untrue = isUntrue(sentence, trigger.token());
                said |= untrue;
                if (!untrue && !words.isAny("NOT", sentence.tokens(), trigger.token() - 1, trigger.token())) {
                    return false;
                }
            }
        }
        return said;
    }

    /** A report that tells of the attack stands before it and is called untrue, before the report or behind the attack. */
    private boolean isUntrue(Sentence sentence, int trigger) {
        List<Token> tokens = sentence.tokens();
        int end = Math.min(tokens.size(), LONGEST);
        if (trigger >= end || isGiven(tokens, trigger)) {
            return false;
        }
        int report = report(tokens, trigger);
        if (report < 0) {
            return sentence.isTitle() && isUntrue(tokens, 0, end, false);
        }
        return !words.isAny("SIDE", tokens, 0, trigger)
                && (isUntrue(tokens, report - NEAR, report, false)
                        || isUntrue(tokens, trigger + 1, end, !sentence.isTitle()));
    }

    /** "The attack" was, whatever is untrue of it. */
    private static boolean isGiven(List<Token> tokens, int trigger) {
        return trigger > 0 && tokens.get(trigger - 1).lower().equals("the");
    }

    /** The last report before the trigger that tells of something; -1 when there is none. */
    private int report(List<Token> tokens, int trigger) {
        for (int i = trigger - 1; i >= 0; i--) {
            if (words.is("REPORT", tokens.get(i).lower())
                    && words.isAny("TELLING", tokens, i + 1, Math.min(trigger, i + 1 + JOINED))) {
                return i;
            }
        }
        return -1;
    }

    private boolean isUntrue(List<Token> tokens, int from, int to, boolean said) {
        for (int i = Math.max(0, from); i < to; i++) {
            String lower = tokens.get(i).lower();
            boolean not = words.isAny("NOT", tokens, i - NEAR, i);
            boolean untrue = words.is("UNTRUE", lower) || (words.is("FALSE", lower) && isOfReport(tokens, i));
            if ((untrue ? !not : not && words.is("TRUTH", lower))
                    && (!said || words.isAny("SAID", tokens, i - NEAR, i))) {
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
}
