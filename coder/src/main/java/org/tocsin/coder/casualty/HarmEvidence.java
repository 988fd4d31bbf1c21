package org.tocsin.coder.casualty;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.choice.Features;
import org.tocsin.coder.incident.Attack;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.Token;

/** What an article as a whole says of people harmed: statements, words of harm and the words near them. */
final class HarmEvidence {
    /** Sentences at the start, told of no other attack, that tell of this one. */
    private static final int LEAD = 3;

    /** Tokens of the attack's sentences that are looked at. */
    private static final int MOST_TOKENS = 1500;

    private HarmEvidence() {}

    /** All that bears on whether anybody was harmed. */
    static void describe(HarmText text, Attack attack, Features into) {
        summary(text, attack, into);
        Set<String> seen = new HashSet<>();
        int read = 0;
        for (Sentence sentence : text.document().sentences()) {
            if (read > MOST_TOKENS) {
                break;
            }
            if (isOwn(text, sentence, attack)) {
                read += sentence.tokens().size();
                for (HarmText.Hit hit : text.hits(sentence)) {
                    near(sentence.tokens(), hit.token(), zone(sentence, attack), seen, into);
                }
            }
        }
    }

    /** Whether the article has a word of injury, or says of somebody that he was shot or hit; if neither, any number is a guess. */
    static boolean isInjuryTold(HarmText text) {
        boolean inWords = text.document().sentences().stream()
                .flatMap(sentence -> text.hits(sentence).stream())
                .anyMatch(hit -> hit.harm().equals(CasualtyReader.INJURE));
        return inWords
                || text.individuals().stream().anyMatch(person -> isHurt(person.said()))
                || IntStream.range(0, text.mentions().size()).anyMatch(i -> isHurt(text.said(i)));
    }

    /** Whether the article tells of dead elsewhere than among other attacks and those of other years ("since 2019"). */
    static boolean isDeathTold(HarmText text, Attack attack) {
        boolean inWords = text.document().sentences().stream()
                .filter(sentence -> mayTell(text, sentence, attack))
                .flatMap(sentence -> text.hits(sentence).stream())
                .anyMatch(hit -> hit.harm().equals(CasualtyReader.KILL));
        return inWords
                || IntStream.range(0, text.mentions().size())
                        .filter(i -> mayTell(text, text.sentence(text.mentions().get(i)), attack))
                        .anyMatch(i -> {
                            Statement said = text.said(i);
                            return said != null && said.harm().equals(CasualtyReader.KILL);
                        });
    }

    private static boolean mayTell(HarmText text, Sentence sentence, Attack attack) {
        return sentence.index() == attack.main().sentence()
                || !(text.isOfOtherYears(sentence) || text.isOfAnother(sentence.index(), attack));
    }

    private static boolean isHurt(@Nullable Statement said) {
        return said != null && !said.harm().equals(CasualtyReader.KILL);
    }

    /** What the number of dead says of whether anybody was injured: nobody, when as many were shot. */
    static void besideTheDead(HarmText text, Attack attack, int dead, Features into) {
        into.add("dead", Math.min(dead, 3));
        int shot = 0;
        int injured = 0;
        for (int i = 0; i < text.mentions().size(); i++) {
            CountMention mention = text.mentions().get(i);
            Statement said = text.said(i);
            if (said != null && bears(text, text.sentence(mention), attack)) {
                shot = Math.max(shot, said.harm().equals("shot") ? mention.number() : 0);
                injured = Math.max(injured, said.harm().equals(CasualtyReader.INJURE) ? mention.number() : 0);
            }
        }
        String living = shot == 0 ? "none" : Integer.toString(Integer.signum(shot - dead));
        into.add("dead shot", living, Integer.toString(Math.min(dead, 3)));
        into.add("dead injured", Integer.toString(Math.min(injured, 2)), Integer.toString(Math.min(dead, 3)));
        into.add("dead shot injured", living, Integer.toString(Math.min(injured, 2)));
    }

