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
        return new Place(
                country ? null : name(toponym, written),
                null,
                region == null ? null : gazetteer.usualName(region),
                toponym.country(),
                rounded(toponym.latitude()),
                rounded(toponym.longitude()),
                toponym.zone(),
                precision(toponym.kind()));
    }

    private String name(Toponym toponym, String written) {
        String usual = gazetteer.usualName(toponym);
        boolean same = Folding.fold(usual).equals(Folding.fold(written));
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
            case CAPITAL, SEAT, TOWN -> Place.Precision.TOWN;
            case SECTION, DISTRICT -> Place.Precision.DISTRICT;
            case REGION -> Place.Precision.REGION;
            case COUNTRY -> Place.Precision.COUNTRY;
        };
    }

    private static @Nullable Double rounded(float degrees) {
        return Math.round(degrees * 1000) / 1000.0;
    }
}
