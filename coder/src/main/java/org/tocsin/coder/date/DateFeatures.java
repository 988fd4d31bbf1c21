package org.tocsin.coder.date;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.DateRange;
import org.tocsin.coder.choice.Candidate;
import org.tocsin.coder.choice.Features;
import org.tocsin.coder.incident.Attack;
import org.tocsin.coder.incident.Trigger;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/** The candidates for the day of an attack, and what the model sees of each. */
final class DateFeatures {
    /** Words from "at" to the occasion: "at a vigil". */
    private static final int OCCASION_WITHIN = 3;

    private final WordClasses cues;
    private final Aftermath aftermath;

    DateFeatures(WordClasses cues, Aftermath aftermath) {
        this.cues = cues;
        this.aftermath = aftermath;
    }

    /**
     * What the words round an expression say of it, whatever attack is asked about.
     *
     * @param clock what an hour in the sentence says
     */
    record Wording(Features words, Features clock) {}

    List<Candidate<DateRange>> candidates(
            Document document,
            Attack attack,
            List<DateExpression> expressions,
            List<Wording> wordings,
            @Nullable LocalDate published) {
        List<Candidate<DateRange>> candidates = new ArrayList<>();
        Map<DateRange, Integer> mentions = mentions(expressions);
        List<String> relations = aftermath.relations(document, expressions);
        int order = 0;
        int near = 0;
        for (int i = 0; i < expressions.size(); i++) {
            DateExpression expression = expressions.get(i);
            Features shared = new Features();
            boolean own = attack.tells(expression.sentence());
            shared.add("order", Math.min(order, 5));
            shared.add("order in attack", own ? Math.min(near, 3) : -1);
            shared.add("aftermath", relations.get(i));
            describe(document, attack, expression, wordings.get(i), shared);
            if (isDateline(document, expression) || expression.readings().isEmpty()) {
                continue;
            }
            for (int reading = 0; reading < expression.readings().size(); reading++) {
                DateRange range = expression.readings().get(reading);
                Features features = new Features();
                features.addAll(shared);
                read(expression, reading, published, features);
                features.add("mentions", Math.min(mentions.getOrDefault(range, 1), 4));
                candidates.add(new Candidate<>(range, features));
            }
            order++;
            near += own && !expression.readings().isEmpty() ? 1 : 0;
        }
        if (published != null) {
            candidates.add(fallback(document, attack, expressions, published, 0));
            candidates.add(fallback(document, attack, expressions, published, 1));
        }
        return candidates;
    }

    private static Map<DateRange, Integer> mentions(List<DateExpression> expressions) {
        Map<DateRange, Integer> mentions = new HashMap<>();
        for (DateExpression expression : expressions) {
            for (DateRange range : expression.readings()) {
                mentions.merge(range, 1, Integer::sum);
            }
        }
        return mentions;
    }

    /** What depends on the reading: how long before publication, and which reading it is. */
    private static void read(DateExpression expression, int reading, @Nullable LocalDate published, Features features) {
        String form = expression.form();
        DateRange range = expression.readings().get(reading);
        String ago = published == null ? "unknown" : ago(ChronoUnit.DAYS.between(range.latest(), published));
        features.add("ago", ago);
        features.add("form ago", form, ago);
        features.add("reading", form, Integer.toString(reading));
        features.add(range.isOneDay() ? "one day" : "several days");
    }

    private static String ago(long days) {
        if (days < 3) {
            return Long.toString(days);
        }
        return days < 7 ? "days" : days < 14 ? "week" : days < 32 ? "weeks" : days < 366 ? "months" : "years";
    }

    /** A dateline says when the article was written, which the fall-back to publication stands for. */
    private static boolean isDateline(Document document, DateExpression expression) {
        Match match = new Match(expression.first(), expression.last(), expression.form(), expression.meaning());
        return Dateline.heads(document.sentences().get(expression.sentence()), match);
    }

