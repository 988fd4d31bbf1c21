package org.tocsin.coder.casualty;

import static org.tocsin.coder.casualty.Tokens.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.casualty.Individual.Newness;
import org.tocsin.coder.casualty.Individual.Sex;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/** Finds the single people that a sentence tells of: "John Doe, 23,", "a 23-year-old woman", "another man", "the boy". */
final class IndividualReader {
    /** How far behind "a" the noun is looked for. */
    private static final int PHRASE = 5;

    /** Words of a name, titles aside. */
    private static final int LONGEST_NAME = 4;

    /** How far from a person "also" may stand. */
    private static final int ALSO_WITHIN = 3;

    private static final Set<String> AFTER_AGE = Set.of(",", ".", ";", ")", "and", "of", "was", "were", "is", "who");
    private static final Set<String> FURTHER = Set.of("another", "second", "third", "fourth", "fifth", "other");

    private final WordClasses words;
    private final IndividualStatements statements;
    private final PersonNouns people;
    private final Ages ages;

    IndividualReader(WordClasses words) {
        this.words = words;
        this.statements = new IndividualStatements(words);
        this.people = new PersonNouns(words);
        this.ages = new Ages(words);
    }

    /** @param before who has been told of so far: of them the last name alone tells */
    List<Individual> read(Sentence sentence, List<Individual> before) {
        List<Token> tokens = sentence.tokens();
        List<Individual> found = new ArrayList<>();
        int i = 0;
        while (i < tokens.size()) {
            Individual person = at(sentence, i, before);
            if (person == null) {
                i = isPlace(tokens, i) ? lastOfPlace(tokens, i) + 1 : i + 1;
            } else {
                found.add(person.saying(statements.of(tokens, person)));
                i = person.last() + 1;
            }
        }
        statements.share(tokens, found);
        return found;
    }

    private @Nullable Individual at(Sentence sentence, int i, List<Individual> before) {
        List<Token> tokens = sentence.tokens();
        String lower = tokens.get(i).lower();
        boolean introduces = words.is("article", lower) || lower.equals("one") || lower.equals("the");
        if (introduces || ages.at(tokens, i) != null) {
            Individual described = described(sentence, i, lower.equals("the"));
            if (described != null) {
                return described;
            }
        }
        boolean bare =
                sentence.isTitle() && sex(lower) != Sex.OPEN && !lower.endsWith("men") && !words.is("self", lower);
        if (bare || people.isSecondOfTwo(tokens, i)) {
            return new Individual(sentence.index(), i, i, people.role(lower), null, -1, sex(lower), Newness.OPEN, null);
        }
        return tokens.get(i).isCapitalized() && !introduces ? named(sentence, i, before) : null;
    }

    /** "a 23-year-old Leeds man", "another woman", "the man". */
    private @Nullable Individual described(Sentence sentence, int i, boolean known) {
        List<Token> tokens = sentence.tokens();
        int age = -1;
        boolean further = false;
        int last = -1;
        Sex sex = Sex.OPEN;
        for (int j = i; j < Math.min(tokens.size(), i + 1 + PHRASE); j++) {
            String lower = tokens.get(j).lower();
            Ages.Age years = ages.at(tokens, j);
            boolean compound = people.isBeforeAnother(tokens, j);
            boolean several = words.is("number", lower) || (people.is(lower) && PersonNouns.isPlural(lower));
            if (j > i && several && years == null && !compound) {
                break;
            }
            further |= FURTHER.contains(lower);
            if (years != null) {
                age = years.years();
                j = years.last();
                last = j;
            } else if (j > i && people.is(lower) && !compound && words.is("outcome", lower) && !isOne(tokens, i)) {
                break;
            } else if (j > i && people.is(lower)) {
                last = j;
                sex = sex == Sex.OPEN ? sex(lower) : sex;
                if (!compound) {
                    break;
                }
            } else if (j > i && endsPhrase(tokens.get(j))) {
                break;
            }
        }
        if (last < 0) {
            return null;
        }
        String name = nameAfter(tokens, last + 1);
        int end = name == null ? last : lastOfName(tokens, last + 1);
        boolean also = !known && name == null && isAlso(tokens, i, last);
        Newness newness = further || also ? Newness.FURTHER : known ? Newness.KNOWN : Newness.OPEN;
        String noun = people.role(tokens.get(last).lower());
        Individual person =
                withAge(tokens, new Individual(sentence.index(), i, end, noun, name, age, sex, newness, null));
        return known && noun == null && person.age() < 0 && sex == Sex.OPEN ? null : person;
    }

    /** "One dead", "another wounded"; not "a dead tree", "by a well dead". */
    private static boolean isOne(List<Token> tokens, int i) {
        return lower(tokens, i).equals("one") || FURTHER.contains(lower(tokens, i));
    }

    private boolean endsPhrase(Token token) {
        String lower = token.lower();
        return !token.isWord()
                || words.is("passive", lower)
                || words.is("break", lower)
                || words.is("deed", lower)
                || words.is("outcome", lower)
                || words.is("article", lower)
                || words.is("where", lower)
                || lower.equals("and");
    }

