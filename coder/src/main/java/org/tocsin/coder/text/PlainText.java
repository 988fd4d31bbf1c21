package org.tocsin.coder.text;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A title or body without mark-up and without characters that print nothing; line feeds end paragraphs. */
final class PlainText {
    private final String text;

    /** For each character of the text its place in the original, ascending; null where nothing was left out. */
    private final int @Nullable [] origins;

    private final int originalLength;

    private PlainText(String text, int @Nullable [] origins, int originalLength) {
        this.text = text;
        this.origins = origins;
        this.originalLength = originalLength;
    }

    String text() {
        return text;
    }

    /** Of what a publisher sent, which is HTML when it holds a tag or an entity, else plain text already. */
    static PlainText of(String raw) {
        return HtmlText.isHtml(raw) ? HtmlText.read(raw) : plain(raw);
    }

    private static PlainText plain(String raw) {
        Builder builder = new Builder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            builder.add(raw.charAt(i), i);
        }
        return builder.build(raw.length());
    }

    /** The original's span of the text's. */
    int originalBegin(int at) {
        return at >= text.length() ? originalLength : origins == null ? at : origins[at];
    }

    int originalEnd(int end) {
        return end == 0 ? 0 : originalBegin(end - 1) + 1;
    }

    /** Takes characters one by one, with their places; leaves out or makes blank what is no text. */
    static final class Builder {
        private final StringBuilder text;
        private int @Nullable [] origins;

        Builder(int capacity) {
            text = new StringBuilder(capacity);
        }

        void add(char c, int origin) {
            if (isInvisible(c)) {
                return;
            }
            boolean lone = Character.isLowSurrogate(c)
                    && (text.isEmpty() || !Character.isHighSurrogate(text.charAt(text.length() - 1)));
            if (!Character.isLowSurrogate(c)) {
                blankLoneHigh();
            }
            append(lone || isBlank(c) ? ' ' : c, origin);
        }

        /** Ends a paragraph unless one has just ended. */
        void endParagraph(int origin) {
            blankLoneHigh();
            if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
                append('\n', origin);
            }
        }

        PlainText build(int originalLength) {
            blankLoneHigh();
            int[] places = origins == null ? null : Arrays.copyOf(origins, text.length());
            return new PlainText(text.toString(), places, originalLength);
        }

        private void append(char c, int origin) {
            if (origins == null && origin != text.length()) {
                origins = IntStream.range(0, Math.max(16, text.capacity())).toArray();
            }
            if (origins != null) {
                origins = text.length() == origins.length ? Arrays.copyOf(origins, 2 * origins.length) : origins;
                origins[text.length()] = origin;
            }
            text.append(c);
        }

        /** A high surrogate that no low one followed is no character. */
        private void blankLoneHigh() {
            int last = text.length() - 1;
            if (last >= 0 && Character.isHighSurrogate(text.charAt(last))) {
                text.setCharAt(last, ' ');
            }
        }

        /** Marks of direction and joining, soft hyphens, byte-order marks: they would split words that look whole. */
        private static boolean isInvisible(char c) {
            return c == '\u00AD'
                    || c == '\uFEFF'
                    || (c >= '\u200B' && c <= '\u200F')
                    || (c >= '\u202A' && c <= '\u202E')
                    || (c >= '\u2060' && c <= '\u2069');
        }

        private static boolean isBlank(char c) {
            return c == '\u00A0' || c == '\uFFFD' || (Character.isISOControl(c) && c != '\n');
        }
    }
}
