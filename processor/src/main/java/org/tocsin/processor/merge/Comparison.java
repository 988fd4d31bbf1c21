package org.tocsin.processor.merge;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.fingerprint.Sketch;
import org.tocsin.processor.merge.Profile.PlaceKey;
import org.tocsin.schemas.AttackType;
import org.tocsin.schemas.CountRange;
import org.tocsin.schemas.DateRange;

/** The features of one pair; index by {@link Feature#ordinal()}. */
@SuppressWarnings("EnumOrdinal") // Arrays and bit sets by ordinal live in memory only.
public final class Comparison {
    private static final double SECONDS_PER_DAY = Duration.ofDays(1).toSeconds();
    /** Towns nearer than this are one built-up area as often as not. */
    private static final double NEAR_KILOMETRES = 10;

    /** Farther than this, towns are not confused with each other. */
    private static final double FAR_KILOMETRES = 100;
    /** Taken for the distance of places in two regions when the gazetteer does not know one of them. */
    private static final double OTHER_REGION_KILOMETRES = 200;
    /** Cosine of rare words from which two texts tell one story. */
    private static final double ALIKE = 0.25;

    /** Larger tolls are too rare in training to weigh more. */
    private static final int LARGEST_TOLL = 4;

    private final double[] values = new double[Feature.values().length];

    private Comparison() {}

    /** Compares a report with an incident, or two incidents. */
    public static double[] of(Profile report, Profile incident) {
        Comparison comparison = new Comparison();
        comparison.words(report, incident);
        comparison.places(report, incident);
        comparison.dates(report, incident);
        comparison.means(report, incident);
        comparison.casualties(report.killed, incident.killed, Feature.SAME_KILLED, Feature.OTHER_KILLED);
        comparison.casualties(report.injured, incident.injured, Feature.SAME_INJURED, Feature.OTHER_INJURED);
        comparison.articles(report, incident);
        return comparison.values;
    }

    private void set(Feature feature, double value) {
        values[feature.ordinal()] = value;
    }

    private void flag(Feature feature, boolean holds) {
        set(feature, holds ? 1 : 0);
    }

    private void words(Profile report, Profile incident) {
        double words = report.terms.dot(incident.terms);
        double names = report.names.dot(incident.names);
        set(Feature.WORDS, words);
        set(Feature.WORDS_ROOT, Math.sqrt(words));
        set(Feature.NAMES, names);
        set(Feature.NAMES_ROOT, Math.sqrt(names));
    }

    private void places(Profile report, Profile incident) {
        PlaceKey one = report.place;
        PlaceKey other = incident.place;
        boolean towns = hasTown(one) && hasTown(other);
        boolean regions = one.admin1() != 0 && other.admin1() != 0;
        boolean sameRegion = one.country() == other.country() && one.admin1() == other.admin1();
        boolean sameTown = towns && one.town() == other.town() && (!regions || sameRegion);
        flag(Feature.SAME_TOWN, sameTown);
        flag(Feature.SAME_REGION, regions && sameRegion);
        flag(Feature.OTHER_REGION, regions && !sameRegion);
        flag(Feature.OTHER_TOWN, towns && !sameTown);
        flag(
                Feature.OTHER_SITE,
                report.siteWords.length > 0
                        && incident.siteWords.length > 0
                        && !meet(report.siteWords, incident.siteWords));
        double kilometres = kilometres(one, other, regions && !sameRegion);
        flag(Feature.TOWN_NAMED, towns && !sameTown && isTownNamed(report, incident, kilometres));
        flag(Feature.TOWN_UNNAMED, !(regions && sameRegion) && isTownUnnamed(report, incident));
        if (towns && !sameTown && kilometres > NEAR_KILOMETRES) {
            set(Feature.DISTANCE, Math.log10(kilometres / NEAR_KILOMETRES));
        }
    }

    /** NaN when it cannot be told. */
    private static double kilometres(PlaceKey one, PlaceKey other, boolean otherRegion) {
        double kilometres = one.kilometres(other);
        return Double.isNaN(kilometres) && otherRegion ? OTHER_REGION_KILOMETRES : kilometres;
    }

    /** Far apart, a text that names the other's town may only list attacks, unless both name each other's or tell it alike. */
    private static boolean isTownNamed(Profile report, Profile incident, double kilometres) {
        boolean one = report.namesTownOf(incident);
        boolean other = incident.namesTownOf(report);
        boolean far = kilometres > FAR_KILOMETRES && report.terms.dot(incident.terms) < ALIKE;
        return far ? one && other : one || other;
    }