    /** How often harm of each class is stated of a number or a person, and where. */
    static void summary(HarmText text, Attack attack, Features into) {
        Map<String, Integer> counts = new TreeMap<>();
        for (int i = 0; i < text.mentions().size(); i++) {
            CountMention mention = text.mentions().get(i);
            Statement said = text.said(i);
            if (said != null
                    && !said.form().equals("far")
                    && !mention.form().equals(CountMention.KNOWN)
                    && !text.isOfAnother(mention.sentence(), attack)) {
                String kind = mention.number() == 0 ? "none" : mention.isPerson() ? "person" : "number";
                counts.merge(kind + " " + said.harm() + " " + zone(text.sentence(mention), attack), 1, Integer::sum);
                counts.merge(kind + " " + said.harm(), 1, Integer::sum);
            }
        }
        int read = 0;
        int ages = 0;
        for (Sentence sentence : text.document().sentences()) {
            boolean skip = read >= MOST_TOKENS || text.isOfAnother(sentence.index(), attack);
            for (HarmText.Hit hit : skip ? List.<HarmText.Hit>of() : text.hits(sentence)) {
                if (read + hit.token() < MOST_TOKENS) {
                    String past = text.isPast(sentence) ? " past" : "";
                    counts.merge("word " + hit.harm() + " " + zone(sentence, attack) + past, 1, Integer::sum);
                }
            }
            read += sentence.tokens().size();
            ages += text.ages(sentence) > 0 && isOwn(text, sentence, attack) ? text.ages(sentence) : 0;
        }
        counts.put("ages", ages);
        for (Map.Entry<String, Integer> count : counts.entrySet()) {
            for (int least = 1; least <= Math.min(count.getValue(), 4); least++) {
                into.add(count.getKey(), least);
            }
        }
        into.add("evidence");
        combined(counts, into);
    }

    /** Which classes of harm are stated at all, as one feature: what is said of the dead bears on the injured. */
    private static void combined(Map<String, Integer> counts, Features into) {
        StringBuilder all = new StringBuilder();
        StringBuilder lead = new StringBuilder();
        for (String harm : HarmText.HARM) {
            int number = counts.getOrDefault("number " + harm, 0);
            int person = counts.getOrDefault("person " + harm, 0);
            all.append(number > 0 ? 'n' : person > 0 ? 'p' : '-').append(Math.min(2, person));
            int words = 0;
            for (String zone : List.of("title", "lead")) {
                words += counts.getOrDefault("word " + harm + " " + zone, 0);
                words += counts.getOrDefault("word " + harm + " " + zone + " past", 0);
            }
            lead.append(words > 0 ? harm : "-");
        }
        into.add("stated", all.toString());
        into.add("lead", lead.toString());
    }

    private static void near(List<Token> tokens, int i, String zone, Set<String> seen, Features into) {
        for (int j = Math.max(0, i - 3); j < Math.min(tokens.size(), i + 4); j++) {
            String lower = tokens.get(j).lower();
            if (seen.add(lower)) {
                into.add("near", lower);
            }
            if (!zone.equals("attack") && seen.add(zone + " " + lower)) {
                into.add("near in", zone, lower);
            }
            String before = j == 0 ? "^" : tokens.get(j - 1).lower();
            if (seen.add(before + " " + lower)) {
                into.add("near two", before, lower);
            }
        }
    }

    /** Whether a number stated in that sentence is likely this attack's. */
    static boolean bears(HarmText text, Sentence sentence, Attack attack) {
        return isOwn(text, sentence, attack) && !text.isPast(sentence);
    }

    private static boolean isOwn(HarmText text, Sentence sentence, Attack attack) {
        boolean leads = sentence.isTitle() || sentence.index() < LEAD;
        return attack.tells(sentence.index()) || (leads && !text.isOfAnother(sentence.index(), attack));
    }

    private static String zone(Sentence sentence, Attack attack) {
        if (sentence.isTitle()) {
            return "title";
        }
        return sentence.index() < 4 ? "lead" : attack.tells(sentence.index()) ? "attack" : "rest";
    }
}
