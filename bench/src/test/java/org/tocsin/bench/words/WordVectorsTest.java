package org.tocsin.bench.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordVectorsTest {
    @Test
    void shouldReadTheMostFrequentWordsWithVectorsOfLengthOne(@TempDir Path folder) throws IOException {
        String numbers =
                IntStream.range(0, 100).mapToObj(i -> i < 4 ? "2" : "0").collect(Collectors.joining(","));
        String entry = ":[" + numbers + ",4.0,0]";
        Path file = Files.writeString(
                folder.resolve("vectors.json"),
                "{\"size\":4,\"words\":[\"the\",\",\",\"car-bomb\",\"rare\"],\"vectors\":{\"the\"" + entry + ",\",\""
                        + entry + ",\"car-bomb\"" + entry + ",\"rare\"" + entry + "}}");

        WordVectors read = WordVectors.read(file, 2);

        assertThat(read.words()).containsExactly("the", "car-bomb");
        assertThat(read.vectors().get(1)).hasSize(100);
        assertThat(read.vectors().get(1)[3]).isCloseTo(.5f, within(1e-6f));
    }
}
