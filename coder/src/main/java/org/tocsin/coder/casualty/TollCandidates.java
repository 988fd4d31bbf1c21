package org.tocsin.coder.casualty;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tocsin.coder.choice.Candidate;
import org.tocsin.coder.choice.Features;
import org.tocsin.coder.incident.Attack;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/** The numbers that can be the toll of an attack, each with what the model sees of it. */
final class TollCandidates {
    /** Mentions looked at, from the start of the text: longer lists are statistics, not the toll of one attack. */
    private static final int MOST_MENTIONS = 120;
    /** Numbers that are candidates even when no number stands in the text, for "the man was shot dead". */
    private static final int UNSAID = 3;

    private final WordClasses words;
    private final CountReader reader;
    private final MentionFeatures features;

    TollCandidates(WordClasses words) {
        this.words = words;
        this.reader = new CountReader(words);
        this.features = new MentionFeatures(words);
    }

    /** Reads the numbers of an article and what it says of harm. */
    HarmText read(Document document) {
        List<CountMention> mentions = new ArrayList<>();
        for (Sentence sentence : document.sentences()) {
            if (mentions.size() < MOST_MENTIONS) {
                mentions.addAll(reader.read(sentence));
            }
        }
        return new HarmText(words, document, mentions);
    }

    /** Whether anybody was harmed at all: the candidates are false and true. */
    List<Candidate<Boolean>> any(HarmText text, Attack attack) {
        Features harmed = new Features();
        HarmEvidence.describe(text, attack, harmed);
        return List.of(new Candidate<>(false, new Features()), new Candidate<>(true, harmed));
    }

    /**
     * How many were harmed when somebody was: numbers from 1.
     *
     * @param harm what is counted: "kill" or "injure"
     * @param dead how many were killed, when the injured are counted: of "five shot, one fatally" four are injured; else
     *     0
     */
    List<Candidate<Integer>> numbers(HarmText text, Attack attack, String harm, int dead) {
        List<CountMention> mentions = text.mentions();
        List<Candidate<Integer>> candidates = new ArrayList<>();
        Map<Integer, Integer> times = new HashMap<>();
        mentions.forEach(m -> times.merge(m.number(), 1, Integer::sum));
        Set<Integer> stated = new HashSet<>();
        boolean outright = isOutright(text, attack, harm);
        Standing standing = Standing.of(text);
        for (int i = 0; i < mentions.size(); i++) {
            CountMention mention = mentions.get(i);
            Sentence sentence = text.sentence(mention);
            Statement said = text.said(i);
            boolean person = mention.form().equals("article");
            if (mention.number() == 0) {
                continue;
            }
            sums(sentence, attack, mentions, i, candidates);
            if (person && (said == null || outright || isPart(sentence.tokens(), mentions, i))) {
                continue;
            }
            Features seen = new Features();
            features.describe(sentence, attack, mention, seen);
            seen.add("times", Math.min(4, times.getOrDefault(mention.number(), 1)));
            standing.describe(i, seen);
            parts(sentence.tokens(), mentions, i, seen);
            candidates.add(new Candidate<>(mention.number(), seen));
            if (said != null && !person) {
                stated.add(mention.number());
                less(sentence, attack, mention, said, dead, candidates);
            }
        }
        Features summary = new Features();
        HarmEvidence.summary(text, attack, summary);
        for (int number = 1; number <= UNSAID; number++) {
            if (!outright && !stated.contains(number)) {
                candidates.add(unsaid(number, summary, times));
            }
        }
        return candidates;
    }

    /** Whether the number is one of several that "and" joins, so that more were harmed than it counts. */
    private void parts(List<Token> tokens, List<CountMention> mentions, int i, Features seen) {
        CountMention mention = mentions.get(i);
        boolean before = i > 0 && isJoined(tokens, mentions.get(i - 1), mention);
        boolean after = i + 1 < mentions.size() && isJoined(tokens, mention, mentions.get(i + 1));
        seen.add(before ? "joined before" : "not joined before");
        seen.add(after ? "joined after" : "not joined after");
        seen.add(before || after ? "part" : "whole", mention.form());
    }

