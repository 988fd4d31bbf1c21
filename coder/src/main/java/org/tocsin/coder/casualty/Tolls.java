package org.tocsin.coder.casualty;

import static org.tocsin.coder.casualty.Tokens.lower;

import java.util.List;
import org.tocsin.coder.incident.Attack;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/**
 * How an article's numbers of dead follow on each other: the older of "first put at nine, then at 14", the step of "two more
 * died, bringing the toll to 14", and those who died beside the ones counted, as in "four died there and two more in hospital".
 */
final class Tolls {
    /** Words between "first" or "earlier" and the number that was given then. */
    private static final int AT_FIRST_WITHIN = 8;

    /** Words round a number that may say that it counts others than those before. */
    private static final int FURTHER_WITHIN = 4;

    private final WordClasses words;
    private final HarmText text;
    private final Attack attack;
    private final OwnDead attackers;

    /** @param attackers who are not counted beside their victims */
    Tolls(WordClasses words, HarmText text, Attack attack, OwnDead attackers) {
        this.words = words;
        this.text = text;
        this.attack = attack;
        this.attackers = attackers;
    }

    /** Whether the number of dead is only an older one, or a step, of a toll that the text gives as well. */
    boolean isSuperseded(int number) {
        boolean superseded = false;
        for (int i = 0; i < text.mentions().size(); i++) {
            if (text.mentions().get(i).number() == number && saysDeath(i)) {
                if (!isOlder(i) && !isStep(i)) {
                    return false;
                }
                superseded = true;
            }
        }
        return superseded;
    }

    /** How many died beside that many: two of "nine people were killed, and two others also died"; 0 where a higher number is told. */
    int beside(int number) {
        int further = 0;
        for (int i = 0; i < text.mentions().size(); i++) {
            CountMention mention = text.mentions().get(i);
            boolean death = saysDeath(i) && !isOlder(i);
            boolean more = i > 0 && isBehindFewer(i);
            int before = more ? text.mentions().get(i - 1).number() : 0;
            if (more && (mention.number() == number || before == number)) {
                further = mention.number() + before - number;
                continue;
            }
            if (death && mention.number() > number && !mention.form().equals(CountMention.ORDINAL)) {
                return 0;
            }
            if (number == 1 && isAnotherOne(i)) {
                further = 1;
            } else if (i > 0 && mention.number() > 0 && isBesideLast(i, number)) {
                boolean next = mention.form().equals(CountMention.ORDINAL);
                further = !next ? mention.number() : mention.number() == number + 1 ? 1 : further;
            }
        }
        return further;
    }

    /** "A judge was killed. [Two guards] were also killed"; not "a man was killed. [Three] more were hurt". */
    private boolean isBehindFewer(int i) {
        CountMention before = text.mentions().get(i - 1);
        CountMention mention = text.mentions().get(i);
        boolean fewer = before.number() > 0 && before.number() < mention.number() && saysDeath(i - 1);
        return fewer
                && !mention.form().equals(CountMention.ORDINAL)
                && !before.form().equals(CountMention.KNOWN)
                && mention.sentence() - before.sentence() <= 1
                && !text.sentence(before).isTitle()
                && !text.isPast(text.sentence(mention))
                && !text.joins().toNext(i - 1)
                && !attackers.counts(i - 1)
                && !attackers.counts(i)
                && saysDeath(i)
                && isFurther(i);
    }

    private boolean isBesideLast(int i, int number) {
        CountMention before = text.mentions().get(i - 1);
        CountMention mention = text.mentions().get(i);
        int apart = mention.sentence() - before.sentence();
        boolean follows = before.number() == number && number > 1 && apart <= 1 && saysDeath(i - 1);
        Statement said = text.said(i - 1);
        boolean toll =
                said != null && (said.form().equals("toll") || said.form().equals("noun"));
        boolean own = attackers.counts(i) || text.sentence(before).isTitle();
        return follows
                && !toll
                && !own
                && !text.joins().toNext(i - 1)
                && (isAsWere(i) || (saysDeath(i) && isFurther(i)));
    }

