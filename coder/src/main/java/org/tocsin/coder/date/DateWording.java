package org.tocsin.coder.date;

import java.util.List;
import java.util.Set;
import org.tocsin.coder.choice.Features;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/** What the words round a date say of what it is the date of: cues of {@code cues.tsv}, hours, the words themselves. */
final class DateWording {
    /** The classes of cue words, those that tell most first. */
    static final List<String> CLASSES = List.of("attack", "happen", "court", "arrest", "death", "say", "later", "past");

    /** Words from "at" to the occasion: "at a vigil". */
    private static final int OCCASION_WITHIN = 3;

    private final WordClasses cues;

    DateWording(WordClasses cues) {
        this.cues = cues;
    }

    /**
     * What the words round an expression say of it, whatever attack is asked about.
     *
     * @param clock what an hour in the sentence says
     */
    record Said(Features words, Features clock) {}

    /** Of that expression. */
    Said of(Document document, DateExpression expression) {
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
        return new Said(features, clock);
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

    /** "Shot at a vigil", "in a raid during the election": not what followed the attack, but what was attacked. */
    boolean isOccasion(List<Token> tokens, int i) {
        if (!cues.is("occasion", tokens.get(i).lower())) {
            return false;
        }
        for (int before = Math.max(0, i - OCCASION_WITHIN); before < i; before++) {
            if (cues.is("during", tokens.get(before).lower())) {
                return true;
            }
        }
        return false;
    }

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
}
