package org.tocsin.coder.casualty;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.casualty.CountMention.Bound;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/** Finds the numbers of a sentence that can count people: "12", "twenty-five", "dozens of", "a woman", "no one". */
final class CountReader {
    /** How far behind a number the noun that it counts is looked for. */
    private static final int PHRASE = 5;

    /** How far before a number "aged" is looked for. */
    private static final int AGES = 6;

    /** And a noun for things, when no people are counted. */
    private static final int THING_WITHIN = 3;

    private final WordClasses words;

    CountReader(WordClasses words) {
        this.words = words;
    }

    List<CountMention> read(Sentence sentence) {
        List<CountMention> found = new ArrayList<>();
        List<Token> tokens = sentence.tokens();
        int i = 0;
        while (i < tokens.size()) {
            CountMention mention = isAsMany(tokens, i) ? asMany(tokens, i, found) : at(sentence.index(), tokens, i);
            if (mention == null && sentence.isTitle()) {
                mention = inHeadline(sentence.index(), tokens, i);
            }
            if (mention == null) {
                i++;
            } else {
                found.add(mention);
                i = mention.last() + 1;
            }
        }
        return found;
    }

    /** "Three were killed and as many injured"; not "as many as 30", "twice as many", "the third in as many days". */
    private boolean isAsMany(List<Token> tokens, int i) {
        boolean asMany = i > 0
                && i + 2 < tokens.size()
                && tokens.get(i).lower().equals("as")
                && tokens.get(i + 1).lower().equals("many");
        return asMany
                && words.is("before as many", tokens.get(i - 1).lower())
                && !tokens.get(i + 2).lower().equals("as")
                && !words.is("measure", tokens.get(i + 2).lower());
    }

    private @Nullable CountMention asMany(List<Token> tokens, int i, List<CountMention> before) {
        if (before.isEmpty()) {
            return null;
        }
        CountMention last = before.get(before.size() - 1);
        return new CountMention(
                last.sentence(), i, i + 1, head(tokens, i + 1), last.number(), last.bound(), CountMention.AS_MANY);
    }

    private @Nullable CountMention at(int sentence, List<Token> tokens, int i) {
        String word = tokens.get(i).lower();
        if (words.is("article", word) && i + 1 < tokens.size()) {
            int place = words.number("ordinal", tokens.get(i + 1).lower());
            if (place > 0) {
                return new CountMention(sentence, i, i + 1, head(tokens, i + 1), place, Bound.EXACT, "ordinal");
            }
        }
        if (word.equals("the")) {
            int head = head(tokens, i, "single", "single");
            return head < 0 ? null : new CountMention(sentence, i, i, head, 1, Bound.EXACT, CountMention.KNOWN);
        }
        int known = isObject(tokens, i) ? i : lastOfVictim(tokens, i);
        if (known >= 0) {
            return new CountMention(sentence, i, known, known, 1, Bound.EXACT, CountMention.KNOWN);
        }
        if (words.is("article", word) && last(tokens, i) < 0) {
            int head = head(tokens, i, "relative", "person");
            boolean one = head >= 0 && !isPlural(tokens.get(head).lower());
            return one ? new CountMention(sentence, i, i, head, 1, Bound.EXACT, CountMention.PERSON) : null;
        }
        boolean another = word.equals("another")
                && i + 1 < tokens.size()
                && words.is("passive", tokens.get(i + 1).lower());
        if (another || (word.endsWith("-year-old") && isAged(tokens, i))) {
            return new CountMention(sentence, i, i, i, 1, Bound.EXACT, CountMention.PERSON);
        }
        if (words.is("none", word)) {
            boolean noOne = i + 1 < tokens.size() && tokens.get(i + 1).lower().equals("one");
            int last = noOne ? i + 1 : i;
            return new CountMention(sentence, i, last, head(tokens, last), 0, Bound.EXACT, "none");
        }
        if (words.is("multiple", word)
                && i + 1 < tokens.size()
                && words.is("slaying", tokens.get(i + 1).lower())) {
            return new CountMention(sentence, i, i, i, words.number("multiple", word), Bound.EXACT, "multiple");
        }
        if (words.is("many", word)) {
            return isManyThings(tokens, i)
                    ? null
                    : new CountMention(
                            sentence, i, i, head(tokens, i), words.number("many", word), Bound.LEAST, "many");
        }
        CountMention inOneWord = range(sentence, tokens, i);
        if (inOneWord != null) {
            return inOneWord;
        }
        int last = last(tokens, i);
        int number = last < 0 ? -1 : value(tokens, i, last);
        if (number < 0 || isMeasure(tokens, i, last) || isYear(tokens, i, last)) {
            return null;
        }
        if (isAddress(tokens, i, last, number)) {
            return null;
        }
        String form = tokens.get(i).isNumber() ? "digits" : "word";
        int end = endOfRange(tokens, i, last);
        int upTo = end > last ? value(tokens, last + 2, end) : number;
        if (end > last && isMeasure(tokens, last + 2, end)) {
            return null;
        }
        if (upTo <= number) {
            end = last;
            upTo = number;
        }
        int head = head(tokens, end);
        if (head == end && countsThings(tokens, end)) {
            return null;
        }
        int attackers = number > 1 && includesAttacker(tokens, head) ? 1 : 0;
        return new CountMention(sentence, i, end, head, number - attackers, bound(tokens, i), form, upTo - attackers);
    }

