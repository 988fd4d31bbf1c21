package org.tocsin.bench.train;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.bench.DataSet;
import org.tocsin.coder.Article;
import org.tocsin.coder.AttackType;
import org.tocsin.coder.choice.Candidate;
import org.tocsin.coder.incident.Attack;
import org.tocsin.coder.incident.AttackFinder;
import org.tocsin.coder.incident.AttackSentences;
import org.tocsin.coder.incident.Trigger;
import org.tocsin.coder.place.Folding;
import org.tocsin.coder.place.Gazetteer;
import org.tocsin.coder.place.PlaceOfAttack;
import org.tocsin.coder.place.Publishers;
import org.tocsin.coder.place.Toponym;
import org.tocsin.coder.text.DataFile;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.TextReader;

/** Articles whose incidents have one place, as choices between the places that they name. */
record PlaceExamples(AttackFinder attacks, PlaceOfAttack places, Publishers publishers, Gazetteer gazetteer) {

    /** American papers that report from abroad: that a publisher is known must not draw their attacks home. */
    private static final List<String> ABROAD = List.of(
            "https://www.washingtonpost.com/world",
            "https://www.latimes.com/world",
            "https://www.bostonglobe.com/world",
            "https://www.chicagotribune.com/world",
            "https://www.seattletimes.com/world",
            "https://www.miamiherald.com/world");

    /** The place as annotated; name and division may be empty. */
    record Gold(String name, String region, String country, Gazetteer gazetteer) {
        boolean isTown(Toponym toponym) {
            return !name.isEmpty() && isCountry(toponym) && isRegion(toponym) && shareWords(toponym.name(), name);
        }

        boolean isRegion(Toponym toponym) {
            Toponym first = toponym.firstLevel();
            return region.isEmpty()
                    || (first != null
                            && (shareWords(first.name(), region) || shareWords(gazetteer.usualName(first), region)));
        }

        boolean isCountry(Toponym toponym) {
            return toponym.country().equals(country);
        }

        /** As the scoreboard compares: the words of one are all among those of the other. */
        private static boolean shareWords(String a, String b) {
            Set<String> first = new HashSet<>(Arrays.asList(Folding.fold(a).split(" ")));
            Set<String> second = new HashSet<>(Arrays.asList(Folding.fold(b).split(" ")));
            return first.containsAll(second) || second.containsAll(first);
        }
    }

    record Case(Article article, Gold gold, List<Candidate<Toponym>> candidates) {
        boolean isReachable() {
            return candidates.stream().anyMatch(c -> gold.isTown(c.value()));
        }

        /** What is right to choose: the town; when the article does not give it, the division, else the country. */
        Predicate<Toponym> right() {
            if (isReachable()) {
                return gold::isTown;
            }
            Predicate<Toponym> region = t -> !gold.region().isEmpty() && gold.isCountry(t) && gold.isRegion(t);
            if (candidates.stream().anyMatch(c -> region.test(c.value()))) {
                return region;
            }
            Predicate<Toponym> country = t -> gold.isCountry(t) && t.kind() == Toponym.Kind.COUNTRY;
            return candidates.stream().anyMatch(c -> country.test(c.value())) ? country : gold::isCountry;
        }
    }

    List<Case> read(DataSet set) {
        return IntStream.range(0, set.articles().size())
                .mapToObj(i -> read(set.articles().get(i), set.gold().get(i)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The invented reports that ship with this module: attacks told from elsewhere. */
    List<Case> invented() {
        List<DataFile.Row> rows = DataFile.rows(PlaceExamples.class, "places.tsv", 5);
        return IntStream.range(0, rows.size())
                .boxed()
                .flatMap(i -> Stream.of(
                        invented("invented-" + i, null, rows.get(i)),
                        invented("invented-abroad-" + i, ABROAD.get(i % ABROAD.size()), rows.get(i))))
                .toList();
    }

    private Case invented(String id, @Nullable String url, DataFile.Row row) {
        Gold gold = new Gold(row.text(2).toLowerCase(Locale.ROOT), row.text(1), row.text(0), gazetteer);
        Article article = new Article(id, url, null, row.text(3), row.text(4), "en", null, null);
        return of(article, gold).orElseThrow();
    }

    private Optional<Case> read(Article article, JsonNode gold) {
        JsonNode incidents = gold.path("incidents");
        JsonNode place = incidents.path(0).path("place");
        if (incidents.size() != 1 || !place.isObject() || !place.path("country").isTextual()) {
            return Optional.empty();
        }
        Gold where = new Gold(
                place.path("name")
                        .asText("")
                        .replaceAll("\\(.*?\\)", "")
                        .strip()
                        .toLowerCase(Locale.ROOT),
                place.path("admin").asText(""),
                place.path("country").asText(),
                gazetteer);
        Gold named = where.name().equals("null") ? new Gold("", "", where.country(), gazetteer) : where;
        return of(article, named);
    }

    private Optional<Case> of(Article article, Gold named) {
        Document document = TextReader.read(article.title(), article.body());
        if (document.sentences().isEmpty()) {
            return Optional.empty();
        }
        List<Attack> found = attacks.find(document);
        Attack attack = found.isEmpty() ? whole(document) : found.get(0);
        return Optional.of(new Case(
                article,
                named,
                places.read(document, new AttackSentences(document, found), publishers.of(article.url()))
                        .candidates(attack)));
    }

    /** For an article in which no attack was found: what it tells is one incident all the same. */
    private static Attack whole(Document document) {
        List<Integer> all = document.sentences().stream().map(Sentence::index).toList();
        return new Attack(List.of(new Trigger(0, 0, AttackType.UNKNOWN, 0)), all);
    }
}
