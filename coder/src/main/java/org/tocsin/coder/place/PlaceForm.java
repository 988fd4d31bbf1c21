package org.tocsin.coder.place;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.Place;

/** Makes the coded place of a toponym. */
record PlaceForm(Gazetteer gazetteer) {

    /** The place, named as the text spells it when that is another spelling than the usual one. */
    Place of(Toponym toponym, String written) {
        Toponym region = toponym.firstLevel();
        boolean country = toponym.kind() == Toponym.Kind.COUNTRY;
        boolean located = toponym.kind() != Toponym.Kind.UNLISTED;
        return new Place(
                country ? null : name(toponym, written),
                null,
                region == null ? null : gazetteer.usualName(region),
                toponym.country(),
                located ? rounded(toponym.latitude()) : null,
                located ? rounded(toponym.longitude()) : null,
                toponym.zone(),
                precision(toponym.kind()));
    }

    /** The place with a site in it, unless that is the place itself. */
    static Place with(Place place, Site site) {
        if (place.name() != null && Folding.fold(place.name()).equals(Folding.fold(site.text()))) {
            return place;
        }
        return new Place(
                place.name(),
                capitalized(site.text()),
                place.admin1(),
                place.countryCode(),
                place.latitude(),
                place.longitude(),
                place.zone(),
                place.precision());
    }

    private String name(Toponym toponym, String written) {
        String usual = gazetteer.usualName(toponym);
        boolean same = Folding.fold(usual).equals(Folding.fold(written)) || gazetteer.isNickname(written);
        return same ? usual : capitalized(written);
    }

    /** Text in capitals gets them at the beginnings of words only. */
    static String capitalized(String written) {
        if (!written.equals(written.toUpperCase(Locale.ROOT)) || written.length() <= 3) {
            return written.replaceAll("['\u2019]s$", "");
        }
        StringBuilder name = new StringBuilder();
        boolean begins = true;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            name.append(begins ? c : Character.toLowerCase(c));
            begins = !Character.isLetterOrDigit(c) && c != '\'' && c != '\u2019';
        }
        return name.toString().replaceAll("['\u2019]s$", "");
    }

    static Place.Precision precision(Toponym.Kind kind) {
        return switch (kind) {
            case CAPITAL, SEAT, TOWN, UNLISTED -> Place.Precision.TOWN;
            case SECTION, DISTRICT -> Place.Precision.DISTRICT;
            case REGION -> Place.Precision.REGION;
            case COUNTRY -> Place.Precision.COUNTRY;
        };
    }

    private static @Nullable Double rounded(float degrees) {
        return Math.round(degrees * 1000) / 1000.0;
    }
}
