package org.tocsin.processor.merge;

import java.util.Arrays;

/**
 * Lists of incidents by key, each capped: the newest {@value #CAP} of a key, so that a common key costs no more than a
 * rare one. Open addressing over 64-bit keys; about 40 bytes a key with one entry.
 */
final class Postings {
    /** Longest list of one key. */
    static final int CAP = 24;

    private static final int[] GONE = new int[0];

    private long[] keys = new long[1024];
    private int[][] lists = new int[1024][];
    private int used;

    /** The incidents of that key, oldest first; not to be changed. */
    int[] get(long key) {
        int[] list = lists[at(key)];
        return list == null ? GONE : list;
    }

    void add(long key, int incident) {
        if (used * 2 >= keys.length) {
            grow();
        }
        int at = at(key);
        int[] list = lists[at];
        if (list == null) {
            used++;
            keys[at] = key;
            lists[at] = new int[] {incident};
        } else if (list.length < CAP) {
            int[] longer = Arrays.copyOf(list, list.length + 1);
            longer[list.length] = incident;
            lists[at] = longer;
        } else {
            System.arraycopy(list, 1, list, 0, CAP - 1);
            list[CAP - 1] = incident;
        }
    }

    void remove(long key, int incident) {
        int at = at(key);
        int[] list = lists[at];
        for (int i = 0; list != null && i < list.length; i++) {
            if (list[i] == incident) {
                int[] shorter = new int[list.length - 1];
                System.arraycopy(list, 0, shorter, 0, i);
                System.arraycopy(list, i + 1, shorter, i, shorter.length - i);
                lists[at] = shorter.length == 0 ? GONE : shorter;
                return;
            }
        }
    }

    private int at(long key) {
        int mask = keys.length - 1;
        int at = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (lists[at] != null && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    /** Doubles the table if it is full of living keys; keys without incidents are dropped on the way. */
    private void grow() {
        long[] oldKeys = keys;
        int[][] oldLists = lists;
        int living = 0;
        for (int[] list : oldLists) {
            living += list != null && list.length > 0 ? 1 : 0;
        }
        int size = living * 4 >= oldKeys.length ? oldKeys.length * 2 : oldKeys.length;
        keys = new long[size];
        lists = new int[size][];
        used = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldLists[i] != null && oldLists[i].length > 0) {
                int at = at(oldKeys[i]);
                keys[at] = oldKeys[i];
                lists[at] = oldLists[i];
                used++;
            }
        }
    }
}
