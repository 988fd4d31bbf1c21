package org.tocsin.coder;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Where an attack happened.
 *
 * @param name town, or the smallest area named
 * @param site the place inside it as written ("Baghdad airport"); null when none
 * @param admin1 first-level division by its usual English name
 * @param countryCode ISO 3166 alpha-2; null when the text leaves it open
 * @param zone civil time there; null when unknown
 */
public record Place(
        @Nullable String name,
        @Nullable String site,
        @Nullable String admin1,
        @Nullable String countryCode,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable ZoneId zone,
        Precision precision) {

    /** How exactly the place is known, after ACLED's geo-precision codes 1 to 3; COUNTRY is coarser than ACLED goes. */
    public enum Precision {
        TOWN,
        DISTRICT,
        REGION,
        COUNTRY
    }
}
