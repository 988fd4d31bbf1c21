package org.tocsin.connect.feed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of texts. */
final class Digest {
    private Digest() {}

    /** In hexadecimal. */
    static String hex(String text) {
        return HexFormat.of().formatHex(sha256(text));
    }

    /** The first 64 bits: among the 20,000 items that a feed can have, two agree once in 10^11 feeds. */
    static long bits(String text) {
        return ByteBuffer.wrap(sha256(text)).getLong();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