    /** What depends on where the expression stands and on the words round it. */
    private void describe(
            Document document, Attack attack, DateExpression expression, Wording wording, Features features) {
        Sentence sentence = document.sentences().get(expression.sentence());
        List<Token> tokens = sentence.tokens();
        String form = expression.form();
        features.add("form", form);
        features.add("sentence", position(sentence));
        features.add("form sentence", form, position(sentence));
        nearness(attack, expression, features, form);
        features.addAll(wording.words());
        clause(tokens, attack, expression, features);
        features.addAll(wording.clock());
    }

    Wording wording(Document document, DateExpression expression) {
        List<Token> tokens = document.sentences().get(expression.sentence()).tokens();
        String form = expression.form();
        Features features = new Features();
        String before = word(tokens, expression.first() - 1);
        features.add("before", before);
        features.add("before form", before, form);
        features.add("before 2", word(tokens, expression.first() - 2), before);
        features.add("after", word(tokens, expression.last() + 1));
        features.add("after 2", word(tokens, expression.last() + 1), word(tokens, expression.last() + 2));
        context(tokens, expression, features);
        partOfDay(tokens, expression, features);
        Features clock = new Features();
        if (hasClock(tokens)) {
            clock.add("clock");
            clock.add("clock form", form);
        }
        return new Wording(features, clock);
    }

    private static String position(Sentence sentence) {
        int index = sentence.index();
        return sentence.isTitle()
                ? "title"
                : index < 4 ? Integer.toString(index) : index < 7 ? "early" : index < 14 ? "middle" : "late";
    }

    private static void nearness(Attack attack, DateExpression expression, Features features, String form) {
        int tokens = Integer.MAX_VALUE;
        int sentences = Integer.MAX_VALUE;
        Trigger surest = attack.main();
        boolean main = false;
        for (Trigger trigger : attack.triggers()) {
            int apart = expression.sentence() - trigger.sentence();
            if (Math.abs(apart) < Math.abs(sentences)) {
                sentences = apart;
            }
            if (apart == 0) {
                tokens = Math.min(tokens, Math.abs(trigger.token() - expression.first()));
                main |= trigger.equals(surest);
            }
        }
        String near =
                tokens < 4 ? "beside" : tokens < 8 ? "close" : tokens < 16 ? "same" : tokens < 1000 ? "far" : "none";
        features.add("trigger", near);
        features.add("trigger form", near, form);
        features.add("sentences", Math.max(-4, Math.min(4, sentences)));
        features.add(main ? "with main" : "without main");
        features.add(attack.tells(expression.sentence()) ? "in attack" : "outside attack");
    }

    /** "Thursday evening", "early Sunday", "about 1:15 a.m. Sunday": reports of attacks say the hour, others seldom. */
    private void partOfDay(List<Token> tokens, DateExpression expression, Features features) {
        String part = "none";
        for (int i = Math.max(0, expression.first() - 4); i < Math.min(tokens.size(), expression.last() + 5); i++) {
            boolean inside = i >= expression.first() && i <= expression.last();
            String lower = tokens.get(i).lower();
            if (cues.is("hour", lower) && !inside) {
                part = i < expression.first() ? "before" : "after";
            }
        }
        features.add("part", part);
        features.add("part form", part, expression.form());
    }

    /** Whether the expression shares its clause with a trigger, and with which cue words. */
    private void clause(List<Token> tokens, Attack attack, DateExpression expression, Features features) {
        int from = expression.first();
        while (from > 0 && !breaks(tokens.get(from - 1))) {
            from--;
        }
        int to = expression.last() + 1;
        while (to < tokens.size() && !breaks(tokens.get(to))) {
            to++;
        }
        boolean shared = false;
        for (Trigger trigger : attack.triggers()) {
            shared |= trigger.sentence() == expression.sentence() && trigger.token() >= from && trigger.token() < to;
        }
        StringBuilder found = new StringBuilder();
        for (String cue : CLASSES) {
            for (int i = from; i < to; i++) {
                if (cues.is(cue, tokens.get(i).lower()) && !isOccasion(tokens, i)) {
                    features.add("clause cue", cue);
                    found.append(cue);
                    break;
                }
            }
        }
        features.add("clause", shared ? "trigger" : "no trigger");
        features.add("clause cues", found.toString());
        features.add("clause form", shared ? "trigger" : "no trigger", expression.form());
    }

