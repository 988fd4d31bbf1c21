package org.tocsin.processor.merge;

/** What speaks for or against two descriptions being of one attack. Each is 0 when it cannot be told. */
public enum Feature {
    /** Cosine of rare words. */
    WORDS(Sign.FOR),
    /** Its square root: the first shared words say most. */
    WORDS_ROOT(Sign.FOR),
    /** Cosine of the words of names. */
    NAMES(Sign.FOR),
    NAMES_ROOT(Sign.FOR),
    /** Both name the same town. */
    SAME_TOWN(Sign.FOR),
    /** Both name a town, and they are different ones of one region. */
    OTHER_TOWN(Sign.AGAINST),
    /** Logarithm of the kilometres between them beyond 10, where both are towns. */
    DISTANCE(Sign.AGAINST),
    /** They give different towns, but one names the other's town, too: then one of them was misplaced as often as not. */
    TOWN_NAMED(Sign.FOR),
    /** One gives a town, the other neither that, nor its region, nor names it: nothing says that it was there. */
    TOWN_UNNAMED(Sign.AGAINST),
    SAME_REGION(Sign.FOR),
    OTHER_REGION(Sign.AGAINST),
    /** Both name a site, an airport and an embassy say, and no word of it is the same. */
    OTHER_SITE(Sign.AGAINST),
    /** They give different towns and different days. */
    OTHER_TOWN_AND_DAY(Sign.AGAINST),
    /** Both name one and the same day. */
    SAME_DAY(Sign.FOR),
    /** Their ranges share a day, but one is longer. */
    DAYS_MEET(Sign.FOR),
    /** Exactly one day apart: news often miscounts "last night". */
    NEXT_DAY(Sign.EITHER),
    /** Logarithm of the days between the ranges, from two on. */
    DAYS_APART(Sign.AGAINST),
    /** One of them has no date. */
    NO_DATE(Sign.EITHER),
    OTHER_TYPE(Sign.AGAINST),
    SAME_WEAPON(Sign.FOR),
    OTHER_WEAPON(Sign.AGAINST),
    /** They name a target by the same head word. */
    SAME_TARGET(Sign.FOR),
    OTHER_TARGET_TYPE(Sign.AGAINST),
    /** The same number killed; more for larger numbers. */
    SAME_KILLED(Sign.FOR),
    OTHER_KILLED(Sign.AGAINST),
    SAME_INJURED(Sign.FOR),
    OTHER_INJURED(Sign.AGAINST),
    /** How far one is a copy of the other, 0..1. */
    COPY(Sign.FOR),
    /** Logarithm of the days between the publications. */
    PUBLISHED_APART(Sign.AGAINST),
    /** The report was published before the day that the other gives. */
    BEFORE_IT_HAPPENED(Sign.AGAINST),
    /** Both stand in one article, whose coder told them apart. */
    SAME_ARTICLE(Sign.AGAINST);

    /** Which way a feature can speak; a weight learned against it is chance, and is left out. */
    public enum Sign {
        FOR,
        AGAINST,
        EITHER;

        /** True when a weight may have this value. */
        public boolean allows(double weight) {
            return this == EITHER || weight == 0 || (weight > 0) == (this == FOR);
        }
    }

    private final Sign sign;

    Feature(Sign sign) {
        this.sign = sign;
    }

    public Sign sign() {
        return sign;
    }
}
