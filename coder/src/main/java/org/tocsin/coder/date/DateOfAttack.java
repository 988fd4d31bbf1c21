package org.tocsin.coder.date;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.DateRange;
import org.tocsin.coder.choice.Candidate;
import org.tocsin.coder.choice.ChoiceModel;
import org.tocsin.coder.choice.ChoiceModel.Choice;
import org.tocsin.coder.incident.Attack;
import org.tocsin.coder.incident.AttackSentences;
import org.tocsin.coder.incident.Trigger;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/**
 * The day of an attack: all date expressions of the article are resolved against the day of publication, or the day that
 * heads the text when it was written shortly before ({@link Dateline}), and a learned model chooses the one that dates
 * the attack, or that day or the one before it when none does. Never a day after it. Immutable and thread-safe.
 */
public final class DateOfAttack {
    private final DateReader reader;
    private final Clauses clauses;
    private final DaysToCome daysToCome;
    private final Aftermath aftermath;
    private final DateWording wording;
    private final DateFeatures features;
    private final ChoiceModel model;

    /** With the model to choose by. */
    public DateOfAttack(ChoiceModel model) {
        this.reader = new DateReader(WordClasses.load(DateOfAttack.class, "words.tsv"));
        WordClasses cues = WordClasses.load(DateOfAttack.class, "cues.tsv");
        this.clauses = new Clauses(cues);
        this.daysToCome = new DaysToCome(cues, clauses);
        this.aftermath = new Aftermath(cues);
        this.wording = new DateWording(cues);
        this.features = new DateFeatures(cues, clauses, wording, aftermath, new OwnDay(cues, aftermath));
        this.model = model;
    }

    /** With the shipped model. */
    public static DateOfAttack load() {
        return new DateOfAttack(ChoiceModel.load(DateOfAttack.class, "model.tsv"));
    }

    /** The dates of one article, read once for all its attacks. */
    public final class Article {
        private final Document document;
        private final AttackSentences attacks;
        private final @Nullable LocalDate published;
        private final List<DateExpression> expressions;
        private final List<DateWording.Said> wordings;

        private Article(Document document, AttackSentences attacks, @Nullable LocalDate publishedOn) {
            this.document = document;
            this.attacks = attacks;
            List<List<Match>> matches = new ArrayList<>();
            for (Sentence sentence : document.sentences()) {
                matches.add(reader.read(sentence));
            }
            this.published = Dateline.day(document, matches, publishedOn).orElse(publishedOn);
            this.expressions = resolved(document, matches, published);
            this.wordings =
                    expressions.stream().map(e -> wording.of(document, e)).toList();
        }

        /** The day or days of that attack; empty when the text leaves it open and publication is unknown. */
        public Optional<Choice<DateRange>> of(Attack attack) {
            return model.choose(candidates(attack));
        }

        /**
         * Whether the text puts the attack itself on those days, in the clause of its first word or of its surest: "a bomb that
         * killed nine in 2001", and not "gunmen killed a priest. He was ordained in 2001".
         */
        public boolean isToldOf(Attack attack, DateRange days) {
            return expressions.stream()
                    .filter(expression -> expression.readings().contains(days))
                    .anyMatch(expression -> isInClauseOf(attack.triggers().get(0), expression)
                            || isInClauseOf(attack.main(), expression));
        }

        private boolean isInClauseOf(Trigger trigger, DateExpression date) {
            List<Token> tokens = document.sentences().get(date.sentence()).tokens();
            return trigger.sentence() == date.sentence()
                    && clauses.begin(tokens, date.first()) <= trigger.token()
                    && trigger.token() < clauses.end(tokens, date.last());
        }

        /** What the model chooses from. */
        public List<Candidate<DateRange>> candidates(Attack attack) {
            boolean dated = isDated(attack);
            List<Integer> bearing = IntStream.range(0, expressions.size())
                    .filter(i ->
                            !dated || !attacks.isOfAnother(expressions.get(i).sentence(), attack))
                    .boxed()
                    .toList();
            return features.candidates(
                    document,
                    attack,
                    bearing.stream().map(expressions::get).toList(),
                    bearing.stream().map(wordings::get).toList(),
                    published);
        }

        /** Whether a sentence of its own gives a day; if not, the days of the article's other attacks may be its day. */
        private boolean isDated(Attack attack) {
            return expressions.stream()
                    .anyMatch(expression -> attack.tells(expression.sentence())
                            && !aftermath.isOf(document, expression)
                            && expression.readings().stream().anyMatch(DateRange::isOneDay));
        }
    }

    /** The day or days of one attack of an article; to date several attacks, {@link #read} the article once. */
    public Optional<DateRange> of(Document document, Attack attack, @Nullable LocalDate publishedOn) {
        return read(document, new AttackSentences(document, List.of(attack)), publishedOn)
                .of(attack)
                .map(Choice::value);
    }

    /** Finds and resolves the dates of an article with these attacks that was published that day; null when that is unknown. */
    public Article read(Document document, AttackSentences attacks, @Nullable LocalDate publishedOn) {
        return new Article(document, attacks, publishedOn);
    }

    private List<DateExpression> resolved(Document document, List<List<Match>> matches, @Nullable LocalDate published) {
        List<DateExpression> expressions = new ArrayList<>();
        LocalDate before = null;
        for (Sentence sentence : document.sentences()) {
            List<Match> own = matches.get(sentence.index());
            LocalDate named = null;
            for (int i = 0; i < own.size(); i++) {
                Match match = own.get(i);
                LocalDate from = match.meaning() instanceof Meaning.Before && named == null
                        ? following(sentence, own, i, published).orElse(before)
                        : before;
                List<DateRange> readings = daysToCome.isOne(sentence, match, published)
                        ? List.of()
                        : DateResolver.resolve(match.meaning(), published, from);
                expressions.add(new DateExpression(
                        sentence.index(), match.first(), match.last(), match.form(), match.meaning(), readings));
                if (!readings.isEmpty() && readings.get(0).isOneDay()) {
                    before = readings.get(0).earliest();
                    named = before;
                }
            }
        }
        return expressions;
    }

    /** The day of what followed in "two days after a bomb killed six, police on Tuesday arrested": behind that clause's comma. */
    private static Optional<LocalDate> following(
            Sentence sentence, List<Match> matches, int i, @Nullable LocalDate published) {
        int comma = matches.get(i).last();
        while (comma < sentence.tokens().size()
                && !sentence.tokens().get(comma).text().equals(",")) {
            comma++;
        }
        int behind = comma;
        return matches.stream()
                .skip(i + 1L)
                .filter(match -> match.first() > behind)
                .flatMap(match -> DateResolver.resolve(match.meaning(), published, null).stream()
                        .limit(1))
                .filter(DateRange::isOneDay)
                .map(DateRange::earliest)
                .findFirst();
    }
}