    /** "14 people including the bomber": the attacker's own death is no part of the toll. */
    private boolean includesAttacker(List<Token> tokens, int head) {
        int i = head + 1;
        i += i < tokens.size() && tokens.get(i).lower().equals(",") ? 1 : 0;
        boolean including = i + 3 < tokens.size()
                && tokens.get(i).lower().equals("including")
                && tokens.get(i + 1).lower().equals("the");
        int who = including && tokens.get(i + 2).lower().equals("suicide") ? i + 3 : i + 2;
        return including
                && words.is("attacker", tokens.get(who).lower())
                && !isPlural(tokens.get(who).lower());
    }

    /** "15-20 people", where the text has it as one word. */
    private @Nullable CountMention range(int sentence, List<Token> tokens, int i) {
        String word = tokens.get(i).lower().replace('–', '-');
        int dash = word.indexOf('-');
        int from = dash <= 0 ? -1 : simple(word.substring(0, dash));
        int upTo = dash <= 0 ? -1 : simple(word.substring(dash + 1));
        int head = head(tokens, i);
        boolean range = tokens.get(i).isNumber() && from > 0 && upTo > from && head > i;
        return range ? new CountMention(sentence, i, i, head, from, bound(tokens, i), "digits", upTo) : null;
    }

    /** The last token of "15 to 20", "15-20", "between 15 and 20", whose first number ends at {@code last}; else {@code last}. */
    private int endOfRange(List<Token> tokens, int first, int last) {
        if (last + 2 >= tokens.size()) {
            return last;
        }
        String joint = tokens.get(last + 1).lower();
        String before = first == 0 ? "" : tokens.get(first - 1).lower();
        boolean range = joint.equals("-")
                || joint.equals("–")
                || joint.equals("or")
                || (joint.equals("to") && !before.equals("from"))
                || (joint.equals("and") && before.equals("between"));
        int end = range ? last(tokens, last + 2) : -1;
        return end < 0 ? last : end;
    }

    /** "Two gun trucks", "60 granaries". */
    private boolean countsThings(List<Token> tokens, int last) {
        for (int i = last + 1; i < Math.min(tokens.size(), last + 1 + THING_WITHIN); i++) {
            String lower = tokens.get(i).lower();
            if (words.is("thing", lower)) {
                return !isPlainWord(tokens, i + 1);
            }
            if (!tokens.get(i).isWord()
                    || words.is("passive", lower)
                    || words.is("where", lower)
                    || lower.equals("and")) {
                return false;
            }
        }
        return false;
    }

    /** "Thousands of times", "dozens of houses". */
    private boolean isManyThings(List<Token> tokens, int i) {
        int of = i + 1 < tokens.size() && tokens.get(i + 1).lower().equals("of") ? i + 1 : i;
        boolean measure =
                of + 1 < tokens.size() && words.is("measure", tokens.get(of + 1).lower());
        return measure || (head(tokens, i) == i && countsThings(tokens, of));
    }

    /** Behind a thing: "two gun trucks blew up" are trucks, "two truck owners" are none. */
    private boolean isPlainWord(List<Token> tokens, int i) {
        if (i >= tokens.size() || !tokens.get(i).isWord()) {
            return false;
        }
        String lower = tokens.get(i).lower();
        return !words.is("passive", lower)
                && !words.is("where", lower)
                && !words.is("break", lower)
                && !words.is("outcome", lower)
                && !words.is("deed", lower)
                && !lower.equals("and");
    }

    /** "Killing him and three guards". */
    private boolean isObject(List<Token> tokens, int i) {
        String word = tokens.get(i).lower();
        return (word.equals("him") || word.equals("her"))
                && i > 0
                && words.is("deed", tokens.get(i - 1).lower())
                && i + 1 < tokens.size()
                && tokens.get(i + 1).lower().equals("and");
    }

