package org.tocsin.coder.model;

import java.util.Arrays;

/**
 * A sparse vector of hashed features. Features are named by strings or by numbers mixed from hashes of words; two that
 * fall on one bucket add up, which a linear model bears well at 2^18 buckets.
 */
public final class Features {
    /** Buckets are numbered from 0 to {@code 2^BITS - 1}. */
    public static final int BITS = 18;

    private static final int MASK = (1 << BITS) - 1;

    private int[] buckets = new int[256];
    private float[] values = new float[256];
    private int size;

    /** Adds a feature of value 1. */
    public void add(int hash) {
        add(hash, 1f);
    }

    /** Adds a feature with that value. */
    public void add(int hash, float value) {
        if (size == buckets.length) {
            buckets = Arrays.copyOf(buckets, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        buckets[size] = spread(hash) & MASK;
        values[size] = value;
        size++;
    }

    /** Scales the features from that place on to a Euclidean length of 1, so that long texts weigh as short ones. */
    public void normalizeFrom(int from) {
        double squares = 0;
        for (int i = from; i < size; i++) {
            squares += (double) values[i] * values[i];
        }
        float length = (float) Math.sqrt(squares);
        for (int i = from; length > 0 && i < size; i++) {
            values[i] /= length;
        }
    }

    public int size() {
        return size;
    }

    public int bucket(int i) {
        return buckets[i];
    }

    public float value(int i) {
        return values[i];
    }

    /** Mixes a word's hash into that of what it stands for. */
    public static int mix(int kind, int hash) {
        return spread(kind * 0x9E3779B1 + spread(hash));
    }

    /** The finisher of MurmurHash3: every input bit reaches every output bit. */
    private static int spread(int hash) {
        int h = hash;
        h = (h ^ (h >>> 16)) * 0x85EBCA6B;
        h = (h ^ (h >>> 13)) * 0xC2B2AE35;
        return h ^ (h >>> 16);
    }
}
