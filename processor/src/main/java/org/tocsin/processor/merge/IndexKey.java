package org.tocsin.processor.merge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.processor.merge.Profile.PlaceKey;
import org.tocsin.schemas.DateRange;

/**
 * A key under which an incident is found.
 *
 * @param value the key, its kind mixed in
 * @param weight how much sharing it says
 */
record IndexKey(long value, float weight) {
    private static final int TERMS = 10;
    private static final int NAMES = 8;
    /** Longer ranges are found by their words and names. */
    private static final int DAYS = 7;

    private static final float TOWN = 0.1f;
    private static final float TOWN_DAY = 0.5f;
    private static final float REGION_DAY = 0.1f;

    private enum Kind {
        TERM(1),
        NAME(2),
        TOWN(3),
        TOWN_DAY(4),
        REGION_DAY(5);

        private final long salt;

        Kind(long salt) {
            this.salt = salt;
        }
    }

    /** Where an incident is filed. */
    static List<IndexKey> stored(Profile profile) {
        return keys(profile, 0);
    }

    /** Where a report looks: a day to either side of its own, too. */
    static List<IndexKey> asked(Profile profile) {
        return keys(profile, 1);
    }

    private static List<IndexKey> keys(Profile profile, int slackDays) {
        List<IndexKey> keys = new ArrayList<>();
        vector(Kind.TERM, profile.terms, TERMS, keys);
        vector(Kind.NAME, profile.names, NAMES, keys);
        PlaceKey place = profile.place;
        if (place.town() != 0) {
            keys.add(key(Kind.TOWN, place.town(), 0, TOWN));
        }
        DateRange date = profile.date;
        if (date != null && !date.getLatest().isAfter(date.getEarliest().plusDays(DAYS))) {
            int region = place.admin1() == 0 ? place.country() : place.admin1();
            LocalDate last = date.getLatest().plusDays(slackDays);
            for (LocalDate day = date.getEarliest().minusDays(slackDays); !day.isAfter(last); day = day.plusDays(1)) {
                int epochDay = (int) day.toEpochDay();
                keys.add(key(Kind.REGION_DAY, region, epochDay, REGION_DAY));
                if (place.town() != 0) {
                    keys.add(key(Kind.TOWN_DAY, place.town(), epochDay, TOWN_DAY));
                }
            }
        }
        return keys;
    }

    private static void vector(Kind kind, Sparse vector, int count, List<IndexKey> keys) {
        for (int i : vector.heaviest(count)) {
            keys.add(key(kind, vector.hash(i), 0, vector.weight(i)));
        }
    }

    private static IndexKey key(Kind kind, int first, int second, float weight) {
        long mixed = (((long) first << 32) | Integer.toUnsignedLong(second * 0x9E3779B9)) * 31 + kind.salt;
        return new IndexKey(mixed, weight);
    }
}
