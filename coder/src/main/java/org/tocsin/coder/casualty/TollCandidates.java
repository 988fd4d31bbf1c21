package org.tocsin.coder.casualty;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.choice.Candidate;
import org.tocsin.coder.choice.Features;
import org.tocsin.coder.incident.Attack;
import org.tocsin.coder.incident.AttackSentences;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Sentence;
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
    private final Sums sums;

    TollCandidates(WordClasses words) {
        this.words = words;
        this.reader = new CountReader(words);
        this.features = new MentionFeatures(words);
        this.sums = new Sums(features);
    }

    /** Reads the numbers of an article and what it says of harm. */
    HarmText read(Document document, AttackSentences attacks) {
        List<CountMention> mentions = new ArrayList<>();
        for (Sentence sentence : document.sentences()) {
            if (mentions.size() < MOST_MENTIONS) {
                mentions.addAll(reader.read(sentence));
            }
        }
        return new HarmText(words, document, attacks, mentions);
    }

    /**
     * Whether anybody was harmed at all: the candidates are false and true.
     *
     * @param harm what is asked for: "kill" or "injure"
     * @param dead how many were killed, when the injured are asked for; else 0
     */
    List<Candidate<Boolean>> any(HarmText text, Attack attack, String harm, int dead) {
        Features harmed = new Features();
        HarmEvidence.describe(text, attack, harmed);
        told(text, attack).describe(harm, uncounted(text, attack, dead), harmed);
        if (harm.equals(CasualtyReader.INJURE)) {
            HarmEvidence.besideTheDead(text, attack, dead, harmed);
        }
        return List.of(new Candidate<>(false, new Features()), new Candidate<>(true, harmed));
    }

    /** The people that the attack's sentences tell of one by one. */
    private static Individuals told(HarmText text, Attack attack) {
        return Individuals.count(
                text.individuals(),
                i -> HarmEvidence.bears(text, text.document().sentences().get(i), attack));
    }

    /**
     * How many were harmed when somebody was: numbers from 1.
     *
     * @param harm what is counted: "kill" or "injure"
     * @param dead how many were killed, when the injured are counted: of "five shot, one fatally" four are injured; else
     *     0
     */
    List<Candidate<Integer>> numbers(HarmText text, Attack attack, String harm, int dead) {
        Map<Integer, Integer> times = new HashMap<>();
        text.mentions().stream()
                .filter(mention -> !text.isOfAnother(mention.sentence(), attack))
                .forEach(mention -> times.merge(mention.number(), 1, Integer::sum));
        boolean outright = isOutright(text, attack, harm);
        Set<Integer> stated = new HashSet<>();
        List<Candidate<Integer>> candidates = mentioned(text, attack, outright, dead, times, stated);
        Individuals told = told(text, attack);
        boolean several = outright && harm.equals(CasualtyReader.KILL);
        int uncounted = uncounted(text, attack, dead);
        if (told.told(harm, uncounted) > (several ? 1 : 0)) {
            candidates.add(told.candidate(harm, uncounted, outright));
        }
        Features summary = new Features();
        HarmEvidence.summary(text, attack, summary);
        for (int number = 1; number <= UNSAID; number++) {
            if (!outright && !stated.contains(number)) {
                candidates.add(unsaid(number, summary, times));
            }
        }
        int named = harm.equals(CasualtyReader.KILL) ? new NamedDead(words, text, attack).least() : 0;
        int least = Math.max(named, new ToldApart(words, text, attack).least(harm, dead));
        candidates.removeIf(candidate -> candidate.value() < least);
        if (candidates.isEmpty() && least > 0) {
            candidates.add(unsaid(least, summary, times));
        }
        candidates.forEach(candidate -> told.describe(harm, candidate.value(), uncounted, candidate.features()));
        return candidates;
    }

    /** "Two soldiers were killed": the dead whom no number tells of, who may be among those told of one by one. */
    private static int uncounted(HarmText text, Attack attack, int dead) {
        int counted = 0;
        for (int i = 0; dead > 0 && i < text.mentions().size(); i++) {
            CountMention mention = text.mentions().get(i);
            Statement said = text.said(i);
            if (said != null
                    && said.isDeath()
                    && mention.number() > 1
                    && HarmEvidence.bears(text, text.sentence(mention), attack)) {
                counted = Math.max(counted, mention.number());
            }
        }
        return Math.max(0, dead - counted);
    }

    /** The numbers that stand in the text and the sums of those that are joined; those stated of harm go into {@code stated}. */
    private List<Candidate<Integer>> mentioned(
            HarmText text,
            Attack attack,
            boolean outright,
            int dead,
            Map<Integer, Integer> times,
            Set<Integer> stated) {
        List<CountMention> mentions = text.mentions();
        List<Candidate<Integer>> candidates = new ArrayList<>();
        Standing standing = Standing.of(text);
        Parts parts = new Parts(words, text, attack);
        for (int i = 0; i < mentions.size(); i++) {
            CountMention mention = mentions.get(i);
            Sentence sentence = text.sentence(mention);
            Statement said = text.said(i);
            if (text.isOfAnother(mention.sentence(), attack)) {
                continue;
            }
            if (mention.number() > 0) {
                int first = candidates.size();
                sums.from(i, text, attack, candidates);
                candidates
                        .subList(first, candidates.size())
                        .forEach(sum -> besideDead("sum", sum.value(), dead, sum.features()));
            }
            if (said != null && parts.isWithDead(i, dead)) {
                less(sentence, attack, mention, said, dead, candidates);
                continue;
            }
            if (!isToll(mention, said) || parts.has(i) || (mention.isPerson() && (outright || parts.isTheirs(i)))) {
                continue;
            }
            Features seen = new Features();
            features.describe(text, attack, mention, seen);
            seen.add("times", Math.min(4, times.getOrDefault(mention.number(), 1)));
            standing.describe(i, seen);
            sums.describe(text, i, seen);
            besideDead(said == null ? "none" : said.harm() + " " + said.form(), mention.number(), dead, seen);
            candidates.add(new Candidate<>(mention.number(), seen));
            if (said != null && !mention.isPerson()) {
                stated.add(mention.number());
                less(sentence, attack, mention, said, dead, candidates);
            }
        }
        return candidates;
    }

    /** Whether the number alone may be the toll: single people, and "a fourth", only when harm is stated of them. */
    private static boolean isToll(CountMention mention, @Nullable Statement said) {
        boolean nobodyCounted = mention.number() == 1 && mention.head() == mention.last();
        boolean bare = mention.isPerson() || nobodyCounted || mention.form().equals(CountMention.ORDINAL);
        return mention.number() > 0 && !mention.form().equals(CountMention.KNOWN) && (said != null || !bare);
    }

    /** Whether a number above one is stated of that harm in the attack's sentences: then no single person is the toll. */
    private boolean isOutright(HarmText text, Attack attack, String harm) {
        for (int i = 0; i < text.mentions().size(); i++) {
            CountMention mention = text.mentions().get(i);
            Sentence sentence = text.sentence(mention);
            Statement said = text.said(i);
            boolean several = mention.number() > 1
                    || text.joins().toNext(i - 1)
                    || text.joins().toNext(i);
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

    /** "Five shot" beside three dead holds the dead, or it does not: the model learns which. */
    private static void besideDead(String said, int number, int dead, Features into) {
        if (dead > 0) {
            into.add("beside dead", said, Integer.toString(Integer.compare(number, dead)));
        }
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
}
