package org.tocsin.processor.merge;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tocsin.schemas.IncidentReport;
import org.tocsin.schemas.Place;
import org.tocsin.schemas.PlacePrecision;

/** The place of an incident by vote: the finest that most publishers name; a coarser one supports those inside it. */
final class PlaceVote {
    private PlaceVote() {}

    static Optional<Place> of(List<Voice> voices) {
        Map<String, Place> places = new LinkedHashMap<>();
        for (Voice voice : voices) {
            voice.newest(IncidentReport::getPlace).ifPresent(p -> places.merge(key(p), p, PlaceVote::fuller));
        }
        // Places come in the order of their first report, which breaks ties.
        return places.values().stream()
                .max(Comparator.<Place>comparingInt(p -> support(voices, p))
                        .thenComparing(PlaceVote::fineness)
                        .thenComparing(p -> p.getLatitude().isPresent()));
    }

    /** Publishers that name this place or one that holds it. */
    static int support(List<Voice> voices, Place place) {
        return voices.stream()
                .filter(v -> v.newest(IncidentReport::getPlace)
                        .filter(p -> holds(p, place))
                        .isPresent())
                .mapToInt(Voice::weight)
                .sum();
    }

    private static boolean holds(Place outer, Place inner) {
        return sameOrOpen(outer.getCountryCode(), inner.getCountryCode())
                && sameOrOpen(outer.getAdmin1(), inner.getAdmin1())
                && sameOrOpen(outer.getName().filter(n -> isTown(outer)), inner.getName());
    }

    private static boolean isTown(Place place) {
        return place.getPrecision() == PlacePrecision.TOWN || place.getPrecision() == PlacePrecision.DISTRICT;
    }

    private static boolean sameOrOpen(Optional<String> outer, Optional<String> inner) {
        return outer.isEmpty()
                || inner.filter(i -> i.equalsIgnoreCase(outer.get())).isPresent();
    }

    private static int fineness(Place place) {
        return switch (place.getPrecision()) {
            case TOWN -> 4;
            case DISTRICT -> 3;
            case REGION -> 2;
            case COUNTRY -> 1;
            case UNKNOWN -> 0;
        };
    }

    /** Of two descriptions of one place the one that says more: a site, coordinates. */
    private static Place fuller(Place one, Place other) {
        return one.getSite().isEmpty() && other.getSite().isPresent() ? other : one;
    }

    private static String key(Place place) {
        return String.join(
                        "|",
                        place.getCountryCode().orElse(""),
                        place.getAdmin1().orElse(""),
                        place.getName().orElse(""))
                .toLowerCase(Locale.ROOT);
    }
}
