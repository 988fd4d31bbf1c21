package org.tocsin.bench.merge;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.tocsin.bench.DataSet;
import org.tocsin.coder.Article;
import org.tocsin.coder.fingerprint.WordHash;
import org.tocsin.coder.fingerprint.Words;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.TextReader;
import org.tocsin.coder.text.Token;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Counts in how many training articles each word stands; writes hashes and counts, no words. */
@Command(name = "train-rare-words", description = "Count document frequencies of hashed words over all train parts.")
public final class TrainRareWordsCommand implements Callable<Integer> {
    private static final int LEAST_ARTICLES = 3;

    @Option(names = "--data", required = true, description = "Folder with one folder per annotated set.")
    private Path data = Path.of(".");

    @Option(names = "--out", description = "The table; ${DEFAULT-VALUE} by default.")
    private Path out = Path.of("coder/src/main/resources/org/tocsin/coder/fingerprint/document-frequencies.tsv");

    @Override
    public Integer call() throws IOException {
        Map<Integer, Integer> frequencies = new HashMap<>();
        int articles = 0;
        List<String> parts = DataSet.names(data, "train");
        for (String part : parts) {
            for (Article article : DataSet.read(data, part).articles()) {
                articles++;
                hashes(article).forEach(hash -> frequencies.merge(hash, 1, Integer::sum));
            }
        }
        write(frequencies, articles, parts);
        return 0;
    }

    private static Set<Integer> hashes(Article article) {
        Set<Integer> hashes = new HashSet<>();
        for (Sentence sentence :
                TextReader.read(article.title(), article.body()).sentences()) {
            for (Token token : sentence.tokens()) {
                Words.of(token).ifPresent(word -> hashes.add(WordHash.of(word)));
            }
        }
        return hashes;
    }

    private void write(Map<Integer, Integer> frequencies, int articles, List<String> parts) throws IOException {
        Map<Integer, TreeSet<String>> byFrequency = new TreeMap<>();
        frequencies.forEach((hash, count) -> {
            if (count >= LEAST_ARTICLES) {
                byFrequency
                        .computeIfAbsent(count, c -> new TreeSet<>())
                        .add(Integer.toUnsignedString(hash, Character.MAX_RADIX));
            }
        });
        try (BufferedWriter file = Files.newBufferedWriter(out, StandardCharsets.UTF_8)) {
            file.write("# In how many news articles a word stands: counts by 32-bit hash (base 36), no words.\n");
            file.write("# Made by `bench/bench train-rare-words --data DIR` from " + String.join(", ", parts) + ".\n");
            file.write("# Words in fewer than " + LEAST_ARTICLES + " articles are left out: they are the rarest.\n");
            file.write("# First line: articles. Then: count, tab, the hashes of the words with that count.\n");
            file.write(articles + "\n");
            for (Map.Entry<Integer, TreeSet<String>> entry : byFrequency.entrySet()) {
                file.write(entry.getKey() + "\t" + String.join(" ", entry.getValue()) + "\n");
            }
        }
    }
}