    /** Rockets at "the airport" are nothing of Kirkuk's; told by "the Baghdad Operations Command" they may be of Baghdad. */
    private static boolean isTownUnnamed(Profile report, Profile incident) {
        boolean given = hasTown(report.place);
        return given != hasTown(incident.place)
                && !(given ? incident.namesTownOf(report) : report.namesTownOf(incident));
    }

    private static boolean hasTown(PlaceKey place) {
        return place.precise() && place.town() != 0;
    }

    private void dates(Profile report, Profile incident) {
        DateRange one = report.date;
        DateRange other = incident.date;
        if (one == null || other == null) {
            set(Feature.NO_DATE, 1);
        } else {
            long gap = gap(one, other);
            boolean days = isDay(one) && isDay(other);
            flag(Feature.SAME_DAY, gap == 0 && days);
            flag(Feature.DAYS_MEET, gap == 0 && !days);
            flag(Feature.NEXT_DAY, gap == 1);
            set(Feature.DAYS_APART, gap > 1 ? Math.log((double) gap) : 0);
            flag(Feature.OTHER_TOWN_AND_DAY, gap > 0 && values[Feature.OTHER_TOWN.ordinal()] > 0);
        }
        if (other != null) {
            LocalDate published = LocalDate.ofInstant(report.firstReported, ZoneOffset.UTC);
            // A day's grace: it may be tomorrow already at the place of attack.
            flag(Feature.BEFORE_IT_HAPPENED, published.plusDays(1).isBefore(other.getEarliest()));
        }
        long seconds = Math.max(
                0,
                Math.max(
                        ChronoUnit.SECONDS.between(incident.lastReported, report.firstReported),
                        ChronoUnit.SECONDS.between(report.lastReported, incident.firstReported)));
        set(Feature.PUBLISHED_APART, Math.log1p((double) seconds / SECONDS_PER_DAY));
    }

    private static boolean isDay(DateRange range) {
        return range.getEarliest().equals(range.getLatest());
    }

    /** Days from the end of the earlier range to the start of the later one; 0 when they share a day. */
    static long gap(DateRange one, DateRange other) {
        return Math.max(
                0,
                Math.max(
                        ChronoUnit.DAYS.between(one.getLatest(), other.getEarliest()),
                        ChronoUnit.DAYS.between(other.getLatest(), one.getEarliest())));
    }

    private void means(Profile report, Profile incident) {
        boolean types = report.type != AttackType.UNKNOWN && incident.type != AttackType.UNKNOWN;
        flag(Feature.OTHER_TYPE, types && report.type != incident.type);
        boolean weapons = report.weapons != 0 && incident.weapons != 0;
        flag(Feature.SAME_WEAPON, weapons && (report.weapons & incident.weapons) != 0);
        flag(Feature.OTHER_WEAPON, weapons && (report.weapons & incident.weapons) == 0);
        flag(Feature.SAME_TARGET, meet(report.targetHeads, incident.targetHeads));
        flag(
                Feature.OTHER_TARGET_TYPE,
                report.targetTypes != 0
                        && incident.targetTypes != 0
                        && (report.targetTypes & incident.targetTypes) == 0);
    }

    private static boolean meet(int[] one, int[] other) {
        int i = 0;
        int j = 0;
        while (i < one.length && j < other.length) {
            if (one[i] == other[j]) {
                return true;
            }
            if (one[i] < other[j]) {
                i++;
            } else {
                j++;
            }
        }
        return false;
    }

    private void casualties(@Nullable CountRange one, @Nullable CountRange other, Feature same, Feature different) {
        if (one == null || other == null) {
            return;
        }
        int oneMin = one.getMin().orElse(0);
        int otherMin = other.getMin().orElse(0);
        boolean apart = isBelow(one.getMax(), otherMin) || isBelow(other.getMax(), oneMin);
        if (apart) {
            set(different, Math.abs(Math.log1p(oneMin) - Math.log1p(otherMin)) + 0.5);
        } else {
            // Ten dead twice says more than one dead twice.
            set(same, Math.log1p(Math.min(LARGEST_TOLL, Math.min(oneMin, otherMin))));
        }
    }

    private static boolean isBelow(Optional<Integer> max, int min) {
        return max.isPresent() && max.get() < min;
    }

    private void articles(Profile report, Profile incident) {
        double copy = 0;
        for (long[] one : report.sketches) {
            for (long[] other : incident.sketches) {
                copy = Math.max(copy, Sketch.similarity(one, other));
            }
        }
        set(Feature.COPY, copy);
        for (int article : report.articles) {
            for (int other : incident.articles) {
                if (article == other) {
                    set(Feature.SAME_ARTICLE, 1);
                }
            }
        }
    }
}
