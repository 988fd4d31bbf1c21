package org.tocsin.coder.fingerprint;

/** The one hash of words: FNV-1a over UTF-16 units, then the finalizer of MurmurHash3, so that all bits are mixed. */
public final class WordHash {
    private WordHash() {}

    /** 32 bits for a word in lower case. */
    public static int of(CharSequence word) {
        int hash = 0x811C9DC5;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * 0x01000193;
        }
        return mixed(hash);
    }

    /** MurmurHash3's 32-bit finalizer. */
    static int mixed(int hash) {
        int h = hash;
        h = (h ^ (h >>> 16)) * 0x85EBCA6B;
        h = (h ^ (h >>> 13)) * 0xC2B2AE35;
        return h ^ (h >>> 16);
    }
}
