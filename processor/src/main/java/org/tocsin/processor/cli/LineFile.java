package org.tocsin.processor.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.tocsin.processor.OperatorException;

/**
 * A file of lines, each known by its place, so that they can be read again in another order.
 *
 * @param name for messages
 */
record LineFile(String name, Path path) {
    /** Name of standard input among the files. */
    static final String STANDARD_INPUT = "-";

    /** Bytes of a line that are kept: no article is as long, and a file without line feeds must not fill the memory. */
    static final int LONGEST = 16 * 1024 * 1024;

    /**
     * A line.
     *
     * @param number from 1
     * @param offset of its first byte
     * @param bytes without the line feed, the first {@link #LONGEST} of them
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Line(long number, long offset, byte[] bytes) {
        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** What is done with a line. */
    interface LineConsumer {
        void accept(Line line) throws IOException;
    }

    static LineFile of(Path path) {
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw new OperatorException(path + " is no file that can be read");
        }
        return new LineFile(path.toString(), path);
    }

    /** Standard input, kept in a temporary file until the program ends. */
    static LineFile spooled(InputStream in) throws IOException {
        Path spool = Files.createTempFile("tocsin-input", ".jsonl");
        spool.toFile().deleteOnExit();
        Files.copy(in, spool, StandardCopyOption.REPLACE_EXISTING);
        return new LineFile("standard input", spool);
    }

    void forEachLine(LineConsumer consumer) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            forEachLine(in, consumer);
        }
    }

    static void forEachLine(InputStream stream, LineConsumer consumer) throws IOException {
        Lines lines = new Lines(stream, 0, 0);
        for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            consumer.accept(line.get());
        }
    }

    /** The lines of a stream. Blank ones count but are passed over. */
    static final class Lines {
        private final InputStream in;
        private long number;
        private long offset;

        /**
         * From a place in the file.
         *
         * @param number of the lines before it
         * @param offset of the stream's first byte
         */
        Lines(InputStream stream, long number, long offset) {
            this.in = new BufferedInputStream(stream, 1 << 16);
            this.number = number;
            this.offset = offset;
        }

        Optional<Line> next() throws IOException {
            while (true) {
                int first = in.read();
                if (first < 0) {
                    return Optional.empty();
                }
                Line line = rest(first);
                if (!line.text().isBlank()) {
                    return Optional.of(line);
                }
            }
        }

        private Line rest(int first) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            long length = 0;
            int b = first;
            while (b >= 0 && b != '\n') {
                if (length < LONGEST) {
                    bytes.write(b);
                }
                length++;
                b = in.read();
            }
            number++;
            Line line = new Line(number, offset, bytes.toByteArray());
            offset += length + (b < 0 ? 0L : 1L);
            return line;
        }

        /** How many lines have been read, blank ones included. */
        long number() {
            return number;
        }

        /** Of the first byte that has not been read. */
        long offset() {
            return offset;
        }
    }

    /** The bytes at a place. */
    byte[] read(long offset, int length) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            byte[] bytes = new byte[length];
            file.seek(offset);
            file.readFully(bytes);
            return bytes;
        }
    }
}
