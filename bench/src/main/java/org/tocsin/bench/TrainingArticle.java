package org.tocsin.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.TextReader;

/**
 * An article with what its annotators say.
 *
 * @param set as in "muc4"
 * @param attack whether it reports one
 * @param copies how much it weighs, so that no set outweighs the others by its size
 * @param entities targets and perpetrators as annotated, lower case; empty where the set has none
 */
record TrainingArticle(String set, Document document, boolean attack, int copies, List<String> entities) {
    /** A set to learn from: its part, its weight per article, and whether articles without a verdict are attacks. */
    record Source(String part, int copies, boolean neutralIsAttack) {
        String set() {
            return part.substring(0, part.indexOf('/'));
        }
    }

    /**
     * All sets; syria is only ever measured. Slots has no verdicts, all its articles are gun crimes. Weights make the
     * sets about equal: muc4 is the only one with attack news on both sides.
     */
    static final List<Source> SOURCES = List.of(
            new Source("bbc/train", 1, false),
            new Source("gva/train", 1, false),
            new Source("insightcrime/train", 2, false),
            new Source("muc4/train", 3, false),
            new Source("plover_gsr/all", 2, false),
            new Source("satp/train", 2, false),
            new Source("slots/train", 1, true));

    /** The source's articles; those without a verdict are left out unless the source says that they are attacks. */
    static List<TrainingArticle> read(Path data, Source source) throws IOException {
        DataSet set = DataSet.read(data, source.part());
        List<TrainingArticle> articles = new ArrayList<>();
        for (int i = 0; i < set.articles().size(); i++) {
            JsonNode gold = set.gold().get(i);
            JsonNode relevant = gold.path("relevant");
            if (relevant.isBoolean() || source.neutralIsAttack()) {
                Document document = TextReader.read(
                        set.articles().get(i).title(), set.articles().get(i).body());
                articles.add(new TrainingArticle(
                        source.set(), document, relevant.asBoolean(true), source.copies(), entities(gold)));
            }
        }
        return articles;
    }

    private static List<String> entities(JsonNode gold) {
        List<String> entities = new ArrayList<>();
        for (JsonNode incident : gold.path("incidents")) {
            for (String field : List.of("targets", "perpetratorPersons", "perpetratorOrganizations")) {
                for (JsonNode alternatives : incident.path(field).findValues("alternatives")) {
                    alternatives.forEach(a -> entities.add(a.asText().toLowerCase(Locale.ROOT)));
                }
            }
        }
        return entities;
    }
}
