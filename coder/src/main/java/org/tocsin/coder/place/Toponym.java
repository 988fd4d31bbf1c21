package org.tocsin.coder.place;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A place with a name: what a word in a text may stand for.
 *
 * @param name usual English name, with its own accents
 * @param country ISO 3166-1 alpha-2
 * @param region the first-level division it lies in; null for countries, regions, and where there is none
 * @param latitude degrees north; of its seat when it is an area
 * @param longitude degrees east
 * @param zone civil time there
 * @param population people living there, 0 when unknown
 * @param everydayWord the name is also a common English word ("Reading")
 */
public record Toponym(
        String name,
        Kind kind,
        String country,
        @Nullable Toponym region,
        float latitude,
        float longitude,
        ZoneId zone,
        int population,
        boolean everydayWord) {

    /** From the largest to the smallest. */
    public enum Kind {
        COUNTRY,
        /** First-level division, or an area of that size. */
        REGION,
        /** Second-level division: county, district. */
        DISTRICT,
        /** National capital. */
        CAPITAL,
        /** Seat of a first-level division. */
        SEAT,
        TOWN,
        /** Part of a town. */
        SECTION,
        /** A settlement that the gazetteer lacks; its position is that of the division or country round it. */
        UNLISTED;

        /** A populated place, not an area round several. */
        public boolean isTown() {
            return compareTo(CAPITAL) >= 0;
        }
    }

    /** A place without a position of its own, standing at that seat. */
    static Toponym area(
            String name, Kind kind, String country, @Nullable Toponym region, Toponym seat, int population) {
        return new Toponym(name, kind, country, region, seat.latitude, seat.longitude, seat.zone, population, false);
    }

    /** Of what tells places apart; that of all components would go through the division and its zone, too. */
    @Override
    public int hashCode() {
        return 31 * (31 * name.hashCode() + Float.hashCode(latitude)) + Float.hashCode(longitude);
    }

    /** The division that the place is or lies in; null for a country. */
    public @Nullable Toponym firstLevel() {
        return kind == Kind.REGION ? this : region;
    }
}
