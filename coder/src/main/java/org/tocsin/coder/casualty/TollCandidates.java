package org.tocsin.coder.casualty;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
    private static final List<String> HARM = List.of("kill", "injure", "shot");
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

    List<CountMention> mentions(Document document) {
        List<CountMention> mentions = new ArrayList<>();
        for (Sentence sentence : document.sentences()) {
            if (mentions.size() < MOST_MENTIONS) {
                mentions.addAll(reader.read(sentence));
            }
        }
        return mentions;
    }

    List<Candidate<Integer>> of(Document document, Attack attack, List<CountMention> mentions) {
        List<Candidate<Integer>> candidates = new ArrayList<>();
        Map<Integer, Integer> times = new HashMap<>();
        mentions.forEach(m -> times.merge(m.number(), 1, Integer::sum));
        for (int i = 0; i < mentions.size(); i++) {
            CountMention mention = mentions.get(i);
            Sentence sentence = document.sentences().get(mention.sentence());
            Features seen = new Features();
            features.describe(sentence, attack, mention, seen);
            seen.add("times", Math.min(4, times.getOrDefault(mention.number(), 1)));
            candidates.add(new Candidate<>(mention.number(), seen));
            sums(sentence, attack, mentions, i, candidates);
        }
        Features text = text(document, attack);
        for (int number = 0; number <= UNSAID; number++) {
            Features said = unsaid(number, text, times);
            for (String harm : HARM) {
                said.add("stated " + harm, stated(document, attack, mentions, harm));
                said.add("stated " + harm + number, stated(document, attack, mentions, harm));
            }
            candidates.add(new Candidate<>(number, said));
        }
        return candidates;
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
                    first.sentence(), first.first(), next.last(), Math.max(next.last(), next.head()), sum, first.bound(), "sum");
            features.describe(sentence, attack, whole, seen);
            into.add(new Candidate<>(sum, seen));
        }
    }

    private boolean joined(List<Token> tokens, CountMention one, CountMention other) {
        boolean and = false;
        for (int i = one.last() + 1; i < other.first(); i++) {
            String lower = tokens.get(i).lower();
            if (words.is("kill", lower) && i != one.head() || words.is("injure", lower) || words.is("shot", lower)
                    || lower.equals("including") || words.is("break", lower)) {
                return false;
            }
            and |= lower.equals("and") || lower.equals(",");
        }
        return and && other.first() - one.last() < 9;
    }

    /** The words near words of harm in the title and the attack's sentences, and which kinds of harm there are. */
    private Features text(Document document, Attack attack) {
        Features text = new Features();
        Set<String> seen = new HashSet<>();
        TreeSet<String> harms = new TreeSet<>();
        int ages = 0;
        int read = 0;
        for (Sentence sentence : document.sentences()) {
            boolean own = sentence.isTitle() || sentence.index() < 2 || attack.sentences().contains(sentence.index());
            if (!own || read > 400) {
                continue;
            }
            read += sentence.tokens().size();
            for (int i = 0; i < sentence.tokens().size(); i++) {
                String lower = sentence.tokens().get(i).lower();
                ages += lower.endsWith("-year-old") && seen.add(lower + " age") ? 1 : 0;
                for (String harm : HARM) {
                    if (words.is(harm, lower)) {
                        harms.add(sentence.isTitle() ? "title " + harm : harm);
                        near(sentence.tokens(), i, seen, text);
                    }
                }
            }
        }
        text.add("ages", Math.min(4, ages));
        text.add("harms", String.join(",", harms));
        return text;
    }

    private static void near(List<Token> tokens, int i, Set<String> seen, Features text) {
        for (int j = Math.max(0, i - 4); j < Math.min(tokens.size(), i + 5); j++) {
            String lower = tokens.get(j).lower();
            if (seen.add(lower)) {
                text.add(lower);
            }
            String before = j == 0 ? "^" : tokens.get(j - 1).lower();
            if (seen.add(before + " " + lower)) {
                text.add(before, lower);
            }
        }
    }

    /** Which numbers the text states outright, as what the unsaid ones compete with. */
    private String stated(Document document, Attack attack, List<CountMention> mentions, String harm) {
        int lead = 0;
        int rest = 0;
        for (CountMention mention : mentions) {
            Sentence sentence = document.sentences().get(mention.sentence());
            Statement said = Statement.of(words, sentence.tokens(), mention);
            if (said != null && said.harm().equals(harm) && !mention.form().equals("article") && mention.number() > 0) {
                boolean near = sentence.isTitle() || sentence.index() < 3;
                lead += near ? 1 : 0;
                rest += !near && attack.sentences().contains(mention.sentence()) ? 1 : 0;
            }
        }
        return Math.min(lead, 2) + " " + Math.min(rest, 1);
    }

    /** A number that no mention need give. */
    private static Features unsaid(int number, Features text, Map<Integer, Integer> times) {
        Features seen = new Features();
        seen.add("unsaid", number);
        seen.add("unsaid times " + number, Math.min(4, times.getOrDefault(number, 0)));
        for (int i = 0; i < text.size(); i++) {
            seen.add("text " + number, text.slot(i));
        }
        return seen;
    }
}
