package org.tocsin.coder.casualty;

import static org.tocsin.coder.casualty.Tokens.lower;

import java.util.List;
import java.util.Set;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/** Tells the numbers that count no people: money, hours, ages, streets, years, and things such as houses or cattle. */
final class OtherNumbers {
    /** How far before a number "aged" is looked for. */
    private static final int AGES = 6;

    /** How far behind a number a noun for things is looked for. */
    private static final int THING_WITHIN = 3;

    /** Behind ", 45": not "were", for "on Monday, 45 were killed". */
    private static final Set<String> AFTER_AGE = Set.of(",", ".", ";", ")", "and", "of");

    private static final int LEAST_ADDRESS = 1000;

    private final WordClasses words;
    private final NumberReader numbers;

    OtherNumbers(WordClasses words, NumberReader numbers) {
        this.words = words;
        this.numbers = numbers;
    }

    /** @param headed whether a noun for people follows that the number counts */
    boolean has(List<Token> tokens, NumberReader.Written number, boolean headed) {
        boolean bare = number.isRangeInOneWord()
                || isAddress(tokens, number)
                || isYear(tokens, number)
                || isName(tokens, number)
                || countsThings(tokens, number.last());
        return isMeasure(tokens, number.first(), number.last()) || (!headed && bare);
    }

    /** "Thousands of times", "dozens of houses". */
    boolean isOfMany(List<Token> tokens, int many, boolean headed) {
        int of = many + 1 < tokens.size() && tokens.get(many + 1).lower().equals("of") ? many + 1 : many;
        boolean measure =
                of + 1 < tokens.size() && words.is("measure", tokens.get(of + 1).lower());
        return measure || (!headed && countsThings(tokens, of));
    }

    /** Money, hours, ages between commas, days of a month. */
    private boolean isMeasure(List<Token> tokens, int first, int last) {
        String before = lower(tokens, first - 1);
        String after = lower(tokens, last + 1);
        boolean age = (before.equals(",") && AFTER_AGE.contains(after) && !isLabelled(tokens, first - 2))
                || (before.equals("(") && after.equals(")"));
        boolean bothOfAge = before.equals("both") && after.equals(",");
        boolean digits = tokens.get(first).isNumber();
        boolean ofAge = before.equals("of")
                && first > 1
                && words.is("single", tokens.get(first - 2).lower());
        return ofAge
                || isAge(tokens, first)
                || before.equals("$")
                || before.equals("#")
                || before.equals("/")
                || after.equals("/")
                || (digits && (before.equals(":") || after.equals(":")))
                || (digits && (age || bothOfAge))
                || (digits && (words.is("month", before) || words.is("month", after)))
                || words.is("measure", after);
    }

    /** "Dead, 45; wounded, 120": what came to them is no one's name. */
    private boolean isLabelled(List<Token> tokens, int label) {
        return label >= 0
                && words.is("outcome", tokens.get(label).lower())
                && (label == 0 || !tokens.get(label - 1).isWord());
    }

    /** "Aged 19 and 63", "aged between 30 and 35", "ages 5 to 7". */
    private boolean isAge(List<Token> tokens, int first) {
        for (int i = first - 1; i >= Math.max(0, first - AGES); i--) {
            String lower = tokens.get(i).lower();
            if (words.is("age", lower)) {
                return true;
            }
            boolean between = lower.equals(",") || words.is("between ages", lower) || words.is("more", lower);
            if (!between && numbers.simple(lower) < 0) {
                return false;
            }
        }
        return false;
    }

    /** "3434 High Street", "room 1108": no toll has four digits without a comma and nobody counted. */
    private static boolean isAddress(List<Token> tokens, NumberReader.Written number) {
        Token token = tokens.get(number.first());
        return number.first() == number.last()
                && token.isNumber()
                && !token.text().contains(",")
                && number.value() >= LEAST_ADDRESS;
    }

    /** "2016" is a year unless people follow it. */
    private static boolean isYear(List<Token> tokens, NumberReader.Written number) {
        String text = tokens.get(number.first()).text();
        return text.length() == 4 && (text.startsWith("19") || text.startsWith("20"));
    }

    /** "At the Nine Larches Mall", "at 7 Seventeen Street": capitals behind a small letter, and nothing that came to them. */
    private boolean isName(List<Token> tokens, NumberReader.Written number) {
        int word = tokens.get(number.last()).isNumber() ? number.last() + 1 : number.last();
        int before = number.first() - 1;
        before -= before > 0 && tokens.get(before).isNumber() ? 1 : 0;
        return before >= 0
                && word + 1 < tokens.size()
                && Character.isLowerCase(tokens.get(before).text().codePointAt(0))
                && numbers.simple(tokens.get(word).lower()) >= 0
                && tokens.get(word).isCapitalized()
                && tokens.get(word + 1).isCapitalized()
                && !endsPhrase(tokens, word + 1);
    }

    /** "Two gun trucks", "60 granaries"; not "two truck owners". */
    private boolean countsThings(List<Token> tokens, int last) {
        for (int i = last + 1; i < Math.min(tokens.size(), last + 1 + THING_WITHIN); i++) {
            if (words.is("thing", tokens.get(i).lower())) {
                return endsPhrase(tokens, i + 1);
            }
            if (endsPhrase(tokens, i)) {
                return false;
            }
        }
        return false;
    }

    private boolean endsPhrase(List<Token> tokens, int i) {
        if (i >= tokens.size() || !tokens.get(i).isWord()) {
            return true;
        }
        String lower = tokens.get(i).lower();
        return words.is("passive", lower)
                || words.is("where", lower)
                || words.is("break", lower)
                || words.is("outcome", lower)
                || words.is("deed", lower)
                || lower.equals("and");
    }
}
