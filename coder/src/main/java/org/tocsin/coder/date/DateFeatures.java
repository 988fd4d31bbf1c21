package org.tocsin.coder.date;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.DateRange;
import org.tocsin.coder.choice.Candidate;
import org.tocsin.coder.choice.Features;
import org.tocsin.coder.incident.Attack;
import org.tocsin.coder.incident.Trigger;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.PublicationLine;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/** The candidates for the day of an attack, and what the model sees of each. */
final class DateFeatures {
    private final WordClasses cues;
    private final DateWording wording;
    private final Aftermath aftermath;
    private final Clauses clauses;
    private final OwnDay ownDay;

    DateFeatures(WordClasses cues, Clauses clauses, DateWording wording, Aftermath aftermath, OwnDay ownDay) {
        this.ownDay = ownDay;
        this.cues = cues;
        this.clauses = clauses;
        this.wording = wording;
        this.aftermath = aftermath;
    }

    List<Candidate<DateRange>> candidates(
            Document document,
            Attack attack,
            List<DateExpression> expressions,
            List<DateWording.Said> wordings,
            @Nullable LocalDate published) {
        List<Candidate<DateRange>> candidates = new ArrayList<>();
        Map<DateRange, Integer> mentions = mentions(expressions);
        List<String> relations = aftermath.relations(document, expressions);
        List<Boolean> owned = expressions.stream()
                .map(e -> !isDateline(document, e) && ownDay.is(document, attack, e))
                .toList();
        boolean countedBack = OwnDay.isCountedBack(expressions, owned);
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
            if (isDateline(document, expression) || expression.readings().isEmpty() || (countedBack && !owned.get(i))) {
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
        if (published != null && !owned.contains(true)) {
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
        Sentence sentence = document.sentences().get(expression.sentence());
        Match match = new Match(expression.first(), expression.last(), expression.form(), expression.meaning());
        return Dateline.heads(sentence, match) || PublicationLine.endsWithDayAt(sentence.tokens(), match.first());
    }

    /** What depends on where the expression stands and on the words round it. */
    private void describe(
            Document document, Attack attack, DateExpression expression, DateWording.Said said, Features features) {
        Sentence sentence = document.sentences().get(expression.sentence());
        List<Token> tokens = sentence.tokens();
        String form = expression.form();
        features.add("form", form);
        features.add("sentence", position(sentence));
        features.add("form sentence", form, position(sentence));
        nearness(attack, expression, features, form);
        features.addAll(said.words());
        clause(tokens, attack, expression, features);
        features.addAll(said.clock());
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

    /** Whether the expression shares its clause with a trigger, and with which cue words. */
    private void clause(List<Token> tokens, Attack attack, DateExpression expression, Features features) {
        int from = clauses.begin(tokens, expression.first());
        int to = clauses.end(tokens, expression.last());
        boolean shared = false;
        for (Trigger trigger : attack.triggers()) {
            shared |= trigger.sentence() == expression.sentence() && trigger.token() >= from && trigger.token() < to;
        }
        StringBuilder found = new StringBuilder();
        for (String cue : DateWording.CLASSES) {
            for (int i = from; i < to; i++) {
                if (cues.is(cue, tokens.get(i).lower()) && !wording.isOccasion(tokens, i)) {
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
