package org.tocsin.processor.merge;

import org.tocsin.coder.fingerprint.RareWords;
import org.tocsin.coder.place.Nations;

/** The rule and the tables that merging decides by; immutable, one for all tasks. */
public record MergeModel(
        MergeSettings settings, MergeRule rule, NameWords nameWords, Subjects subjects, Nations nations) {
    /** The same with another rule. */
    public MergeModel with(MergeRule other) {
        return new MergeModel(settings, other, nameWords, subjects, nations);
    }

    /** Reads the data files from the class path. */
    public static MergeModel load(MergeSettings settings) {
        return new MergeModel(
                settings,
                MergeRule.load(),
                new NameWords(RareWords.load()),
                new Subjects(settings.minConfidence(), CivilZones.load()),
                Nations.load());
    }
}
