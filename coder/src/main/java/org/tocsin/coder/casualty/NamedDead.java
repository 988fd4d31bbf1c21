package org.tocsin.coder.casualty;

import java.util.List;
import org.tocsin.coder.incident.Attack;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/**
 * "Omar Bello, 23, Ana Prado and Sani Musa were killed": a list of dead by name, which no toll is below. Names of attackers
 * are no list of victims, and one of them may stand in a list without a word that tells: so no count that the text states is
 * too low.
 */
final class NamedDead {
    /** Tokens between a word for a doer and the first name of a list: "the attackers, identified as Omar Bello". */
    private static final int INTRODUCED_WITHIN = 5;

    private final WordClasses words;
    private final HarmText text;
    private final Attack attack;

    NamedDead(WordClasses words, HarmText text, Attack attack) {
        this.words = words;
        this.text = text;
        this.attack = attack;
    }

    /** How many dead there are at least by their names; 0 when none is named. */
    int least() {
        int stated = mostStated();
        int named = mostInOneList();
        return stated == 0 ? named : Math.min(named, stated);
    }

    /** The highest number stated of the dead in the attack's sentences, single persons aside; 0 when there is none. */
    private int mostStated() {
        int most = 0;
        for (int i = 0; i < text.mentions().size(); i++) {
            CountMention mention = text.mentions().get(i);
            Statement said = text.said(i);
            boolean counts = !mention.isPerson() && !mention.form().equals(CountMention.KNOWN);
            if (counts && said != null && said.isDeath() && HarmEvidence.bears(text, text.sentence(mention), attack)) {
                most = Math.max(most, mention.number());
            }
        }
        return most;
    }

    /** Titles leave out too much to tell. */
    private int mostInOneList() {
        IndividualStatements statements = new IndividualStatements(words);
        List<Individual> people = text.individuals();
        int most = 0;
        int list = 0;
        boolean doers = false;
        for (int i = 0; i < people.size(); i++) {
            Individual person = people.get(i);
            Sentence sentence = text.document().sentences().get(person.sentence());
            if (!isNamedDead(person) || sentence.isTitle() || !HarmEvidence.bears(text, sentence, attack)) {
                list = 0;
                continue;
            }
            boolean joined = list > 0
                    && people.get(i - 1).sentence() == person.sentence()
                    && statements.isJoined(sentence.tokens(), people.get(i - 1), person);
            list = joined ? list + 1 : 1;
            doers = (joined && doers) || isDoer(sentence.tokens(), person);
            most = doers ? most : Math.max(most, list);
        }
        return most;
    }

    /** "Attackers [Omar Bello]", "her killer, [Omar Bello]"; not "gunmen killed [Omar Bello]". */
    private boolean isDoer(List<Token> tokens, Individual person) {
        for (int i = person.first() - 1; i >= Math.max(0, person.first() - INTRODUCED_WITHIN); i--) {
            String lower = tokens.get(i).lower();
            if (words.is("doer", lower)) {
                return true;
            }
            if (HarmWords.isHarm(words, lower)) {
                return false;
            }
        }
        return false;
    }

    private static boolean isNamedDead(Individual person) {
        return person.name() != null && person.said() != null && person.said().isDeath();
    }
}