    /** "John Doe, 23,", "John Doe (23)", "John Doe, a 23-year-old student"; without an age only of two words or more. */
    private @Nullable Individual named(Sentence sentence, int i, List<Individual> earlier) {
        List<Token> tokens = sentence.tokens();
        int last = lastOfName(tokens, i);
        String name = nameAfter(tokens, i);
        boolean institution = words.is("institution", lower(tokens, last))
                || words.is("institution", lower(tokens, last + 1))
                || isInCapitals(tokens.get(last));
        if (name == null || institution || isPlace(tokens, i) || HarmWords.isHarm(words, lower(tokens, i))) {
            return null;
        }
        String title = people.role(tokens.get(i).lower());
        String noun = title == null && i > 0 ? people.role(tokens.get(i - 1).lower()) : title;
        Individual person = withAge(
                tokens, new Individual(sentence.index(), i, last, noun, name, -1, Sex.OPEN, Newness.OPEN, null));
        String verb = lower(tokens, last + 1);
        boolean dies = CasualtyReader.KILL.equals(words.value("outcome", verb))
                && earlier.stream().anyMatch(known -> name.equals(known.name()));
        boolean told = last > i || dies || words.is("passive", verb);
        return person.age() < 0 && (!told || sentence.isTitle()) ? null : person;
    }

    /** "CNN", "LEEDS". */
    private static boolean isInCapitals(Token token) {
        return token.text().chars().noneMatch(Character::isLowerCase);
    }

    /** "In [Salem]", "in [Salem, Oregon]"; not "in [Salem], Omar Bello", "in [Salem], Omar, 23,", "in [Salem], Omar was". */
    private int lastOfPlace(List<Token> tokens, int i) {
        int last = lastOfName(tokens, i);
        boolean within = lower(tokens, last + 1).equals(",")
                && last + 2 < tokens.size()
                && tokens.get(last + 2).isCapitalized()
                && lastOfName(tokens, last + 2) == last + 2;
        boolean person = words.is("passive", lower(tokens, last + 3))
                || (lower(tokens, last + 3).equals(",") && alone(tokens, last + 4) != null);
        return within && !person ? last + 2 : last;
    }

    /** "In [Fort Hill]", "at the [Nine Larches] Mall", "in northern [Fort Hill]". */
    private boolean isPlace(List<Token> tokens, int i) {
        int before = i > 1 && lower(tokens, i - 1).equals("the") ? i - 2 : i - 1;
        before -= words.is("side", lower(tokens, before)) ? 1 : 0;
        return tokens.get(i).isCapitalized() && words.is("where", lower(tokens, before));
    }

    /** "A woman was also wounded", "also wounded was a woman": another one than those before. */
    private static boolean isAlso(List<Token> tokens, int first, int last) {
        for (int i = first - 1;
                i >= Math.max(0, first - ALSO_WITHIN) && tokens.get(i).isWord();
                i--) {
            if (tokens.get(i).lower().equals("also")) {
                return true;
            }
        }
        for (int i = last + 1; i < Math.min(tokens.size(), last + 1 + ALSO_WITHIN); i++) {
            String lower = tokens.get(i).lower();
            if (!tokens.get(i).isWord() || lower.equals("and")) {
                return false;
            }
            if (lower.equals("also")) {
                return true;
            }
        }
        return false;
    }

    /** With the age that stands behind in commas or brackets. */
    private Individual withAge(List<Token> tokens, Individual person) {
        String mark = lower(tokens, person.last() + 1);
        if (!mark.equals(",") && !mark.equals("(")) {
            return person;
        }
        int at = person.last() + 2;
        at += lower(tokens, at).equals("aged") || lower(tokens, at).equals("age") ? 1 : 0;
        boolean apposition = words.is("article", lower(tokens, at)) && ages.at(tokens, at + 1) != null;
        Ages.Age told = apposition ? ages.at(tokens, at + 1) : alone(tokens, at);
        if (told == null) {
            return person;
        }
        String behind = lower(tokens, told.last() + 1);
        int end = behind.equals(",") || behind.equals(")") ? told.last() + 1 : told.last();
        return person.aged(told.years(), apposition ? person.last() : end);
    }

    /** ", 34,", "(six months old)": an age that no noun or name follows. */
    private Ages.@Nullable Age alone(List<Token> tokens, int i) {
        String text = lower(tokens, i);
        boolean digits = !text.isEmpty() && text.length() <= 2 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        Ages.Age written = ages.at(tokens, i);
        Ages.Age age = written == null && digits ? new Ages.Age(i, Integer.parseInt(text), true) : written;
        boolean alone =
                age != null && (age.last() + 1 >= tokens.size() || AFTER_AGE.contains(lower(tokens, age.last() + 1)));
        return alone ? age : null;
    }

    private int lastOfName(List<Token> tokens, int i) {
        int last = i;
        while (last + 1 < tokens.size() && last - i < LONGEST_NAME && isNamePart(tokens.get(last + 1))) {
            last++;
        }
        return last;
    }

    private boolean isNamePart(Token token) {
        return token.isCapitalized()
                && token.text().length() > 1
                && !words.is("month", token.lower())
                && !words.is("unnamed", token.lower());
    }

    /** The last name of who is named from that token on; null when nobody is. */
    private @Nullable String nameAfter(List<Token> tokens, int i) {
        if (i >= tokens.size() || !isNamePart(tokens.get(i))) {
            return null;
        }
        String last = tokens.get(lastOfName(tokens, i)).lower();
        return last.endsWith("'s") || people.is(last) || words.is("article", last) ? null : last;
    }

    private Sex sex(String lower) {
        return words.is("male", lower) ? Sex.MALE : words.is("female", lower) ? Sex.FEMALE : Sex.OPEN;
    }
}
