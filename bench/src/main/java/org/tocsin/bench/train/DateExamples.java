package org.tocsin.bench.train;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tocsin.bench.DataSet;
import org.tocsin.bench.InventedReport;
import org.tocsin.coder.Article;
import org.tocsin.coder.AttackType;
import org.tocsin.coder.DateRange;
import org.tocsin.coder.choice.Candidate;
import org.tocsin.coder.date.DateOfAttack;
import org.tocsin.coder.incident.Attack;
import org.tocsin.coder.incident.AttackFinder;
import org.tocsin.coder.incident.AttackSentences;
import org.tocsin.coder.incident.Trigger;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.TextReader;

/** Articles with one incident whose day is known, as choices between the dates that the coder sees in them. */
record DateExamples(AttackFinder attacks, DateOfAttack dates) {

    /** @param gold the days that are right, an open end being null */
    record Case(Article article, Gold gold, List<Candidate<DateRange>> candidates) {
        boolean isReachable() {
            return candidates.stream().anyMatch(c -> gold.allows(c.value()));
        }

        /**
         * What is right to choose: the day itself; when the article does not give it, the shortest range that
         * holds it ("last week").
         */
        Predicate<DateRange> right() {
            if (isReachable() || !gold.isExact()) {
                return gold::allows;
            }
            long shortest = candidates.stream()
                    .map(Candidate::value)
                    .filter(gold::isHeldBy)
                    .mapToLong(DateRange::days)
                    .min()
                    .orElse(0);
            return range -> gold.isHeldBy(range) && range.days() == shortest;
        }
    }

    record Gold(@Nullable LocalDate earliest, @Nullable LocalDate latest) {
        boolean isExact() {
            return earliest != null && earliest.equals(latest);
        }

        boolean isHeldBy(DateRange range) {
            return earliest != null
                    && !range.earliest().isAfter(earliest)
                    && !range.latest().isBefore(earliest);
        }

        boolean allows(DateRange range) {
            return (earliest == null || !range.earliest().isBefore(earliest))
                    && (latest == null || !range.latest().isAfter(latest));
        }
    }

    List<Case> read(DataSet set) {
        return java.util.stream.IntStream.range(0, set.articles().size())
                .parallel()
                .mapToObj(i -> read(set.articles().get(i), set.gold().get(i)))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Case> read(Article article, JsonNode gold) {
        JsonNode incidents = gold.path("incidents");
        JsonNode date = incidents.path(0).path("date");
        if (incidents.size() != 1 || !date.isObject()) {
            return Optional.empty();
        }
        return Optional.of(of(article, new Gold(day(date.path("earliest")), day(date.path("latest")))));
    }

    /** The invented reports that ship with this module. */
    List<Case> invented() {
        return InventedReport.all().stream()
                .map(report -> of(report.article(), new Gold(report.day(), report.day())))
                .toList();
    }

    private Case of(Article article, Gold days) {
        Document document = TextReader.read(article.title(), article.body());
        List<Attack> found = attacks.find(document);
        LocalDate published = article.publishedOn();
        Attack attack = found.isEmpty() ? whole(document) : found.get(0);
        List<Candidate<DateRange>> candidates = document.sentences().isEmpty()
                ? List.of()
                : dates.read(document, new AttackSentences(document, found), published)
                        .candidates(attack);
        return new Case(article, days, candidates);
    }

    /** For an article in which no attack was found: what it tells is one incident all the same. */
    static Attack whole(Document document) {
        List<Integer> all = document.sentences().stream().map(Sentence::index).toList();
        return new Attack(List.of(new Trigger(0, 0, AttackType.UNKNOWN, 0)), all);
    }

    private static @Nullable LocalDate day(JsonNode value) {
        return value.isTextual() ? LocalDate.parse(value.asText()) : null;
    }
}
