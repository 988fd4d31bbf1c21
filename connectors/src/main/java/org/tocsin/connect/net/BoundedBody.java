package org.tocsin.connect.net;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads a body whole, but never more of it than allowed, before and after decompression. */
final class BoundedBody {
    private static final int CHUNK = 16 * 1024;

    private BoundedBody() {}

    /**
     * The body's bytes.
     *
     * @throws TooLarge when either form is longer than {@code maxBytes}
     * @throws Truncated when its compression is broken or ends early
     */
    static byte[] read(InputStream in, boolean gzip, int maxBytes) throws IOException {
        InputStream sent = new Limited(in, maxBytes);
        if (!gzip) {
            return drain(sent, maxBytes);
        }
        try (InputStream plain = new GZIPInputStream(sent, CHUNK)) {
            return drain(plain, maxBytes);
        } catch (EOFException | ZipException e) {
            throw new Truncated(e);
        }
    }

    private static byte[] drain(InputStream in, int maxBytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
            if (out.size() + n > maxBytes) {
                throw new TooLarge(maxBytes);
            }
            out.write(chunk, 0, n);
        }
        return out.toByteArray();
    }

    /** Counts what is read. */
    private static final class Limited extends InputStream {
        private final InputStream in;
        private final int max;
        private long seen;

        Limited(InputStream in, int max) {
            this.in = in;
            this.max = max;
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] to, int at, int length) throws IOException {
            int n = in.read(to, at, length);
            count(Math.max(n, 0));
            return n;
        }

        private void count(int n) throws TooLarge {
            seen += n;
            if (seen > max) {
                throw new TooLarge(max);
            }
        }
    }

    static final class TooLarge extends IOException {
        TooLarge(int max) {
            super("the body is longer than the " + max + " bytes of " + NetSettings.MAX_BYTES);
        }
    }

    static final class Truncated extends IOException {
        Truncated(IOException cause) {
            super("the body's compression is broken: " + cause.getMessage(), cause);
        }
    }
}
