package org.tocsin.coder.casualty;

import java.util.List;
import org.tocsin.coder.incident.Attack;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.WordClasses;

/** "Omar Bello, 23, Ana Prado and Sani Musa were killed": a list of dead by name, which no toll is below. */
final class NamedDead {
    private NamedDead() {}

    /** How many the longest list names in the attack's sentences; 0 when none names any. Titles leave out too much to tell. */
    static int mostInOneList(WordClasses words, HarmText text, Attack attack) {
        IndividualStatements statements = new IndividualStatements(words);
        List<Individual> people = text.individuals();
        int most = 0;
        int list = 0;
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
            most = Math.max(most, list);
        }
        return most;
    }

    private static boolean isNamedDead(Individual person) {
        return person.name() != null && person.said() != null && person.said().isDeath();
    }
}
