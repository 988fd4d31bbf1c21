package org.tocsin.coder.choice;

import java.util.Arrays;

/**
 * The features of one candidate as slots of a hashed weight vector. A feature is a name, or a name and a value;
 * either is present or it is not.
 */
public final class Features {
    /** Slots of the weight vector; at this size few of the features of one model share a slot. */
    public static final int SLOTS = 1 << 18;

    private int[] slots = new int[64];
    private int size;

    /** Adds a feature that has no value. */
    public void add(String name) {
        put(name.hashCode());
    }

    /** Adds the feature that {@code name} has this value. */
    public void add(String name, String value) {
        put(name.hashCode() * 31 + value.hashCode());
    }

    /** Adds the feature that {@code name} has this value. */
    public void add(String name, int value) {
        put(name.hashCode() * 31 + value * 0x9E3779B1);
    }

    /** Adds the feature that {@code name} has this pair of values. */
    public void add(String name, String first, String second) {
        put((name.hashCode() * 31 + first.hashCode()) * 31 + second.hashCode());
    }

    /** Adds every feature of another list. */
    public void addAll(Features other) {
        if (size + other.size > slots.length) {
            slots = Arrays.copyOf(slots, Math.max(slots.length * 2, size + other.size));
        }
        System.arraycopy(other.slots, 0, slots, size, other.size);
        size += other.size;
    }

    /** How many features were added. */
    public int size() {
        return size;
    }

    /** The slot of the i-th feature. */
    public int slot(int i) {
        return slots[i];
    }

    private void put(int hash) {
        if (size == slots.length) {
            slots = Arrays.copyOf(slots, size * 2);
        }
        slots[size++] = mixed(hash) & (SLOTS - 1);
    }

    /** Spreads the bits: string hashes of short words differ in few of them (MurmurHash3's finalizer). */
    private static int mixed(int hash) {
        int h = hash;
        h = (h ^ (h >>> 16)) * 0x85EBCA6B;
        h = (h ^ (h >>> 13)) * 0xC2B2AE35;
        return h ^ (h >>> 16);
    }
}
