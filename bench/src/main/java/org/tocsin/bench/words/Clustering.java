package org.tocsin.bench.words;

import java.util.Arrays;

/**
 * Spherical k-means: rows of length 1 go to the centre in whose direction they lie most. Nothing is drawn by lot: the
 * centres begin at rows evenly spread over those that train.
 */
final class Clustering {
    private final float[][] centres;

    private Clustering(float[][] centres) {
        this.centres = centres;
    }

    /** Centres of the first {@code training} rows. */
    static Clustering of(float[][] rows, int training, int clusters, int rounds) {
        float[][] centres = new float[clusters][];
        for (int c = 0; c < clusters; c++) {
            centres[c] = rows[(int) ((long) c * training / clusters)];
        }
        Clustering clustering = new Clustering(centres);
        for (int round = 0; round < rounds; round++) {
            clustering.move(rows, training);
        }
        return clustering;
    }

    float[][] centres() {
        return centres;
    }

    /** The nearest centre. */
    int of(float[] row) {
        int best = 0;
        float most = Float.NEGATIVE_INFINITY;
        for (int c = 0; c < centres.length; c++) {
            float dot = dot(row, centres[c]);
            if (dot > most) {
                most = dot;
                best = c;
            }
        }
        return best;
    }

    private void move(float[][] rows, int training) {
        float[][] sums = new float[centres.length][rows[0].length];
        for (int i = 0; i < training; i++) {
            float[] sum = sums[of(rows[i])];
            for (int d = 0; d < sum.length; d++) {
                sum[d] += rows[i][d];
            }
        }
        for (int c = 0; c < centres.length; c++) {
            float length = (float) Math.sqrt(dot(sums[c], sums[c]));
            if (length > 0) {
                centres[c] = Arrays.copyOf(sums[c], sums[c].length);
                for (int d = 0; d < sums[c].length; d++) {
                    centres[c][d] /= length;
                }
            }
        }
    }

    /** Four sums at a time, since each would wait for the one before; the dimensions are a multiple of four. */
    private static float dot(float[] a, float[] b) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        for (int i = 0; i < a.length; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        return s0 + s1 + (s2 + s3);
    }
}
