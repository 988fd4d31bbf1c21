package org.tocsin.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tocsin.coder.text.DataFile;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.TextReader;

/**
 * An article with what its annotators say.
 *
 * @param set as in "muc4"
 * @param attack whether it reports one
 * @param weight in training, so that no set outweighs the others by its size
 * @param incidents per incident its targets and perpetrators as annotated, lower case; empty where the set has none
 * @param places of the incidents as annotated, lower case
 */
record TrainingArticle(
        String set,
        Document document,
        boolean attack,
        double weight,
        List<List<String>> incidents,
        Set<String> places) {
    /**
     * A set to learn from.
     *
     * @param weight of each article
     * @param neutralIsAttack whether articles without a verdict are attacks
     * @param every how manyeth article is taken: what all tell alike need not be told as often
     */
    record Source(String part, double weight, boolean neutralIsAttack, int every) {
        String set() {
            return part.substring(0, part.indexOf('/'));
        }
    }

    /** The name of the invented articles' sets, {@value #EXAMPLE_SETS} so that one of them can be left out. */
    static final String EXAMPLES = "examples";

    private static final int EXAMPLE_SETS = 3;
    private static final double EXAMPLE_WEIGHT = 4;

    /** Less than the others: weighing as much they cost attacks on most annotated sets, without them more is taken for one. */
    private static final double SOUNDS_LIKE_WEIGHT = 2;

    /** Of each of two articles that only what they tell sets apart. */
    private static final double PAIR_WEIGHT = 2;

    /** Of short plain reports of accidents, courts and the like with their dead counted, and of attacks in the same words. */
    private static final double PLAIN_WEIGHT = 2;

    /**
     * All sets; syria is only ever measured. Slots has no verdicts, all its articles are gun crimes. Weights make the
     * sets about equal: muc4 is the only one with attack news on both sides.
     */
    static final List<Source> SOURCES = List.of(
            new Source("bbc/train", 1, false, 1),
            new Source("gva/train", 1.2, false, 2),
            new Source("insightcrime/train", 2.5, false, 1),
            new Source("muc4/train", 2.5, false, 1),
            new Source("plover_gsr/all", 2, false, 1),
            new Source("satp/train", 1.5, false, 1),
            new Source("slots/train", 1, true, 2));

    /** The invented reports and articles that ship with this module. */
    static List<TrainingArticle> examples() {
        Stream<TrainingArticle> reports = DataFile.rows(TrainingArticle.class, "examples.tsv").stream()
                .map(row -> example(row.text(0), TextReader.read(null, row.text(1)), EXAMPLE_WEIGHT));
        Stream<TrainingArticle> articles = Stream.concat(
                articles("articles.tsv", EXAMPLE_WEIGHT), articles("sounds-like-attacks.tsv", SOUNDS_LIKE_WEIGHT));
        Stream<TrainingArticle> grouped =
                GroupedReport.all().stream().map(report -> example("yes", report.document(), EXAMPLE_WEIGHT));
        Stream<TrainingArticle> pairs =
                Stream.concat(articles("pairs.tsv", PAIR_WEIGHT), articles("plain.tsv", PLAIN_WEIGHT));
        List<TrainingArticle> all =
                Stream.of(reports, articles, grouped, pairs).flatMap(s -> s).toList();
        List<TrainingArticle> inSets = new ArrayList<>();
        for (TrainingArticle article : all) {
            inSets.add(new TrainingArticle(
                    EXAMPLES + inSets.size() % EXAMPLE_SETS,
                    article.document(),
                    article.attack(),
                    article.weight(),
                    article.incidents(),
                    article.places()));
        }
        return inSets;
    }

    /** All of {@link #SOURCES} and the invented ones, but for the sets to leave out. */
    static List<TrainingArticle> all(Path data, Set<String> without) throws IOException {
        List<TrainingArticle> articles = new ArrayList<>();
        for (Source source : SOURCES) {
            if (!without.contains(source.set())) {
                articles.addAll(read(data, source));
            }
        }
        if (!without.contains(EXAMPLES)) {
            articles.addAll(examples());
        }
        return articles;
    }

    /** The kind of news: sets of one kind share their words. */
    String domain() {
        return set.equals("slots") ? "gva" : set.startsWith(EXAMPLES) ? EXAMPLES : set;
    }

    private static Stream<TrainingArticle> articles(String file, double weight) {
        return DataFile.rows(TrainingArticle.class, file).stream()
                .map(row -> example(row.text(0), TextReader.read(row.text(1), row.text(2)), weight));
    }

    private static TrainingArticle example(String attack, Document document, double weight) {
        return new TrainingArticle(EXAMPLES, document, attack.equals("yes"), weight, List.of(), Set.of());
    }

    /** The source's articles; those without a verdict are left out unless the source says that they are attacks. */
    static List<TrainingArticle> read(Path data, Source source) throws IOException {
        DataSet set = DataSet.read(data, source.part());
        List<TrainingArticle> articles = new ArrayList<>();
        for (int i = 0; i < set.articles().size(); i += source.every()) {
            JsonNode gold = set.gold().get(i);
            JsonNode relevant = gold.path("relevant");
            if (relevant.isBoolean() || source.neutralIsAttack()) {
                Document document = TextReader.read(
                        set.articles().get(i).title(), set.articles().get(i).body());
                articles.add(new TrainingArticle(
                        source.set(),
                        document,
                        relevant.asBoolean(true),
                        source.weight(),
                        incidents(gold),
                        places(gold)));
            }
        }
        return articles;
    }

    /** Targets and perpetrators of all incidents. */
    List<String> entities() {
        return incidents.stream().flatMap(List::stream).toList();
    }

    private static Set<String> places(JsonNode gold) {
        Set<String> places = new TreeSet<>();
        for (JsonNode place : gold.path("incidents").findValues("place")) {
            if (place.path("name").isTextual()) {
                places.add(place.path("name").asText().toLowerCase(Locale.ROOT));
            }
        }
        return places;
    }

    private static List<List<String>> incidents(JsonNode gold) {
        List<List<String>> incidents = new ArrayList<>();
        for (JsonNode incident : gold.path("incidents")) {
            List<String> entities = new ArrayList<>();
            for (String field : List.of("targets", "perpetratorPersons", "perpetratorOrganizations")) {
                for (JsonNode alternatives : incident.path(field).findValues("alternatives")) {
                    alternatives.forEach(a -> entities.add(a.asText().toLowerCase(Locale.ROOT)));
                }
            }
            incidents.add(entities);
        }
        return incidents;
    }
}