    /** Last token of the name in "killed Colonel Ahmed Salem and two aides"; negative where no such name begins. */
    private int lastOfVictim(List<Token> tokens, int i) {
        String deed = i == 0 ? null : words.value("deed", tokens.get(i - 1).lower());
        boolean harmed = deed != null
                && !deed.equals("shot")
                && tokens.get(i).isCapitalized()
                && !words.is("number", tokens.get(i).lower());
        int last = i;
        while (harmed && last + 1 < tokens.size() && tokens.get(last + 1).isCapitalized()) {
            last++;
        }
        boolean joined = harmed
                && last > i
                && last + 1 < tokens.size()
                && tokens.get(last + 1).lower().equals("and")
                && !(words.is("person", tokens.get(last).lower())
                        && isPlural(tokens.get(last).lower()));
        return joined ? last : -1;
    }

    /** Of a noun for people. */
    static boolean isPlural(String noun) {
        return noun.equals("people")
                || noun.equals("children")
                || noun.equals("police")
                || noun.endsWith("men")
                || (noun.endsWith("s") && !noun.endsWith("ss"));
    }

    /** "Teen boy, 3 women shot": headlines leave out the article. */
    private @Nullable CountMention inHeadline(int sentence, List<Token> tokens, int i) {
        String before = i == 0 ? ":" : tokens.get(i - 1).lower();
        boolean begins = before.equals(":") || before.equals(",") || before.equals("and") || before.equals("|");
        int head = i - 1;
        while (begins
                && head + 1 < tokens.size()
                && words.is("single", tokens.get(head + 1).lower())) {
            head++;
        }
        return head < i ? null : new CountMention(sentence, i, head, head, 1, Bound.EXACT, CountMention.PERSON);
    }

    /** Last token of the number that begins at {@code i}; negative when none does. */
    private int last(List<Token> tokens, int i) {
        int last = opening(tokens, i);
        while (last >= 0
                && last + 1 < tokens.size()
                && scale(tokens.get(last + 1).lower()) > 0) {
            last++;
        }
        return last;
    }

    /** Last of what opens a number: "12", and before a dozen or a hundred also "a", "another", "half a" and "a half". */
    private int opening(List<Token> tokens, int i) {
        String word = tokens.get(i).lower();
        if (simple(word) >= 0) {
            return i;
        }
        int last = i - 1;
        while (last < i + 1
                && last + 2 < tokens.size()
                && isBeforeScale(tokens.get(last + 1).lower())) {
            last++;
        }
        return last >= i && scale(tokens.get(last + 1).lower()) > 0 ? last : -1;
    }

    private static boolean isBeforeScale(String word) {
        return word.equals("a") || word.equals("another") || word.equals("half");
    }

    private int value(List<Token> tokens, int first, int last) {
        int simple = simple(tokens.get(first).lower());
        long number = simple < 0 ? 1 : simple;
        boolean half = false;
        for (int i = first + 1; i <= last; i++) {
            number *= Math.max(1, scale(tokens.get(i).lower()));
        }
        for (int i = first; i <= last; i++) {
            half |= tokens.get(i).lower().equals("half");
        }
        number = half ? number / 2 : number;
        return number > 1_000_000 ? -1 : (int) number;
    }

    private static int scale(String word) {
        return switch (word) {
            case "dozen" -> 12;
            case "hundred" -> 100;
            case "thousand" -> 1000;
            default -> 0;
        };
    }

    /** The number of "12", "1,200", "twelve", "twenty-five"; negative when it is none. */
    private int simple(String word) {
        String digits = word.replace(",", "");
        if (!digits.isEmpty() && digits.length() <= 6 && digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Integer.parseInt(digits);
        }
        if (words.is("number", word)) {
            return words.number("number", word);
        }
        int dash = word.indexOf('-');
        if (dash > 0 && words.is("number", word.substring(0, dash)) && words.is("number", word.substring(dash + 1))) {
            return words.number("number", word.substring(0, dash)) + words.number("number", word.substring(dash + 1));
        }
        return -1;
    }