    /** "A minister was killed. [His driver] also died", "[another man] died"; not "[a man] later named". */
    private boolean isAnotherOne(int i) {
        CountMention mention = text.mentions().get(i);
        Sentence sentence = text.sentence(mention);
        List<Token> tokens = sentence.tokens();
        int end = Math.max(mention.last(), mention.head());
        boolean also =
                lower(tokens, end + 1).equals("also") || lower(tokens, end + 2).equals("also");
        return mention.isPerson()
                && !text.isPast(sentence)
                && (also || lower(tokens, mention.first()).equals("another"))
                && saysDeath(i)
                && text.individuals().stream().anyMatch(person -> isDeadBefore(person, mention));
    }

    /** Whether that one is told dead in the same sentence or the one before; titles tell of the same people once more. */
    private boolean isDeadBefore(Individual person, CountMention mention) {
        int apart = mention.sentence() - person.sentence();
        boolean before = apart == 1 || (apart == 0 && person.last() < mention.first());
        return before
                && person.said() != null
                && person.said().isDeath()
                && !text.document().sentences().get(person.sentence()).isTitle();
    }

    /** "Nine guards were killed, as were [three] clerks". */
    private boolean isAsWere(int i) {
        CountMention mention = text.mentions().get(i);
        List<Token> tokens = text.sentence(mention).tokens();
        return Statement.BEING.contains(lower(tokens, mention.first() - 1))
                && lower(tokens, mention.first() - 2).equals("as");
    }

    /** "[Two] more died", "another [two]", "[two] others", "a fifth", "[two] clerks also died", "died later"; no part of those before. */
    private boolean isFurther(int i) {
        CountMention mention = text.mentions().get(i);
        List<Token> tokens = text.sentence(mention).tokens();
        String before = lower(tokens, mention.first() - 1);
        if (before.equals("including") || before.equals("among") || Joins.isOfThose(tokens, mention.last() + 1)) {
            return false;
        }
        if (words.is("further", before) || mention.form().equals(CountMention.ORDINAL)) {
            return true;
        }
        int end = Math.max(mention.last(), mention.head());
        for (int j = mention.last() + 1; j < Math.min(tokens.size(), end + 1 + FURTHER_WITHIN); j++) {
            if (words.is("further", lower(tokens, j))) {
                return true;
            }
            if (!tokens.get(j).isWord()
                    || lower(tokens, j).equals("and")
                    || lower(tokens, j).equals("in")) {
                return false;
            }
        }
        return false;
    }

    /** "Police first put the toll at [nine]", where the text gives another number beside it. */
    private boolean isOlder(int i) {
        return isAtFirst(i) && hasOther(i);
    }

    private boolean isAtFirst(int i) {
        CountMention mention = text.mentions().get(i);
        List<Token> tokens = text.sentence(mention).tokens();
        boolean told = false;
        for (int j = mention.first() - 1; j >= Math.max(0, mention.first() - AT_FIRST_WITHIN); j--) {
            String lower = lower(tokens, j);
            told |= words.is("saying", lower) || lower.equals("put") || lower.equals("report");
            if (words.is("at first", lower)) {
                return told || lower(tokens, j + 1).equals("report");
            }
            if (lower.equals("but") || lower.equals("then") || tokens.get(j).isNumber()) {
                return false;
            }
        }
        return false;
    }

    private boolean hasOther(int i) {
        for (int j = 0; j < text.mentions().size(); j++) {
            CountMention other = text.mentions().get(j);
            boolean near = Math.abs(other.sentence() - text.mentions().get(i).sentence()) <= 1;
            boolean differs = other.number() != text.mentions().get(i).number() && !other.isPerson();
            if (near && differs && other.number() > 0 && saysDeath(j) && !isAtFirst(j)) {
                return true;
            }
        }
        return false;
    }

    /** "[Two] more people died in hospital, bringing the toll to 14". */
    private boolean isStep(int i) {
        CountMention mention = text.mentions().get(i);
        if (i + 1 >= text.mentions().size() || !isFurther(i)) {
            return false;
        }
        CountMention toll = text.mentions().get(i + 1);
        List<Token> tokens = text.sentence(toll).tokens();
        boolean to = lower(tokens, toll.first() - 1).equals("to")
                || lower(tokens, toll.first() - 1).equals("at");
        return toll.sentence() == mention.sentence() && toll.number() > mention.number() && to && saysDeath(i + 1);
    }

    private boolean saysDeath(int i) {
        return text.saysDeath(i, attack);
    }
}
