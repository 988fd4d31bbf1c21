package org.tocsin.coder.place;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The divisions and countries that an article names, as that in which a village lies that no gazetteer has. */
final class NamedAreas {
    private final Gazetteer gazetteer;
    private final List<Mention> named;
    private final Map<String, Integer> countries;
    private final Map<Integer, Map<String, Integer>> countriesBySentence = new HashMap<>();

    NamedAreas(Gazetteer gazetteer, List<Mention> mentions) {
        this.gazetteer = gazetteer;
        this.named = mentions.stream().filter(m -> !m.senses().isEmpty()).toList();
        this.countries = countries(named);
        named.stream()
                .collect(Collectors.groupingBy(Mention::sentence))
                .forEach((sentence, there) -> countriesBySentence.put(sentence, countries(there)));
    }

    /** How often each is named. */
    private static Map<String, Integer> countries(List<Mention> named) {
        Map<String, Integer> countries = new HashMap<>();
        for (Mention mention : named) {
            Toponym first = mention.senses().get(0).toponym();
            if (first.kind() == Toponym.Kind.COUNTRY) {
                countries.merge(first.country(), 1, Integer::sum);
            }
            if (mention.within() != null) {
                countries.merge(mention.within().country(), 1, Integer::sum);
            }
        }
        return countries;
    }

    Set<String> countries() {
        return countries.keySet();
    }

    /**
     * The area of a village named in that sentence: what the text names beside it, else the country that the sentence
     * names or, if it names none, the article names most; of that the division that is named nearest.
     *
     * @param within what the text names beside it; null when nothing
     */
    Optional<Toponym> holding(int sentence, @Nullable Toponym within) {
        if (within != null && within.kind() != Toponym.Kind.COUNTRY) {
            return Optional.of(within);
        }
        String country = within != null ? within.country() : country(sentence);
        Optional<Toponym> division = named.stream()
                .sorted(Comparator.comparingInt(m -> Math.abs(m.sentence() - sentence)))
                .filter(m -> m.senses().stream().noneMatch(s -> isTownIn(s.toponym(), country)))
                .flatMap(m -> m.senses().stream())
                .map(PlaceName.Sense::toponym)
                .filter(t -> t.kind() == Toponym.Kind.REGION && t.country().equals(country))
                .findFirst();
        return division.or(() -> gazetteer.country(country));
    }

    private static boolean isTownIn(Toponym place, String country) {
        return place.kind().isTown() && place.country().equals(country);
    }

    private String country(int sentence) {
        Map<String, Integer> there = countriesBySentence.getOrDefault(sentence, Map.of());
        return mostNamed(there.isEmpty() ? countries : there);
    }

    /** Empty when none is named. */
    private static String mostNamed(Map<String, Integer> countries) {
        return countries.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
