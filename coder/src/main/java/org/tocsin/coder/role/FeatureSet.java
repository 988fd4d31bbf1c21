package org.tocsin.coder.role;

import java.util.Arrays;

/** Hashed features that are on, each once. Words enter only through their hash codes. */
final class FeatureSet {
    /** Hash buckets of the model: few collide at the some hundred thousand features seen in training. */
    static final int SIZE = 1 << 19;

    private int[] features = new int[64];
    private int count;

    void add(String name) {
        put(mix(name.hashCode(), 0, 0, 0));
    }

    void add(String name, String a) {
        put(mix(name.hashCode(), a.hashCode(), 0, 0));
    }

    void add(String name, String a, String b) {
        put(mix(name.hashCode(), a.hashCode(), b.hashCode(), 0));
    }

    void add(String name, String a, String b, String c) {
        put(mix(name.hashCode(), a.hashCode(), b.hashCode(), c.hashCode()));
    }

    /** Ascending, without repeats. */
    int[] toArray() {
        Arrays.sort(features, 0, count);
        int unique = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || features[i] != features[i - 1]) {
                features[unique++] = features[i];
            }
        }
        return Arrays.copyOf(features, unique);
    }

    private void put(int hash) {
        if (count == features.length) {
            features = Arrays.copyOf(features, 2 * count);
        }
        features[count++] = hash & (SIZE - 1);
    }

    private static int mix(int a, int b, int c, int d) {
        int h = step(step(step(step(0x9747b28c, a), b), c), d);
        h ^= h >>> 16;
        h *= 0x85ebca6b;
        h ^= h >>> 13;
        h *= 0xc2b2ae35;
        return h ^ (h >>> 16);
    }

    private static int step(int h, int k) {
        int m = Integer.rotateLeft(k * 0xcc9e2d51, 15) * 0x1b873593;
        return Integer.rotateLeft(h ^ m, 13) * 5 + 0xe6546b64;
    }
}
