package org.tocsin.bench.gazetteer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A populated place of GeoNames' table "cities500" (columns as in the geonames.org export readme).
 *
 * @param feature GeoNames feature code: PPLC capital, PPLA seat of a first-level division, PPLX section of a town
 * @param admin1 code of the first-level division inside the country; may be empty
 * @param admin2 code of the second-level division inside that; may be empty
 */
record GeoName(
        String name,
        String ascii,
        List<String> alternates,
        double latitude,
        double longitude,
        String feature,
        String country,
        String admin1,
        String admin2,
        int population,
        String zone) {

    /** Former, abandoned or destroyed: nothing happens there now. */
    boolean isGone() {
        return List.of("PPLH", "PPLQ", "PPLW").contains(feature);
    }

    boolean isSection() {
        return feature.equals("PPLX");
    }

    /** The place of one line; null when the line is no place. */
    static @Nullable GeoName parse(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length < 19 || cells[8].isEmpty() || cells[17].isEmpty()) {
            return null;
        }
        return new GeoName(
                cells[1],
                cells[2],
                cells[3].isEmpty() ? List.of() : List.of(cells[3].split(",")),
                Double.parseDouble(cells[4]),
                Double.parseDouble(cells[5]),
                cells[7],
                cells[8],
                cells[10],
                cells[11],
                cells[14].isEmpty() ? 0 : (int) Math.min(Integer.MAX_VALUE, Long.parseLong(cells[14])),
                cells[17]);
    }
}