    /** "Shot at a vigil", "in a raid during the election": not what followed the attack, but what was attacked. */
    private boolean isOccasion(List<Token> tokens, int i) {
        if (!cues.is("occasion", tokens.get(i).lower())) {
            return false;
        }
        for (int before = Math.max(0, i - OCCASION_WITHIN); before < i; before++) {
            if (cues.is("at", tokens.get(before).lower())) {
                return true;
            }
        }
        return false;
    }

    private boolean breaks(Token token) {
        return !token.isWord() || cues.is("break", token.lower());
    }

    /** The classes of the cue words round the expression, near ones and the nearest on each side, and words hashed. */
    private void context(List<Token> tokens, DateExpression expression, Features features) {
        String left = nearest(tokens, expression.first() - 1, -1, features);
        String right = nearest(tokens, expression.last() + 1, 1, features);
        features.add("nearest", left, right);
        features.add("nearest form", left + right, expression.form());
        int from = Math.max(0, expression.first() - 12);
        int to = Math.min(tokens.size(), expression.last() + 13);
        for (int i = from; i < to; i++) {
            if ((i >= expression.first() && i <= expression.last())
                    || !tokens.get(i).isWord()) {
                continue;
            }
            int apart = i < expression.first() ? expression.first() - i : i - expression.last();
            features.add(apart < 6 ? "near word" : "far word", tokens.get(i).lower());
        }
    }

    /** The class of the nearest cue word on one side, up to the end of the clause. */
    private String nearest(List<Token> tokens, int from, int step, Features features) {
        for (int i = from; i >= 0 && i < tokens.size() && Math.abs(i - from) < 25; i += step) {
            Set<String> own =
                    isOccasion(tokens, i) ? Set.of() : cues.of(tokens.get(i).lower());
            for (String cue : own.isEmpty() ? List.<String>of() : CLASSES) {
                if (own.contains(cue)) {
                    int apart = Math.abs(i - from);
                    String near = apart < 3 ? "0" : apart < 7 ? "1" : "2";
                    features.add(step < 0 ? "left" : "right", cue, near);
                    return cue;
                }
            }
        }
        return "none";
    }

    private static final List<String> CLASSES =
            List.of("attack", "happen", "court", "arrest", "death", "say", "later", "past");

    private static boolean hasClock(List<Token> tokens) {
        for (Token token : tokens) {
            switch (token.lower()) {
                case "a.m", "a.m.", "p.m", "p.m.", "am", "pm", "o'clock" -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    private static String word(List<Token> tokens, int i) {
        return i < 0 ? "^" : i >= tokens.size() ? "$" : tokens.get(i).lower();
    }

    /** The day of publication, or the day before it, when no expression dates the attack. */
    private static Candidate<DateRange> fallback(
            Document document, Attack attack, List<DateExpression> expressions, LocalDate published, int back) {
        Features features = new Features();
        String name = back == 0 ? "publication" : "day before";
        features.add(name);
        int dated = 0;
        int own = 0;
        for (DateExpression expression : expressions) {
            dated += expression.readings().isEmpty() ? 0 : 1;
            own += !expression.readings().isEmpty() && attack.tells(expression.sentence()) ? 1 : 0;
        }
        features.add(name, "dates " + Math.min(dated, 4));
        features.add(name, "own " + Math.min(own, 3));
        features.add(name, "sentences " + Math.min(document.sentences().size() / 5, 4));
        features.add(name, document.allCapitals() ? "capitals" : "mixed");
        int words = 0;
        for (Token token : document.sentences().get(attack.main().sentence()).tokens()) {
            if (token.isWord() && words++ < 40) {
                features.add(name + " main", token.lower());
            }
        }
        for (Token token : document.sentences().get(0).tokens()) {
            if (token.isWord() && words++ < 80) {
                features.add(name + " title", token.lower());
            }
        }
        return new Candidate<>(DateRange.on(published.minusDays(back)), features);
    }
}
