package org.tocsin.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.tocsin.coder.Article;
import org.tocsin.coder.incident.Attack;
import org.tocsin.coder.incident.AttackFinder;
import org.tocsin.coder.incident.TriggerReader;
import org.tocsin.coder.model.LinearModel;
import org.tocsin.coder.model.ModelSource;
import org.tocsin.coder.text.TextReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How well the attacks of one article are told apart. */
@Command(
        name = "groups",
        description = "How many attacks are found in articles that report one or several: in invented reports, each"
                + " fifth left out when telling attacks apart is learned (not their words of attack), and in the dev parts,"
                + " whatever the gate says.")
final class GroupsCommand implements Callable<Integer> {
    private static final int PARTS = 5;

    @Option(names = "--data", required = true, description = "Folder with one folder per annotated set.")
    private Path data = Path.of(".");

    /** Over articles: how many there are, have more or fewer attacks than annotated, and how many attacks each. */
    private static final class Counts {
        private int articles;
        private int more;
        private int fewer;
        private int found;
        private int gold;

        /** Attacks between the two numbers annotated (without and with optional ones) are right. */
        void add(int attacks, int least, int most) {
            articles++;
            more += attacks > most ? 1 : 0;
            fewer += attacks < least ? 1 : 0;
            found += attacks;
            gold += least;
        }

        void print(String name) {
            System.out.printf(
                    Locale.ROOT,
                    "%-32s %4d articles, more %.3f, fewer %.3f, attacks each %.2f, annotated %.2f%n",
                    name,
                    articles,
                    (double) more / articles,
                    (double) fewer / articles,
                    (double) found / articles,
                    (double) gold / articles);
        }
    }

    /** Over pairs of sentences: of those put together how many belong together, and the other way round. */
    private static final class Pairs {
        private int right;
        private int joined;
        private int together;

        void add(GroupedReport report, List<Attack> attacks) {
            Map<Integer, Integer> attackOf = new TreeMap<>();
            for (int i = 0; i < attacks.size(); i++) {
                for (int sentence : attacks.get(i).sentences()) {
                    attackOf.put(sentence, i);
                }
            }
            List<Integer> sentences = new ArrayList<>(attackOf.keySet());
            sentences.removeIf(sentence -> report.attacks(sentence).isEmpty());
            for (int i = 0; i < sentences.size(); i++) {
                for (int j = i + 1; j < sentences.size(); j++) {
                    boolean same =
                            !Collections.disjoint(report.attacks(sentences.get(i)), report.attacks(sentences.get(j)));
                    boolean put = Objects.equals(attackOf.get(sentences.get(i)), attackOf.get(sentences.get(j)));
                    right += same && put ? 1 : 0;
                    joined += put ? 1 : 0;
                    together += same ? 1 : 0;
                }
            }
        }

        void print() {
            System.out.printf(
                    Locale.ROOT,
                    "pairs of sentences: precision %.3f, recall %.3f, F1 %.3f%n",
                    (double) right / joined,
                    (double) right / together,
                    2.0 * right / (joined + together));
        }
    }

    @Override
    public Integer call() throws IOException {
        List<TrainingArticle> articles = TrainingArticle.all(data, Set.of());
        TriggerReader triggers = TriggerReader.load(ModelSource.CLASS_PATH);
        List<GroupedReport> reports = GroupedReport.all();
        Counts one = new Counts();
        Counts several = new Counts();
        Pairs pairs = new Pairs();
        for (int part = 0; part < PARTS; part++) {
            AttackFinder finder = without(part, reports, articles, triggers);
            for (int i = part; i < reports.size(); i += PARTS) {
                GroupedReport report = reports.get(i);
                List<Attack> attacks = finder.find(report.document());
                (report.count() == 1 ? one : several).add(attacks.size(), report.count(), report.count());
                pairs.add(report, attacks);
            }
        }
        one.print("invented, of one attack");
        several.print("invented, of several attacks");
        pairs.print();
        AttackFinder shipped = AttackFinder.load();
        for (String set : List.of("gva/dev", "slots/dev", "muc4/dev", "syria/dev")) {
            count(DataSet.read(data, set), shipped).print(set);
        }
        return 0;
    }

    private static AttackFinder without(
            int part, List<GroupedReport> reports, List<TrainingArticle> articles, TriggerReader triggers) {
        GroupingTraining training = new GroupingTraining();
        articles.forEach(article -> training.learn(article, triggers.read(article.document())));
        for (int i = 0; i < reports.size(); i++) {
            if (i % PARTS != part) {
                training.learn(reports.get(i), triggers.read(reports.get(i).document()));
            }
        }
        LinearModel model = training.train("a fifth of the invented reports left out");
        return AttackFinder.load(name -> {
            if (!name.equals(AttackFinder.MODEL)) {
                return ModelSource.CLASS_PATH.open(name);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            model.write(bytes);
            return new ByteArrayInputStream(bytes.toByteArray());
        });
    }

    private static Counts count(DataSet set, AttackFinder finder) {
        Counts counts = new Counts();
        for (int i = 0; i < set.articles().size(); i++) {
            JsonNode incidents = set.gold().get(i).path("incidents");
            int optional = 0;
            for (JsonNode incident : incidents) {
                optional += incident.path("optional").asBoolean() ? 1 : 0;
            }
            if (incidents.size() > optional) {
                Article article = set.articles().get(i);
                int found = finder.find(TextReader.read(article.title(), article.body()))
                        .size();
                counts.add(found, incidents.size() - optional, incidents.size());
            }
        }
        return counts;
    }
}
