package org.tocsin.connect.feed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Bytes to text when what is declared may be wrong. In this order: a byte order mark; UTF-8 when the bytes beyond ASCII
 * are valid UTF-8, which no other text is by chance; what the document declares; what the server declares; UTF-8;
 * windows-1252. The first that fits without a fault is taken.
 */
final class TextDecoding {
    private static final int PROLOG = 2048;
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern HTTP = Pattern.compile("charset\\s*=\\s*[\"']?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DOCUMENT = Pattern.compile(
            "<\\?xml[^>]*encoding\\s*=\\s*[\"']([\\w.:-]+)|<meta[^>]*charset\\s*=\\s*[\"']?\\s*([\\w.:-]+)",
            Pattern.CASE_INSENSITIVE);

    private TextDecoding() {}

    /**
     * The text.
     *
     * @param contentType the server's header, empty when it sent none
     */
    static String decode(byte[] bytes, String contentType) {
        Optional<String> marked = byOrderMark(bytes);
        if (marked.isPresent()) {
            return marked.get();
        }
        String prolog = new String(bytes, 0, Math.min(bytes.length, PROLOG), StandardCharsets.ISO_8859_1);
        Stream<Charset> declared = Stream.concat(named(DOCUMENT, prolog), named(HTTP, contentType));
        boolean beyondAscii = hasBeyondAscii(bytes);
        List<Charset> order = Stream.of(
                        beyondAscii ? Stream.of(StandardCharsets.UTF_8) : Stream.<Charset>empty(),
                        declared,
                        Stream.of(StandardCharsets.UTF_8))
                .flatMap(charsets -> charsets)
                .toList();
        return order.stream()
                .flatMap(charset -> strictly(bytes, 0, charset).stream())
                .findFirst()
                .orElseGet(() -> new String(bytes, WINDOWS));
    }

    private static Stream<Charset> named(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return Stream.empty();
        }
        String name = matcher.groupCount() == 2 && matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        try {
            Charset charset = Charset.forName(name);
            // Browsers read Latin-1 as Windows' superset of it, and publishers write it so.
            return Stream.of(charset.equals(StandardCharsets.ISO_8859_1) ? WINDOWS : charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Stream.empty();
        }
    }

    private static Optional<String> byOrderMark(byte[] bytes) {
        if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
            return strictly(bytes, 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xfe, 0xff)) {
            return strictly(bytes, 2, StandardCharsets.UTF_16BE);
        }
        return startsWith(bytes, 0xff, 0xfe) ? strictly(bytes, 2, StandardCharsets.UTF_16LE) : Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasBeyondAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> strictly(byte[] bytes, int from, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
