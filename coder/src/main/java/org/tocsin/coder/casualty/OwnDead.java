package org.tocsin.coder.casualty;

import static org.tocsin.coder.casualty.Tokens.lower;

import java.util.List;
import java.util.function.BiPredicate;
import org.tocsin.coder.incident.Attack;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/** The attackers' own dead, who are no part of the toll. */
final class OwnDead {
    /** Words between a number, or a word of harm, and the attackers: "three of the remaining attackers". */
    private static final int NOUN_WITHIN = 5;

    private final WordClasses words;
    private final HarmText text;
    private final Attack attack;
    private final Attackers attackers;

    OwnDead(WordClasses words, HarmText text, Attack attack) {
        this.words = words;
        this.text = text;
        this.attack = attack;
        this.attackers = new Attackers(words, text.document(), attack);
    }

    /** Whether all the dead that the attack's sentences tell of are its attackers: "only the bomber was killed". */
    boolean isAll() {
        boolean any = false;
        for (Sentence sentence : text.document().sentences()) {
            if (!HarmEvidence.bears(text, sentence, attack)) {
                continue;
            }
            for (HarmText.Hit hit : text.hits(sentence)) {
                boolean death = hit.harm().equals(CasualtyReader.KILL);
                if (death && !isOfAttacker(sentence.tokens(), hit.token())) {
                    return false;
                }
                any |= death;
            }
        }
        return any && !isOtherCounted();
    }

    /** Whether the number is told of attackers only: "guards killed [three] of the attackers". */
    boolean isOnlyTheirs(int number) {
        boolean theirs = false;
        for (int i = 0; i < text.mentions().size(); i++) {
            if (text.mentions().get(i).number() == number && saysDeath(i)) {
                if (!is(i, attackers::areSure)) {
                    return false;
                }
                theirs = true;
            }
        }
        return theirs;
    }

    /** How many of that many dead are attackers: two of "six people, including two gunmen", "four guards and two gunmen". */
    int among(int number) {
        int most = 0;
        for (int i = 0; i < text.mentions().size(); i++) {
            CountMention mention = text.mentions().get(i);
            if (mention.number() == number
                    && saysDeath(i)
                    && i + 1 < text.mentions().size()
                    && isIncluded(i + 1)) {
                most = Math.max(most, text.mentions().get(i + 1).number());
            }
            most = Math.max(most, inSum(i, number));
        }
        return most < number ? most : 0;
    }

    /** The attackers among those joined to the sum that begins there. */
    private int inSum(int first, int number) {
        int sum = 0;
        int own = 0;
        int i = first;
        while (sum < number
                && (i == first || text.joins().toNext(i - 1))
                && i < text.mentions().size()) {
            sum += text.mentions().get(i).number();
            own += counts(i) ? text.mentions().get(i).number() : 0;
            i++;
        }
        return sum == number && i > first + 1 ? own : 0;
    }

    private boolean isIncluded(int i) {
        CountMention mention = text.mentions().get(i);
        boolean same = text.mentions().get(i - 1).sentence() == mention.sentence();
        List<Token> tokens = text.sentence(mention).tokens();
        String before = lower(tokens, mention.first() - 1);
        boolean part = before.equals("including")
                || before.equals("among")
                || (before.equals("them") && lower(tokens, mention.first() - 2).equals("among"))
                || Joins.isOfThose(tokens, mention.last() + 1);
        return same && part && counts(i);
    }

    /** Whether the i-th number counts attackers: "two gunmen", "three of the attackers", "two of them attackers". */
    boolean counts(int i) {
        return is(i, attackers::are);
    }

    private boolean is(int i, BiPredicate<List<Token>, Integer> attacker) {
        CountMention mention = text.mentions().get(i);
        List<Token> tokens = text.sentence(mention).tokens();
        if (mention.head() > mention.last() || mention.form().equals(CountMention.KNOWN)) {
            return attacker.test(tokens, mention.head());
        }
        if (!lower(tokens, mention.last() + 1).equals("of")) {
            return false;
        }
        int end = Math.min(tokens.size(), mention.last() + 1 + NOUN_WITHIN);
        for (int j = mention.last() + 2; j < end && tokens.get(j).isWord(); j++) {
            if (words.is("own side", lower(tokens, j)) || words.is("person", lower(tokens, j))) {
                return attacker.test(tokens, j);
            }
        }
        return false;
    }

    private boolean isOtherCounted() {
        for (int i = 0; i < text.mentions().size(); i++) {
            boolean joined = text.joins().toNext(i) || text.joins().toNext(i - 1);
            if (text.mentions().get(i).number() > 0 && (joined || saysDeath(i)) && !counts(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean saysDeath(int i) {
        return text.saysDeath(i, attack);
    }

    /** "The attackers were [killed]", "guards [killed] three of the attackers", "[killed] himself". */
    private boolean isOfAttacker(List<Token> tokens, int harm) {
        for (int i = harm + 1; i < Math.min(tokens.size(), harm + 1 + NOUN_WITHIN); i++) {
            String lower = lower(tokens, i);
            if (attackers.areSure(tokens, i) || (words.is("self", lower) && isToldBefore(tokens, harm))) {
                return true;
            }
            if (ends(tokens, i) || (words.is("where", lower) && !lower.equals("of"))) {
                break;
            }
        }
        for (int i = harm - 1; i >= Math.max(0, harm - NOUN_WITHIN); i--) {
            if (attackers.areSure(tokens, i)) {
                return isSuffered(tokens, i, harm);
            }
            if (ends(tokens, i)) {
                return false;
            }
        }
        return false;
    }

    /** "A suicide bomber [killed] himself". */
    private boolean isToldBefore(List<Token> tokens, int harm) {
        for (int i = harm - 1; i >= Math.max(0, harm - NOUN_WITHIN); i--) {
            if (attackers.are(tokens, i)) {
                return true;
            }
        }
        return false;
    }

    /** "Gunmen were killed"; not "gunmen killed". */
    private boolean isSuffered(List<Token> tokens, int who, int harm) {
        String lower = lower(tokens, harm);
        boolean intransitive = words.is("own death", lower) || lower.equals("dead");
        boolean passive = false;
        for (int i = who + 1; i < harm; i++) {
            passive |= Statement.BEING.contains(lower(tokens, i));
        }
        return passive || intransitive;
    }

    private boolean ends(List<Token> tokens, int i) {
        String lower = lower(tokens, i);
        return !tokens.get(i).isWord()
                || words.is("person", lower)
                || words.is("relative", lower)
                || words.is("break", lower)
                || lower.equals("and");
    }
}
