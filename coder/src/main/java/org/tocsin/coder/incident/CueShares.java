package org.tocsin.coder.incident;

import org.tocsin.coder.model.Features;

/**
 * What an article is about, by cues alone: how many of its first sentences have each, and which its title and first
 * sentence have. Unlike words, cues carry over to news of other times and regions.
 */
public final class CueShares {
    private static final int MOST_SENTENCES = 40;
    private static final int LEAD_SENTENCES = 2;

    private final float[] shares = new float[Long.SIZE];
    private long lead;

    /** @param sentenceCues the {@link Cues} of each sentence, as bits */
    public CueShares(long[] sentenceCues) {
        int sentences = Math.min(MOST_SENTENCES, sentenceCues.length);
        int[] counts = new int[Long.SIZE];
        for (int i = 0; i < sentences; i++) {
            for (long rest = sentenceCues[i]; rest != 0; rest &= rest - 1) {
                counts[Long.numberOfTrailingZeros(rest)]++;
            }
            lead |= i < LEAD_SENTENCES ? sentenceCues[i] : 0;
        }
        for (int cue = 0; cue < counts.length && sentences > 0; cue++) {
            // The root tells one sentence from none better than nine from ten.
            shares[cue] = (float) Math.sqrt(counts[cue] / (double) sentences);
        }
    }

    /** Adds a feature of that kind for each cue that the article has. */
    public void addTo(Features features, int kind) {
        for (int cue = 0; cue < shares.length; cue++) {
            if (shares[cue] > 0) {
                features.add(Features.mix(kind, cue), shares[cue]);
            }
        }
    }

    /** The cues of the title and the first sentence, as bits. */
    public long lead() {
        return lead;
    }
}
