package org.tocsin.coder.casualty;

import static org.tocsin.coder.casualty.Tokens.lower;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tocsin.coder.casualty.Individual.Newness;
import org.tocsin.coder.incident.Attack;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/**
 * People whom one sentence tells apart: the two of "a man was stabbed and his son was shot dead", so that no toll is below them.
 * Names alone do not count, as places are called by such, nor do titles, which leave out too much.
 */
final class ToldApart {
    /** Tokens between two of whom a comma alone tells. */
    private static final int APART = 8;

    /** People of one sentence who are compared with each other: longer lists give their number. */
    private static final int MOST = 12;

    /** Instead of the noun of who may be called by any. */
    private static final String ANYBODY = "";

    private final WordClasses words;
    private final HarmText text;
    private final Attack attack;
    private final Circumstances circumstances;

    ToldApart(WordClasses words, HarmText text, Attack attack) {
        this.words = words;
        this.text = text;
        this.attack = attack;
        this.circumstances = new Circumstances(words);
    }

    /**
     * How many came to that harm at least; 0 when none or one is told.
     *
     * @param dead how many died, when the injured are asked for: who was hit is injured when nobody did, or when those who did
     *     are called otherwise
     */
    int least(String harm, int dead) {
        boolean injured = harm.equals(CasualtyReader.INJURE);
        List<Individual> died = text.individuals().stream()
                .filter(person -> injured
                        && dead > 0
                        && person.said() != null
                        && person.said().isDeath())
                .toList();
        Set<String> nouns = new HashSet<>();
        died.forEach(person -> nouns.add(Objects.requireNonNullElse(person.noun(), ANYBODY)));
        Predicate<Individual> asked = person -> {
            Statement said = person.said();
            boolean hit = said != null && injured && said.harm().equals("shot");
            return (said != null && said.harm().equals(harm))
                    || (hit && died.size() >= dead && isOfNone(person, nouns));
        };
        Map<Integer, List<Individual>> people =
                text.individuals().stream().collect(Collectors.groupingBy(Individual::sentence));
        int told = text.document().sentences().stream()
                .filter(sentence -> !sentence.isTitle() && HarmEvidence.bears(text, sentence, attack))
                .mapToInt(sentence -> in(sentence.tokens(), people.getOrDefault(sentence.index(), List.of()), asked))
                .max()
                .orElse(0);
        int stated = stated(harm);
        return stated > 0 ? Math.min(told, stated) : told;
    }

    /** The greatest number above one that the text states of that harm; 0 where there is none. */
    private int stated(String harm) {
        int most = 0;
        for (int i = 0; i < text.mentions().size(); i++) {
            CountMention mention = text.mentions().get(i);
            Statement said = text.said(i);
            boolean counts = said != null && said.harm().equals(harm) && !mention.isPerson();
            if (counts && mention.number() > 1 && HarmEvidence.bears(text, text.sentence(mention), attack)) {
                most = Math.max(most, mention.number());
            }
        }
        return most;
    }

    /** "A man was shot dead. His wife was wounded": whether one is wounded whom the text tells apart from one who died. */
    boolean isAnotherHurt() {
        List<Individual> people = text.individuals();
        for (int i = 1; i < people.size(); i++) {
            Individual one = people.get(i - 1);
            Individual other = people.get(i);
            Sentence sentence = text.document().sentences().get(other.sentence());
            boolean dead = one.said() != null && one.said().isDeath();
            boolean hurt = dead && new Statement(CasualtyReader.INJURE, "passive").equals(other.said());
            boolean anew = words.is("possessive", lower(sentence.tokens(), other.first()))
                    || other.newness() == Newness.FURTHER;
            if (hurt && anew && other.sentence() - one.sentence() <= 1 && HarmEvidence.bears(text, sentence, attack)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the person is called otherwise than all those who died: "a pupil" beside "a teacher", not beside "a man". */
    private static boolean isOfNone(Individual person, Set<String> nouns) {
        return nouns.isEmpty() || (person.noun() != null && !nouns.contains(ANYBODY) && !nouns.contains(person.noun()));
    }

    private int in(List<Token> tokens, List<Individual> told, Predicate<Individual> asked) {
        List<Individual> people = new ArrayList<>();
        for (Individual person : told) {
            if (!counts(person) || !asked.test(person)) {
                continue;
            }
            boolean first = people.isEmpty();
            if (people.size() == MOST || (!first && !isAnother(tokens, people, person))) {
                break;
            }
            people.add(person);
        }
        return people.size() > 1 ? people.size() : 0;
    }

    private static boolean counts(Individual person) {
        boolean nameAlone = person.name() != null && person.age() < 0 && person.noun() == null;
        return person.said() != null && !nameAlone && person.newness() != Newness.KNOWN;
    }

    private boolean isAnother(List<Token> tokens, List<Individual> before, Individual person) {
        Individual last = before.get(before.size() - 1);
        return isLinked(tokens, last, person)
                && !circumstances.differ(tokens, last, person)
                && before.stream().allMatch(other -> differ(tokens, other, person));
    }

    /** "A clerk was shot [and] a guard", "a clerk[,] a guard"; not "a clerk was shot. [When] a guard". */
    private static boolean isLinked(List<Token> tokens, Individual one, Individual other) {
        for (int i = one.last() + 1; i < other.first(); i++) {
            if (lower(tokens, i).equals("and") || lower(tokens, i).equals("while")) {
                return true;
            }
        }
        return lower(tokens, one.last() + 1).equals(",") && other.first() - one.last() < APART;
    }

    /** "A clerk" and "a customer"; "a victim" may be either. */
    private boolean isOfOtherNoun(List<Token> tokens, Individual one, Individual other) {
        String first = lower(tokens, one.last());
        String second = lower(tokens, other.last());
        boolean nouns = one.name() == null && other.name() == null && isNoun(first) && isNoun(second);
        return nouns
                && !first.equals(second)
                && (lower(tokens, other.first()).equals("a")
                        || lower(tokens, other.first()).equals("an"));
    }

    private boolean isNoun(String lower) {
        return words.is("single", lower)
                && !words.is("those harmed", lower)
                && !lower.equals("victim")
                && !lower.equals("person");
    }

    /** "A clerk" and "a guard", "a man" and "a woman", "a man" and "his son"; not "a man" and "a person". */
    private boolean differ(List<Token> tokens, Individual one, Individual other) {
        boolean roles =
                one.noun() != null && other.noun() != null && !one.noun().equals(other.noun());
        boolean ages = one.age() >= 0 && other.age() >= 0 && one.age() != other.age();
        boolean names =
                one.name() != null && other.name() != null && !one.name().equals(other.name());
        return other.newness() == Newness.FURTHER
                || isOfOtherNoun(tokens, one, other)
                || roles
                || ages
                || names
                || !one.sex().fits(other.sex())
                || words.is("possessive", lower(tokens, other.first()));
    }
}