    /** "Their driver", joined to those whose driver it is, is never the whole toll. */
    private boolean isPart(List<Token> tokens, List<CountMention> mentions, int i) {
        CountMention mention = mentions.get(i);
        return i > 0
                && words.is("possessive", tokens.get(mention.first()).lower())
                && isJoined(tokens, mentions.get(i - 1), mention);
    }

    private boolean isJoined(List<Token> tokens, CountMention one, CountMention other) {
        return one.sentence() == other.sentence()
                && one.number() > 0
                && other.number() > 0
                && joined(tokens, one, other);
    }

    /** Whether a number above one is stated of that harm in the attack's sentences: then no single person is the toll. */
    private boolean isOutright(HarmText text, Attack attack, String harm) {
        for (int i = 0; i < text.mentions().size(); i++) {
            CountMention mention = text.mentions().get(i);
            Sentence sentence = text.sentence(mention);
            Statement said = text.said(i);
            boolean several = mention.number() > 1 || (i > 0 && isPart(sentence.tokens(), text.mentions(), i));
            if (said != null && said.harm().equals(harm) && several && HarmEvidence.bears(text, sentence, attack)) {
                return true;
            }
        }
        return false;
    }

    private static Candidate<Integer> unsaid(int number, Features text, Map<Integer, Integer> times) {
        Features seen = new Features();
        seen.add("unsaid", number);
        seen.add("unsaid times " + number, Math.min(4, times.getOrDefault(number, 0)));
        for (int i = 0; i < text.size(); i++) {
            seen.add("text " + number, text.slot(i));
        }
        return new Candidate<>(number, seen);
    }

    /** Of a number that holds the dead too, those that live. */
    private static void less(
            Sentence sentence,
            Attack attack,
            CountMention mention,
            Statement said,
            int dead,
            List<Candidate<Integer>> into) {
        if (dead > 0 && mention.number() > dead) {
            Features seen = new Features();
            String own = attack.tells(mention.sentence()) ? "attack" : "rest";
            seen.add("less dead", said.harm(), said.form());
            seen.add("less dead in", said.harm(), MentionFeatures.position(sentence));
            seen.add("less dead of", said.harm(), own);
            into.add(new Candidate<>(mention.number() - dead, seen));
        }
    }

    /** "Two policemen and their driver": numbers joined by commas and "and" as one number of people. */
    private void sums(
            Sentence sentence, Attack attack, List<CountMention> mentions, int from, List<Candidate<Integer>> into) {
        CountMention first = mentions.get(from);
        int sum = first.number();
        CountMention last = first;
        for (int i = from + 1; i < mentions.size() && i < from + 5; i++) {
            CountMention next = mentions.get(i);
            if (next.sentence() != first.sentence() || !joined(sentence.tokens(), last, next)) {
                return;
            }
            sum += next.number();
            last = next;
            Features seen = new Features();
            seen.add("sum", i - from);
            seen.add("sum of", first.form(), next.form());
            CountMention whole = new CountMention(
                    first.sentence(),
                    first.first(),
                    next.last(),
                    Math.max(next.last(), next.head()),
                    sum,
                    first.bound(),
                    "sum");
            features.describe(sentence, attack, whole, seen);
            into.add(new Candidate<>(sum, seen));
        }
    }

    private boolean joined(List<Token> tokens, CountMention one, CountMention other) {
        boolean and = false;
        for (int i = one.last() + 1; i < other.first(); i++) {
            String lower = tokens.get(i).lower();
            if ((words.is("kill", lower) && i != one.head())
                    || words.is("injure", lower)
                    || words.is("shot", lower)
                    || lower.equals("including")
                    || words.is("break", lower)) {
                return false;
            }
            and |= lower.equals("and") || lower.equals(",");
        }
        return and && other.first() - one.last() < 9;
    }
}
