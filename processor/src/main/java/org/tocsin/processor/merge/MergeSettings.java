package org.tocsin.processor.merge;

import java.time.Duration;

/**
 * Settings of merging.
 *
 * @param minConfidence an incident below this is possible, never certain; 0..1
 * @param openFor how long after its last report an incident keeps its reports, in pipeline time
 * @param keepFor how long after its last report its fingerprint still takes reports, in pipeline time
 */
public record MergeSettings(double minConfidence, Duration openFor, Duration keepFor) {
    /** 0.5, 30 days, 400 days. */
    public static final MergeSettings DEFAULT = new MergeSettings(0.5, Duration.ofDays(30), Duration.ofDays(400));

    public MergeSettings {
        if (!(minConfidence >= 0 && minConfidence <= 1)) {
            throw new IllegalArgumentException("minConfidence must be 0..1, is " + minConfidence);
        }
        if (openFor.isNegative() || keepFor.compareTo(openFor) < 0) {
            throw new IllegalArgumentException("keepFor (" + keepFor + ") must not be shorter than openFor (" + openFor
                    + "), and neither below zero");
        }
    }
}
