package org.tocsin.coder.casualty;

import static org.tocsin.coder.casualty.Tokens.lower;

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

    private final WordClasses words;
    private final NumberReader numbers;
    private final OtherNumbers others;
    private final Ages ages;
    private final PersonNouns people;
    private final Bounds bounds;

    CountReader(WordClasses words) {
        this.words = words;
        this.numbers = new NumberReader(words);
        this.others = new OtherNumbers(words, numbers);
        this.ages = new Ages(words);
        this.people = new PersonNouns(words);
        this.bounds = new Bounds(words);
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
                i = (mention.isPerson() ? mention.head() : mention.last()) + 1;
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
        int known = lastKnown(tokens, i);
        if (known >= 0) {
            int head = word.equals("the") ? head(tokens, i, "single", "single") : known;
            return new CountMention(sentence, i, known, head, 1, Bound.EXACT, CountMention.KNOWN);
        }
        if (words.is("article", word) && i + 1 < tokens.size()) {
            int place = words.number("ordinal", tokens.get(i + 1).lower());
            if (place > 0) {
                return new CountMention(
                        sentence, i, i + 1, head(tokens, i + 1), place, Bound.EXACT, CountMention.ORDINAL);
            }
        }
        if (words.is("article", word) && !numbers.begins(tokens, i)) {
            int head = head(tokens, i, "relative", "person");
            boolean one = head >= 0 && !PersonNouns.isPlural(tokens.get(head).lower());
            return one ? new CountMention(sentence, i, i, head, 1, Bound.EXACT, CountMention.PERSON) : null;
        }
        if (isTheOther(tokens, i)) {
            return new CountMention(sentence, i, i + 1, i + 1, 1, Bound.EXACT, CountMention.PERSON);
        }
        boolean another = word.equals("another")
                && i + 1 < tokens.size()
                && words.is("passive", tokens.get(i + 1).lower());
        Ages.Age age = ages.at(tokens, i);
        if (another || people.isSecondOfTwo(tokens, i) || isForPerson(tokens, age)) {
            int last = age == null ? i : age.last();
            return new CountMention(sentence, i, last, last, 1, Bound.EXACT, CountMention.PERSON);
        }
        if (age != null && i > 0 && tokens.get(i - 1).lower().equals("and")) {
            int head = head(tokens, age.last(), "relative", "single");
            return head < 0
                    ? null
                    : new CountMention(sentence, i, age.last(), head, 1, Bound.EXACT, CountMention.PERSON);
        }
        CountMention unsaid = inWords(sentence, tokens, i);
        return unsaid == null ? number(sentence, tokens, i) : unsaid;
    }

    /** "No one", "double homicide", "dozens of", "a couple", who are two, and not "a couple of", "a couple dozen". */
    private @Nullable CountMention inWords(int sentence, List<Token> tokens, int i) {
        String word = tokens.get(i).lower();
        if (words.is("none", word) && !Bounds.isOfComparison(words, tokens, i)) {
            boolean noOne = i + 1 < tokens.size() && tokens.get(i + 1).lower().equals("one");
            int last = noOne ? i + 1 : i;
            return new CountMention(sentence, i, last, head(tokens, last), 0, Bound.EXACT, "none");
        }
        if (words.is("multiple", word)
                && i + 1 < tokens.size()
                && words.is("slaying", tokens.get(i + 1).lower())) {
            return new CountMention(sentence, i, i, i, words.number("multiple", word), Bound.EXACT, "multiple");
        }
        if (!words.is("many", word)) {
            return null;
        }
        int head = head(tokens, i);
        Bound bound = words.number("many", word) == 2 && standsAlone(tokens, i) ? Bound.EXACT : Bound.LEAST;
        return others.isOfMany(tokens, i, head > i)
                ? null
                : new CountMention(sentence, i, i, head, words.number("many", word), bound, "many");
    }

    private @Nullable CountMention number(int sentence, List<Token> tokens, int i) {
        NumberReader.Written number = isBoth(tokens, i) ? new NumberReader.Written(i, i, 2, 2) : numbers.at(tokens, i);
        if (number == null) {
            return null;
        }
        int last = number.last();
        int head = head(tokens, last);
        if (others.has(tokens, number, head > last)) {
            return null;
        }
        if (isOlderToll(tokens, number)) {
            return null;
        }
        String form = tokens.get(i).isNumber() ? "digits" : "word";
        int attackers = number.value() > 1 && includesAttacker(tokens, head) ? 1 : 0;
        return new CountMention(
                sentence,
                i,
                last,
                head,
                number.value() - attackers,
                bounds.of(tokens, i, last, head),
                form,
                number.upTo() - attackers);
    }

    /** "Both were taken to hospital"; not "both men", who have been counted. */
    private boolean isBoth(List<Token> tokens, int i) {
        return tokens.get(i).lower().equals("both") && isVerb(lower(tokens, i + 1));
    }

    /** "One died, [the other] was taken to hospital", "[the other] survived"; not "the other men were". */
    private boolean isTheOther(List<Token> tokens, int i) {
        return tokens.get(i).lower().equals("the")
                && lower(tokens, i + 1).equals("other")
                && isVerb(lower(tokens, i + 2));
    }

    /** "A [couple] were killed", "killed a [couple] in a bar"; not "a [couple] of", "a [couple] dozen", "a [couple] more". */
    private boolean standsAlone(List<Token> tokens, int i) {
        String next = lower(tokens, i + 1);
        return i + 1 >= tokens.size()
                || !tokens.get(i + 1).isWord()
                || isVerb(next)
                || words.is("break", next)
                || next.equals("and")
                || (words.is("where", next) && !next.equals("of"));
    }

    private boolean isVerb(String lower) {
        return words.is("passive", lower) || words.is("outcome", lower) || words.is("carried", lower);
    }

    /** Last token of who counts only with those whom "and" joins to him; negative where no such person begins. */
    private int lastKnown(List<Token> tokens, int i) {
        if (tokens.get(i).lower().equals("the")) {
            return head(tokens, i, "single", "single") < 0 ? -1 : i;
        }
        return JoinedVictim.last(words, tokens, i);
    }

    /**
     * "The toll rose from [nine] to 14", "14 died, up from [nine]", "rose to 14 from [nine]"; not "from [nine] to 14 people were
     * killed".
     */
    private boolean isOlderToll(List<Token> tokens, NumberReader.Written number) {
        int from = number.first() - 1;
        String before = lower(tokens, from - 1);
        return lower(tokens, from).equals("from")
                && number.upTo() == number.value()
                && (words.is("change", before) || numbers.simple(before) >= 0);
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
                && !PersonNouns.isPlural(tokens.get(who).lower());
    }

    /** "Teen boy, 3 women shot": headlines leave out the article. */
    private @Nullable CountMention inHeadline(int sentence, List<Token> tokens, int i) {
        int head = i - 1;
        while (people.opensInTitle(tokens, i)
                && head + 1 < tokens.size()
                && words.is("single", tokens.get(head + 1).lower())) {
            head++;
        }
        return head < i ? null : new CountMention(sentence, i, head, head, 1, Bound.EXACT, CountMention.PERSON);
    }

    private int head(List<Token> tokens, int last) {
        int head = head(tokens, last, "person", "relative");
        return head < 0 ? last : head;
    }

    /** The first noun of one of the classes behind the number; negative when another kind of phrase begins first. */
    private int head(List<Token> tokens, int last, String first, String second) {
        for (int i = last + 1; i < Math.min(tokens.size(), last + 1 + PHRASE); i++) {
            String lower = tokens.get(i).lower();
            boolean person = words.is(first, lower) || words.is(second, lower);
            if (person && !isBeforeThing(tokens, i) && !people.isBeforeAnother(tokens, i)) {
                return i;
            }
            Ages.Age age = ages.at(tokens, i);
            if (age != null && isForPerson(tokens, age)) {
                return age.last();
            }
            if (age != null) {
                i = age.last();
                continue;
            }
            // "A school sheltering the wife", and yet "a visiting priest".
            boolean clause = i > last + 1 && lower.endsWith("ing");
            if (clause || numbers.simple(lower) >= 0 || endsPhrase(tokens, i)) {
                return -1;
            }
        }
        return -1;
    }

    private boolean endsPhrase(List<Token> tokens, int i) {
        Token token = tokens.get(i);
        String lower = token.lower();
        return (words.is("outcome", lower) && !qualifies(tokens, i))
                || words.is("phrase end", lower)
                || words.is("passive", lower)
                || words.is("break", lower)
                || (!token.isWord() && !lower.equals(","));
    }

    /** "Two slain local officers"; not "two died, police said". */
    private boolean qualifies(List<Token> tokens, int harm) {
        for (int i = harm + 1;
                i < Math.min(tokens.size(), harm + 3) && tokens.get(i).isWord();
                i++) {
            String lower = tokens.get(i).lower();
            if (people.is(lower)) {
                return !words.is("outcome", lower);
            }
        }
        return false;
    }

    /** "A refugee camp", "a hostage crisis": no people are counted. */
    private boolean isBeforeThing(List<Token> tokens, int i) {
        return i + 1 < tokens.size() && words.is("compound", tokens.get(i + 1).lower());
    }

    /** "a 24-year-old", when no noun follows that says who. */
    private boolean isForPerson(List<Token> tokens, Ages.@Nullable Age age) {
        if (age == null || age.behind()) {
            return false;
        }
        for (int i = age.last() + 1; i < Math.min(tokens.size(), age.last() + 3); i++) {
            if (words.is("person", tokens.get(i).lower())) {
                return false;
            }
        }
        return true;
    }
}
