package org.tocsin.coder.casualty;

import static org.tocsin.coder.casualty.Tokens.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.incident.Attack;
import org.tocsin.coder.incident.AttackSentences;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/** What an article says of harm: read once for all its attacks and both tolls, since each looks at all of it. */
final class HarmText {
    /** The classes of words of harm. */
    static final List<String> HARM = List.of(CasualtyReader.KILL, CasualtyReader.INJURE, "shot");

    /** How many words may stand between a denial and the harm that it denies, and one. */
    private static final int DENIED_WITHIN = 4;

    /** "Two days earlier" begins a sentence when "earlier" stands no further behind. */
    private static final int AT_HEAD = 3;

    /** People told of one by one that are looked at. */
    private static final int MOST_INDIVIDUALS = 120;

    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");

    /** "Since late June 2019". */
    private static final int YEAR_WITHIN = 3;

    private final Document document;
    private final List<CountMention> mentions;
    private final List<@Nullable Statement> said = new ArrayList<>();
    private final List<List<Hit>> hits = new ArrayList<>();
    private final List<SentenceSubjects> subjects = new ArrayList<>();
    private final List<Individual> individuals = new ArrayList<>();
    private final Joins joins;
    private final boolean[] past;
    private final boolean[] otherYears;
    private final AttackSentences attacks;
    private final int[] ages;
    private final Ages age;

    HarmText(WordClasses words, Document document, AttackSentences attacks, List<CountMention> mentions) {
        int sentences = document.sentences().size();
        this.document = document;
        this.past = new boolean[sentences];
        this.otherYears = new boolean[sentences];
        this.attacks = attacks;
        this.ages = new int[sentences];
        this.age = new Ages(words);
        IndividualReader reader = new IndividualReader(words);
        for (CountMention mention : mentions) {
            said.add(Statement.of(
                    words, document.sentences().get(mention.sentence()).tokens(), mention));
        }
        this.mentions = withFurther(mentions);
        this.joins = new Joins(words, document, this.mentions, said);
        for (Sentence sentence : document.sentences()) {
            hits.add(read(words, sentence));
            subjects.add(new SentenceSubjects(words, sentence.tokens()));
            if (individuals.size() < MOST_INDIVIDUALS) {
                individuals.addAll(reader.read(sentence, individuals));
            }
        }
    }

    /** "Four died and a fifth was wounded": the fifth is one, where only one of them tells of a death; else he makes five. */
    private List<CountMention> withFurther(List<CountMention> found) {
        List<CountMention> all = new ArrayList<>(found);
        for (int i = 1; i < all.size(); i++) {
            CountMention before = all.get(i - 1);
            CountMention next = all.get(i);
            Statement saidBefore = said.get(i - 1);
            Statement saidNext = said.get(i);
            if (next.form().equals(CountMention.ORDINAL)
                    && before.sentence() == next.sentence()
                    && before.number() == next.number() - 1
                    && saidBefore != null
                    && saidNext != null
                    && saidBefore.isDeath() != saidNext.isDeath()) {
                all.set(i, next.asOne());
            }
        }
        return List.copyOf(all);
    }

    /** A word of harm: the index of its token and its class, with "no " before it when the text denies the harm. */
    record Hit(int token, String harm) {}

    private List<Hit> read(WordClasses words, Sentence sentence) {
        List<Hit> found = List.of();
        boolean soFar = isSoFar(sentence.tokens());
        int i = 0;
        for (Token token : sentence.tokens()) {
            String lower = token.lower();
            boolean ofOtherYears = isOfOtherYears(words, sentence.tokens(), i, soFar);
            otherYears[sentence.index()] |= ofOtherYears;
            past[sentence.index()] |=
                    ofOtherYears || (words.is("past", lower) && !isOfThisAttack(words, sentence.tokens(), i));
            String harm = harm(words, lower);
            if (harm != null) {
                found = found.isEmpty() ? new ArrayList<>() : found;
                found.add(new Hit(i, isDenied(words, sentence.tokens(), i) ? "no " + harm : harm));
            }
            ages[sentence.index()] += age.at(sentence.tokens(), i) == null ? 0 : 1;
            i++;
        }
        return found;
    }

