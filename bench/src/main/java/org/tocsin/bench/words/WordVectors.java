package org.tocsin.bench.words;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The most frequent words of a file of word vectors, most frequent first, each vector of length 1.
 *
 * @param vectors one row a word
 */
record WordVectors(List<String> words, List<float[]> vectors) {
    private static final Pattern WORD = Pattern.compile("[a-z][a-z-]*[a-z]");
    private static final int DIMENSIONS = 100;

    /** Reads the first {@code count} words that are letters and hyphens; the file is in order of frequency. */
    static WordVectors read(Path file, int count) throws IOException {
        List<String> words = new ArrayList<>();
        List<float[]> vectors = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
            while (!"vectors".equals(json.nextFieldName())) {
                if (json.currentToken() == null) {
                    throw new IOException(file + " must hold an object \"vectors\" of arrays by word");
                }
            }
            json.nextToken();
            while (words.size() < count && json.nextToken() == JsonToken.FIELD_NAME) {
                String word = json.currentName();
                json.nextToken();
                float[] vector = vector(json);
                if (WORD.matcher(word).matches()) {
                    words.add(word);
                    vectors.add(vector);
                }
            }
        }
        return new WordVectors(words, vectors);
    }

    /** The first numbers of an array; the file adds the length and an index, which are passed over. */
    private static float[] vector(JsonParser json) throws IOException {
        float[] vector = new float[DIMENSIONS];
        float squares = 0;
        for (int i = 0; json.nextToken() != JsonToken.END_ARRAY; i++) {
            if (i < DIMENSIONS) {
                vector[i] = json.getFloatValue();
                squares += vector[i] * vector[i];
            }
        }
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] /= (float) Math.sqrt(squares);
        }
        return vector;
    }
}
