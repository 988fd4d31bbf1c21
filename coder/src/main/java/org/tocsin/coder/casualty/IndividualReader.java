package org.tocsin.coder.casualty;

import static org.tocsin.coder.casualty.IndividualStatements.lower;

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

    private static final Set<String> AFTER_AGE = Set.of(",", ".", ";", ")", "and", "of", "was", "were", "is", "who");
    private static final Set<String> FURTHER = Set.of("another", "second", "third", "fourth", "fifth", "other");

    private final WordClasses words;
    private final IndividualStatements statements;

    IndividualReader(WordClasses words) {
        this.words = words;
        this.statements = new IndividualStatements(words);
    }

    List<Individual> read(Sentence sentence) {
        List<Token> tokens = sentence.tokens();
        List<Individual> found = new ArrayList<>();
        int i = 0;
        while (i < tokens.size()) {
            Individual person = at(sentence, i);
            if (person == null) {
                i++;
            } else {
                found.add(person.saying(statements.of(tokens, person)));
                i = person.last() + 1;
            }
        }
        statements.share(tokens, found);
        return found;
    }

    private @Nullable Individual at(Sentence sentence, int i) {
        List<Token> tokens = sentence.tokens();
        String lower = tokens.get(i).lower();
        boolean introduces = words.is("article", lower) || lower.equals("one") || lower.equals("the");
        if (introduces || ageOf(lower) >= 0) {
            Individual described = described(sentence, i, lower.equals("the"));
            if (described != null) {
                return described;
            }
        }
        if (sentence.isTitle() && sex(lower) != Sex.OPEN && !lower.endsWith("men")) {
            return new Individual(sentence.index(), i, i, null, -1, sex(lower), Newness.OPEN, null);
        }
        return tokens.get(i).isCapitalized() && !introduces ? named(sentence, i) : null;
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
            boolean several =
                    j > i && (words.is("number", lower) || (isPersonNoun(lower) && CountReader.isPlural(lower)));
            if (several) {
                break;
            }
            further |= FURTHER.contains(lower);
            if (ageOf(lower) >= 0) {
                age = ageOf(lower);
                last = j;
            } else if (j > i && (words.is("person", lower) || words.is("relative", lower))) {
                last = j;
                sex = sex(lower);
                boolean compound =
                        j + 1 < tokens.size() && isPersonNoun(tokens.get(j + 1).lower());
                if (!compound) {
                    break;
                }
            } else if (j > i && endsPhrase(tokens.get(j))) {
                break;
            }
        }
        if (last < 0 || (known && age < 0 && sex == Sex.OPEN)) {
            return null;
        }
        String name = nameAfter(tokens, last + 1);
        int end = name == null ? last : lastOfName(tokens, last + 1);
        Newness newness = further ? Newness.FURTHER : known ? Newness.KNOWN : Newness.OPEN;
        return withAge(sentence, i, end, name, age, sex, newness);
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

    private boolean isPersonNoun(String lower) {
        return words.is("person", lower) || words.is("relative", lower);
    }

    /** "John Doe, 23,", "John Doe (23)", "John Doe, a 23-year-old student"; without an age only of two words or more. */
    private @Nullable Individual named(Sentence sentence, int i) {
        List<Token> tokens = sentence.tokens();
        int last = lastOfName(tokens, i);
        String name = nameAfter(tokens, i);
        boolean place = i > 0 && words.is("where", tokens.get(i - 1).lower());
        if (name == null || place) {
            return null;
        }
        Individual person = withAge(sentence, i, last, name, -1, Sex.OPEN, Newness.OPEN);
        boolean told = last > i || words.is("passive", lower(tokens, last + 1));
        return person.age() < 0 && (!told || sentence.isTitle()) ? null : person;
    }

    /** With the age that stands behind in commas or brackets. */
    private Individual withAge(
            Sentence sentence, int first, int last, @Nullable String name, int age, Sex sex, Newness newness) {
        List<Token> tokens = sentence.tokens();
        int end = last;
        int years = age;
        String mark = lower(tokens, last + 1);
        if (mark.equals(",") || mark.equals("(")) {
            int at = last + 2;
            at += lower(tokens, at).equals("aged") || lower(tokens, at).equals("age") ? 1 : 0;
            at += words.is("article", lower(tokens, at)) && ageOf(lower(tokens, at + 1)) >= 0 ? 1 : 0;
            int behind = ageOf(lower(tokens, at));
            boolean plain = behind < 0 && isAge(tokens, at);
            if (behind >= 0 || plain) {
                years = plain ? Integer.parseInt(lower(tokens, at)) : behind;
                end = lower(tokens, at + 1).equals(",") || lower(tokens, at + 1).equals(")") ? at + 1 : at;
            }
        }
        return new Individual(sentence.index(), first, end, name, years, sex, newness, null);
    }

    private static boolean isAge(List<Token> tokens, int i) {
        String text = lower(tokens, i);
        boolean digits = !text.isEmpty() && text.length() <= 2 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits && (i + 1 >= tokens.size() || AFTER_AGE.contains(lower(tokens, i + 1)));
    }

    /** The years of "23-year-old", 0 of "six-month-old"; -1 when it is no age. */
    private int ageOf(String lower) {
        int dash = lower.indexOf('-');
        if (dash <= 0 || !lower.endsWith("-old")) {
            return -1;
        }
        if (!lower.contains("year")) {
            return 0;
        }
        String years = lower.substring(0, dash);
        boolean digits = years.length() <= 2 && years.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(years) : words.is("number", years) ? words.number("number", years) : -1;
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
        return last.endsWith("'s") || isPersonNoun(last) || words.is("article", last) ? null : last;
    }

    private Sex sex(String lower) {
        return words.is("male", lower) ? Sex.MALE : words.is("female", lower) ? Sex.FEMALE : Sex.OPEN;
    }
}
