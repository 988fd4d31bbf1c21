package org.tocsin.coder.place;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The one place that the probabilities of many amount to: Mosul of Mosul and Iraq, and not Baghdad beside ten places of Syria. */
public final class NarrowestPlace {
    /** A town stands for its country from this share of the country's probability on. */
    private static final double ENOUGH = 0.3;

    private NarrowestPlace() {}

    /**
     * The likeliest place of the likeliest division of the likeliest country, each counting for all that lies in it; a town
     * rather than its country when it is nearly as likely: news names the country in passing, and a count needs the town.
     */
    public static Optional<Toponym> of(Map<Toponym, Double> likely) {
        Map<Toponym, Double> country = within(likely, Toponym::country);
        Map<Toponym, Double> division = within(country, NarrowestPlace::division);
        Optional<Map.Entry<Toponym, Double>> best = likeliest(division.entrySet().stream());
        if (best.isEmpty() || best.get().getKey().kind() != Toponym.Kind.COUNTRY) {
            return best.map(Map.Entry::getKey);
        }
        double enough = ENOUGH * best.get().getValue();
        return likeliest(country.entrySet().stream()
                        .filter(e -> e.getKey().kind() != Toponym.Kind.COUNTRY && e.getValue() >= enough))
                .or(() -> best)
                .map(Map.Entry::getKey);
    }

    private static Toponym division(Toponym place) {
        Toponym division = place.firstLevel();
        return division == null ? place : division;
    }

    /**
     * The places in that area which is likeliest: for each counts what lies in it, of namesakes the likeliest alone, or a
     * name that many towns have would count most where most have it.
     */
    private static <A> Map<Toponym, Double> within(Map<Toponym, Double> likely, Function<Toponym, A> area) {
        Map<A, Map<String, Double>> names = new LinkedHashMap<>();
        likely.forEach((place, p) -> names.computeIfAbsent(area.apply(place), k -> new LinkedHashMap<>())
                .merge(Folding.fold(place.name()), p, Math::max));
        Map<A, Double> areas = new LinkedHashMap<>();
        names.forEach(
                (a, of) -> areas.put(a, of.values().stream().mapToDouble(p -> p).sum()));
        Optional<A> best = likeliest(areas.entrySet().stream()).map(Map.Entry::getKey);
        Map<Toponym, Double> inside = new LinkedHashMap<>();
        likely.forEach((place, p) -> {
            if (best.filter(area.apply(place)::equals).isPresent()) {
                inside.put(place, p);
            }
        });
        return inside;
    }

    /** The first of equals. */
    private static <A> Optional<Map.Entry<A, Double>> likeliest(Stream<Map.Entry<A, Double>> places) {
        return places.reduce((a, b) -> b.getValue() > a.getValue() ? b : a);
    }
}