    /** Money, hours, ages between commas, streets, days of a month: numbers that count no people. */
    private boolean isMeasure(List<Token> tokens, int first, int last) {
        String before = first == 0 ? "" : tokens.get(first - 1).lower();
        String after = last + 1 >= tokens.size() ? "" : tokens.get(last + 1).lower();
        boolean age = before.equals(",") && (after.equals(",") || after.equals(".") || after.equals("of"));
        boolean digits = tokens.get(first).isNumber();
        boolean ofAge = before.equals("of")
                && first > 1
                && words.is("single", tokens.get(first - 2).lower());
        return ofAge
                || isAge(tokens, first)
                || before.equals("$")
                || before.equals("age")
                || before.equals("aged")
                || before.equals("#")
                || before.equals("/")
                || after.equals("/")
                || (digits && (before.equals(":") || after.equals(":")))
                || (digits && age)
                || (digits && (words.is("month", before) || words.is("month", after)))
                || words.is("measure", after);
    }

    /** The second number of "aged 19 and 63", "aged between 30 and 35", "ages 5 to 7". */
    private boolean isAge(List<Token> tokens, int first) {
        for (int i = first - 1; i >= Math.max(0, first - AGES); i--) {
            String lower = tokens.get(i).lower();
            if (lower.equals("aged") || lower.equals("ages") || lower.equals("age")) {
                return true;
            }
            boolean between = lower.equals("between")
                    || lower.equals("and")
                    || lower.equals("to")
                    || lower.equals(",")
                    || words.is("more", lower);
            if (!between && simple(lower) < 0) {
                return false;
            }
        }
        return false;
    }

    /** "3434 High Street", "room 1108": no toll has four digits without a comma and nobody counted. */
    private boolean isAddress(List<Token> tokens, int first, int last, int number) {
        boolean plain = first == last
                && tokens.get(first).isNumber()
                && !tokens.get(first).text().contains(",");
        return plain && number >= 1000 && head(tokens, last) == last;
    }

    /** "2016" is a year unless people follow it. */
    private boolean isYear(List<Token> tokens, int first, int last) {
        String text = tokens.get(first).text();
        boolean digits = first == last && text.length() == 4 && (text.startsWith("19") || text.startsWith("20"));
        return digits && head(tokens, last) == last;
    }

    private Bound bound(List<Token> tokens, int first) {
        String before = first == 0 ? "" : tokens.get(first - 1).lower();
        if (before.equals("between") || before.equals("from")) {
            return Bound.LEAST;
        }
        for (int i = first - 1; i >= Math.max(0, first - 3); i--) {
            String way = words.value("more", tokens.get(i).lower());
            if (way != null) {
                boolean than = i + 1 == first || tokens.get(i + 1).lower().equals("than");
                return switch (way) {
                    case "LEAST" -> Bound.LEAST;
                    case "OVER" -> than ? Bound.LEAST : Bound.EXACT;
                    case "UP" -> i + 1 < first ? Bound.MOST : Bound.EXACT;
                    default -> Bound.ABOUT;
                };
            }
        }
        return Bound.EXACT;
    }

    private int head(List<Token> tokens, int last) {
        int head = head(tokens, last, "person", "relative");
        return head < 0 ? last : head;
    }

    /** The first noun of one of the classes behind the number; negative when another kind of phrase begins first. */
    private int head(List<Token> tokens, int last, String first, String second) {
        for (int i = last + 1; i < Math.min(tokens.size(), last + 1 + PHRASE); i++) {
            String lower = tokens.get(i).lower();
            boolean people = words.is(first, lower) || words.is(second, lower);
            if ((people && !isBeforeThing(tokens, i)) || isAged(tokens, i)) {
                return i;
            }
            boolean number = lower.chars().allMatch(c -> c >= '0' && c <= '9') || words.is("number", lower);
            // "A school sheltering the wife", "a visiting priest".
            boolean clause = i > last + 1 && lower.endsWith("ing");
            boolean ends = number
                    || clause
                    || (i > last + 1 && (lower.equals("a") || lower.equals("an") || lower.equals("the")))
                    || lower.equals("including")
                    || lower.equals("among")
                    || words.is("passive", lower)
                    || words.is("break", lower)
                    || (!tokens.get(i).isWord() && !lower.equals(","));
            if (ends || lower.equals("and") || lower.equals("in")) {
                return -1;
            }
        }
        return -1;
    }

    /** "A refugee camp", "a hostage crisis": no people are counted. */
    private boolean isBeforeThing(List<Token> tokens, int i) {
        return i + 1 < tokens.size() && words.is("compound", tokens.get(i + 1).lower());
    }

    /** "a 24-year-old", when no noun follows that says who. */
    private boolean isAged(List<Token> tokens, int i) {
        if (!tokens.get(i).lower().endsWith("-old")) {
            return false;
        }
        for (int next = i + 1; next < Math.min(tokens.size(), i + 3); next++) {
            if (words.is("person", tokens.get(next).lower())) {
                return false;
            }
        }
        return true;
    }
}
