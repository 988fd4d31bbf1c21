package org.tocsin.processor.merge;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tocsin.coder.text.DataFile;
import org.tocsin.schemas.Place;

/** Whose civil day it is: the place's own zone, else that of its country's capital, else UTC. */
public final class CivilZones {
    private final Map<String, ZoneId> capitals;

    private CivilZones(Map<String, ZoneId> capitals) {
        this.capitals = Map.copyOf(capitals);
    }

    /** Reads the capitals' zones from the class path. */
    public static CivilZones load() {
        Map<String, ZoneId> capitals = new HashMap<>();
        for (DataFile.Row row : DataFile.rows(CivilZones.class, "capital-zones.tsv")) {
            capitals.put(row.text(0), ZoneId.of(row.text(1)));
        }
        return new CivilZones(capitals);
    }

    /** The zone of the days at that place. */
    public ZoneId of(Optional<Place> place) {
        return place.flatMap(Place::getZone)
                .flatMap(CivilZones::known)
                .or(() -> place.flatMap(Place::getCountryCode).map(capitals::get))
                .orElse(ZoneOffset.UTC);
    }

    /** An id that this machine's tz database knows: zones are renamed from time to time. */
    private static Optional<ZoneId> known(String id) {
        try {
            return Optional.of(ZoneId.of(id));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
