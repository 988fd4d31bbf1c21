package org.tocsin.processor.merge;

/** What speaks for or against two descriptions being of one attack. Each is 0 when it cannot be told. */
enum Feature {
    /** Cosine of rare words. */
    WORDS,
    /** Its square root: the first shared words say most. */
    WORDS_ROOT,
    /** Cosine of the words of names. */
    NAMES,
    NAMES_ROOT,
    /** Both name the same town. */
    SAME_TOWN,
    /** Both name a town, and they are different ones of one region. */
    OTHER_TOWN,
    /** Logarithm of the kilometres between them beyond 10, where both are towns. */
    DISTANCE,
    SAME_REGION,
    OTHER_REGION,
    /** Both name one and the same day. */
    SAME_DAY,
    /** Their ranges share a day, but one is longer. */
    DAYS_MEET,
    /** Exactly one day apart: news often miscounts "last night". */
    NEXT_DAY,
    /** Logarithm of the days between the ranges, from two on. */
    DAYS_APART,
    /** One of them has no date. */
    NO_DATE,
    SAME_TYPE,
    OTHER_TYPE,
    SAME_WEAPON,
    OTHER_WEAPON,
    /** They name a target by the same head word. */
    SAME_TARGET,
    OTHER_TARGET_TYPE,
    /** The same number killed; more for larger numbers. */
    SAME_KILLED,
    OTHER_KILLED,
    SAME_INJURED,
    OTHER_INJURED,
    /** How far one is a copy of the other, 0..1. */
    COPY,
    /** Logarithm of the days between the publications. */
    PUBLISHED_APART,
    /** The report was published before the day that the other gives. */
    BEFORE_IT_HAPPENED,
    /** Both stand in one article, whose coder told them apart. */
    SAME_ARTICLE
}
