package org.tocsin.coder.incident;

import java.util.List;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/**
 * What looks like an attack until the article says that it was none: "An explosion killed two workers. Police ruled out
 * sabotage." Only where all its words are such as tell of accidents, too: who was shot was, whatever was ruled out. What
 * is said of an older event, of another attack of the article or of what somebody did is not said of this one.
 */
final class Mishap {
    private static final WordClasses PATTERN_WORDS = WordPattern.WORDS;

    /** Tokens in which an accident is called so: "was a tragic accident". */
    private static final int NEAR = 4;

    /** Sentences behind the report in which it is said. */
    private static final int BEHIND = 40;

    private final WordClasses words;
    private final RuledOut ruledOut;
    private final Cause cause;

    Mishap(WordClasses words) {
        this.words = words;
        ruledOut = new RuledOut(words);
        cause = new Cause(words);
    }

    boolean isWhatWas(Document document, AttackSentences attacks, Attack attack) {
        int first = attack.sentences().get(0);
        int end = Math.min(document.sentences().size(), first + BEHIND);
        for (int i = first; i < end; i++) {
            List<Token> tokens = document.sentences().get(i).tokens();
            boolean isOfIt = !attacks.isOfAnother(i, attack) && tokens.stream().noneMatch(Token::isYear);
            if (isOfIt && isSaidIn(tokens, attack.tells(i) || attack.tells(i - 1))) {
                return attack.triggers().stream().allMatch(t -> mayBeAccident(document, t));
            }
        }
        return false;
    }

    /** Whether it is no attack in an article that tells of a mishap: "Rangers shot it", "the blast set fire to three cars". */
    boolean isBeside(Document document, Attack attack) {
        List<Trigger> triggers = attack.triggers();
        return triggers.stream().allMatch(trigger -> mayBeAccident(document, trigger))
                && triggers.stream()
                        .anyMatch(trigger -> cause.isNoAttack(
                                document.sentences().get(trigger.sentence()).tokens(), trigger.token()));
    }

    private boolean mayBeAccident(Document document, Trigger trigger) {
        Sentence sentence = document.sentences().get(trigger.sentence());
        List<Token> tokens = sentence.tokens();
        if (trigger.weight() < Denial.SURE) {
            return true;
        }
        return words.is("MISHAP", tokens.get(trigger.token()).lower())
                ? !isDone(tokens, trigger.token())
                : ruledOut.isOf(tokens, trigger.token())
                        || cause.isNoAttack(tokens, trigger.token())
                        || (isSaidIn(tokens, true)
                                && words.isAny("NOT", tokens, trigger.token() - NEAR, trigger.token()));
    }

    /** "Soldiers killed a boy"; not "soldiers killed in a blast". */
    private static boolean isDone(List<Token> tokens, int at) {
        return at > 0
                && at + 1 < tokens.size()
                && PATTERN_WORDS.is("fighters", tokens.get(at - 1).lower())
                && (tokens.get(at + 1).isWord() || tokens.get(at + 1).isNumber())
                && !PATTERN_WORDS.is("apart", tokens.get(at + 1).lower());
    }

    /** "Ruled out sabotage", "no sign of an attack"; "was an accident", "a gas explosion" where it may be about the same. */
    private boolean isSaidIn(List<Token> tokens, boolean ofTheSame) {
        for (int i = 0; i < Math.min(Denial.LONGEST, tokens.size()); i++) {
            if (ruledOut.isSaidAt(tokens, i) || (ofTheSame && (isAccident(tokens, i) || cause.isToldAt(tokens, i)))) {
                return true;
            }
        }
        return false;
    }

    /** "It was an accident, police said"; not "was no accident", "first thought to be one", "the killing was an accident". */
    private boolean isAccident(List<Token> tokens, int at) {
        if (!words.is("ACCIDENT", tokens.get(at).lower())
                || at == 0
                || !words.is("BEFORE", tokens.get(at - 1).lower())) {
            return false;
        }
        boolean was = false;
        for (int i = Math.max(0, at - NEAR); i < at; i++) {
            was |= tokens.get(i).lower().equals("was") || tokens.get(i).lower().equals("were");
        }
        for (int i = 0; i < at; i++) {
            String word = tokens.get(i).lower();
            was &= !words.is("MAYBE", word)
                    && !words.is("SIDE", word)
                    && !words.is("DEED", word)
                    && !word.endsWith("n't");
        }
        return was;
    }
}
