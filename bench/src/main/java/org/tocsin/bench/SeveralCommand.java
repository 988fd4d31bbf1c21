package org.tocsin.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.Article;
import org.tocsin.coder.EventCoder;
import org.tocsin.coder.json.JsonLines;
import org.tocsin.coder.json.VerdictJson;
import org.tocsin.coder.place.Folding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whether articles that report several attacks give each its own toll, day and place. */
@Command(
        name = "several",
        description =
                "Articles that report several attacks: how many attacks are found, and of how many the toll, the"
                        + " day and the place are right. Attacks found and annotated are paired, those that agree in most first.")
final class SeveralCommand implements Callable<Integer> {
    /** What is looked at of an attack; null where it is open. */
    private enum Fact {
        attacks {
            @Override
            String of(JsonNode attack) {
                return "one";
            }
        },
        killed {
            @Override
            @Nullable
            String of(JsonNode attack) {
                return toll(attack.path("killed"));
            }
        },
        injured {
            @Override
            @Nullable
            String of(JsonNode attack) {
                return toll(attack.path("injured"));
            }
        },
        day {
            @Override
            @Nullable
            String of(JsonNode attack) {
                JsonNode days = attack.path(attack.has("date") ? "date" : "attackDate");
                return text(days.path("earliest")) == null ? null : days.path("earliest") + " " + days.path("latest");
            }
        },
        place {
            @Override
            @Nullable
            String of(JsonNode attack) {
                String name = text(attack.path("place").path("name"));
                return name == null ? null : Folding.fold(name);
            }
        };

        abstract @Nullable String of(JsonNode attack);

        /** The number of people, or the least of a range. */
        private static @Nullable String toll(JsonNode toll) {
            return text(toll.isObject() ? toll.path("min") : toll);
        }

        private static @Nullable String text(JsonNode value) {
            return value.isMissingNode() || value.isNull() ? null : value.asText();
        }
    }

    /** Over the attacks of a set: how many have that fact annotated, how many found, how many right. */
    record Count(int gold, int found, int right) {
        Count plus(Count other) {
            return new Count(gold + other.gold, found + other.found, right + other.right);
        }
    }

    @Parameters(
            arity = "1..*",
            paramLabel = "SET",
            description = "As in bench/reports-of-today/e: SET-articles.jsonl and SET-gold.jsonl, line by line the same"
                    + " articles.")
    private List<Path> sets = List.of();

    @Option(names = "--models", description = "Folder of models to use instead of those that ship.")
    private @Nullable Path models;

    @Override
    public Integer call() throws IOException, JsonLines.BadLine {
        for (Path set : sets) {
            if (!Files.isReadable(articles(set)) || !Files.isReadable(gold(set))) {
                System.err.printf("%s and %s must both be there to be read%n", articles(set), gold(set));
                return 2;
            }
        }
        EventCoder coder = EventCoder.load(ModelFolder.orClassPath(models));
        List<Count> all = new ArrayList<>();
        for (Path set : sets) {
            List<Count> counts = counts(coder, set);
            print(String.valueOf(set.getFileName()), counts);
            all = plus(all, counts);
        }
        print("all", all);
        return 0;
    }

    private static Path articles(Path set) {
        return set.resolveSibling(set.getFileName() + "-articles.jsonl");
    }

    private static Path gold(Path set) {
        return set.resolveSibling(set.getFileName() + "-gold.jsonl");
    }

    private static List<Count> counts(EventCoder coder, Path set) throws IOException, JsonLines.BadLine {
        List<String> articles = Files.readAllLines(articles(set));
        List<String> gold = Files.readAllLines(gold(set));
        if (articles.size() != gold.size()) {
            throw new IOException(set + ": " + articles.size() + " articles, " + gold.size() + " lines of gold");
        }
        List<Count> counts = List.of();
        for (int i = 0; i < gold.size(); i++) {
            List<JsonNode> wanted = attacks(DataSet.JSON.readTree(gold.get(i))).stream()
                    .filter(attack -> !attack.path("optional").asBoolean())
                    .toList();
            if (wanted.size() > 1) {
                Article article = JsonLines.article(articles.get(i));
                String line = VerdictJson.line(article.id(), coder.code(article));
                counts = plus(counts, counts(wanted, attacks(DataSet.JSON.readTree(line))));
            }
        }
        return counts;
    }

    private static List<JsonNode> attacks(JsonNode line) {
        return StreamSupport.stream(line.path("incidents").spliterator(), false).toList();
    }

    /** For each fact, of the attacks of one article. */
    static List<Count> counts(List<JsonNode> wanted, List<JsonNode> found) {
        List<Count> counts = new ArrayList<>();
        List<Pair> pairs = pairs(wanted, found);
        for (Fact fact : Fact.values()) {
            int right = (int) pairs.stream()
                    .filter(pair -> same(fact, pair.gold(), pair.answer()))
                    .count();
            counts.add(new Count(given(fact, wanted), given(fact, found), right));
        }
        return counts;
    }

    private record Pair(JsonNode gold, JsonNode answer) {
        int alike() {
            return (int) Arrays.stream(Fact.values())
                    .filter(fact -> same(fact, gold, answer))
                    .count();
        }
    }

    /** Attacks annotated and found, each once, those that agree in most facts first. */
    private static List<Pair> pairs(List<JsonNode> wanted, List<JsonNode> found) {
        List<Pair> open = new ArrayList<>();
        wanted.forEach(gold -> found.forEach(answer -> open.add(new Pair(gold, answer))));
        open.sort(Comparator.comparingInt(Pair::alike).reversed());
        List<Pair> pairs = new ArrayList<>();
        Set<JsonNode> taken = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Pair pair : open) {
            if (!taken.contains(pair.gold()) && !taken.contains(pair.answer())) {
                taken.addAll(List.of(pair.gold(), pair.answer()));
                pairs.add(pair);
            }
        }
        return pairs;
    }

    private static boolean same(Fact fact, JsonNode gold, JsonNode answer) {
        String value = fact.of(gold);
        return value != null && value.equals(fact.of(answer));
    }

    private static int given(Fact fact, List<JsonNode> attacks) {
        return (int) attacks.stream().filter(attack -> fact.of(attack) != null).count();
    }

    private static List<Count> plus(List<Count> some, List<Count> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return some.isEmpty() ? others : some;
        }
        List<Count> sums = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            sums.add(some.get(i).plus(others.get(i)));
        }
        return sums;
    }

    private static void print(String name, List<Count> counts) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-4s", name));
        for (int i = 0; i < counts.size(); i++) {
            Count count = counts.get(i);
            line.append(String.format(
                    Locale.ROOT,
                    "  %s %d of %d (%d found)",
                    Fact.values()[i],
                    count.right(),
                    count.gold(),
                    count.found()));
        }
        System.out.println(line);
    }
}
