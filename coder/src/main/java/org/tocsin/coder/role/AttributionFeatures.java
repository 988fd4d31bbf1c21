package org.tocsin.coder.role;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/**
 * By which words a sentence says who did it or who did not, beside each phrase of it, however the two are joined: "a leaflet
 * signed by the Front", "the Front, in a message, confirmed that its men were involved".
 */
final class AttributionFeatures {
    private static final int BESIDE = 3;
    private static final int NEAR = 8;
    private static final int FAR = 40;

    /** The names of a class's features before and behind a phrase, built once. */
    private record Sides(String before, String behind) {
        static Sides of(String wordClass) {
            return new Sides(wordClass + " before", wordClass + " behind");
        }
    }

    private final WordClasses words;
    private final Map<String, Sides> sides;

    /** @param words those of {@code attribution.tsv} */
    AttributionFeatures(WordClasses words) {
        this.words = words;
        this.sides = words.names().stream().collect(Collectors.toUnmodifiableMap(Function.identity(), Sides::of));
    }

    /** The nearest word of each class before and behind the phrase, and how near it is. */
    void add(FeatureSet features, Mention mention, String group) {
        Map<String, Integer> nearest = new HashMap<>();
        List<Token> tokens = mention.s().sentence().tokens();
        int end = Math.min(tokens.size(), mention.end() + FAR);
        for (int i = Math.max(0, mention.begin() - FAR); i < end; i++) {
            if (i < mention.begin() || i >= mention.end()) {
                boolean before = i < mention.begin();
                int distance = before ? mention.begin() - i : i - mention.end() + 1;
                for (String wordClass : words.of(tokens.get(i).lower())) {
                    Sides both = Objects.requireNonNull(sides.get(wordClass));
                    nearest.merge(before ? both.before() : both.behind(), distance, Math::min);
                }
            }
        }
        nearest.forEach((classAndSide, distance) -> {
            features.add("attributed", classAndSide, group);
            features.add("attributed-near", classAndSide, step(distance), group);
        });
    }

    private static String step(int distance) {
        return distance <= BESIDE ? "beside" : distance <= NEAR ? "near" : "far";
    }
}