    /**
     * "Killed two days earlier, he said", "who came this week", "a six year old girl", "the first homicide of the year"; and not "two
     * days earlier a bomb killed".
     */
    private static boolean isOfThisAttack(WordClasses words, List<Token> tokens, int past) {
        String before = lower(tokens, past - 1);
        return switch (tokens.get(past).lower()) {
            case "earlier" ->
                (past > AT_HEAD && words.is("measure", before)) || isReported(words, lower(tokens, past + 1));
            case "week" -> before.equals("this");
            case "year" -> Ages.isOfAge(tokens, past) || isSlayingOfYear(words, tokens, past);
            case "years", "month", "months" -> Ages.isOfAge(tokens, past);
            default -> false;
        };
    }

    /** "Police had earlier [put] the toll at nine", "an earlier [report]". */
    private static boolean isReported(WordClasses words, String next) {
        return words.is("saying", next) || next.equals("put") || next.equals("report");
    }

    /** "The first homicide of the year". */
    private static boolean isSlayingOfYear(WordClasses words, List<Token> tokens, int year) {
        return lower(tokens, year - 1).equals("the")
                && lower(tokens, year - 2).equals("of")
                && words.is("slaying", lower(tokens, year - 3));
    }

    /** "Since June 2019", "in 2014", "this year", "have been killed since March"; not "the worst since March". */
    private static boolean isOfOtherYears(WordClasses words, List<Token> tokens, int i, boolean soFar) {
        String lower = tokens.get(i).lower();
        String next = lower(tokens, i + 1);
        return switch (lower) {
            case "since", "in" ->
                tokens.subList(i + 1, Math.min(tokens.size(), i + 1 + YEAR_WITHIN)).stream()
                                .anyMatch(token -> YEAR.matcher(token.lower()).matches())
                        || (lower.equals("since") && (next.equals("the") || words.is("month", next)) && soFar);
            case "this", "last" -> next.equals("year");
            default -> false;
        };
    }

    /** "Have been killed", which is told of a time that goes on. */
    private static boolean isSoFar(List<Token> tokens) {
        return tokens.stream()
                .anyMatch(token -> token.lower().equals("have") || token.lower().equals("has"));
    }

    /** "Was not injured", "no reported injuries", "wasn't hit"; not so "not seriously hurt", which says how badly. */
    static boolean isDenied(WordClasses words, List<Token> tokens, int harm) {
        for (int i = harm - 1; i >= Math.max(0, harm - DENIED_WITHIN); i--) {
            String lower = tokens.get(i).lower();
            boolean denies = words.is("denial", lower) || lower.endsWith("n't");
            if (denies && !Bounds.isOfComparison(words, tokens, i)) {
                return true;
            }
            if (!tokens.get(i).isWord() || words.is("degree", lower) || words.is("break", lower)) {
                return false;
            }
        }
        return false;
    }

    /** The class of harm that the word tells of; null when it tells of none. */
    static @Nullable String harm(WordClasses words, String lower) {
        if (words.of(lower).isEmpty()) {
            return null;
        }
        for (String harm : HARM) {
            if (words.is(harm, lower)) {
                return harm;
            }
        }
        return null;
    }

    /** The people told of one by one, in text order. */
    List<Individual> individuals() {
        return individuals;
    }

    Document document() {
        return document;
    }

    /** The numbers of people, in text order. */
    List<CountMention> mentions() {
        return mentions;
    }

    /** Which of them the text joins. */
    Joins joins() {
        return joins;
    }

    Sentence sentence(CountMention mention) {
        return document.sentences().get(mention.sentence());
    }

    /** What is said outright of the i-th mention; null when nothing is. */
    @Nullable
    Statement said(int i) {
        return said.get(i);
    }

    /** Whether the i-th mention is told of as dead, and not of another attack. */
    boolean saysDeath(int i, Attack attack) {
        Statement said = said(i);
        return said != null && said.isDeath() && !isOfAnother(mentions.get(i).sentence(), attack);
    }

    /** The words of harm of a sentence, in text order. */
    List<Hit> hits(Sentence sentence) {
        return hits.get(sentence.index());
    }

    /** What else the sentence is about. */
    SentenceSubjects subjects(Sentence sentence) {
        return subjects.get(sentence.index());
    }

    /** Whether the sentence tells of another time than the attack's. */
    boolean isPast(Sentence sentence) {
        return past[sentence.index()];
    }

    /** Whether the sentence tells of another attack of the article, and not of this one. */
    boolean isOfAnother(int sentence, Attack attack) {
        return attacks.isOfAnother(sentence, attack);
    }

    /** Whether the sentence tells of other years: of a war so far, of a bomb in 2014. */
    boolean isOfOtherYears(Sentence sentence) {
        return otherYears[sentence.index()];
    }

    /** How many people the sentence names by their age. */
    int ages(Sentence sentence) {
        return ages[sentence.index()];
    }
}
