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
import org.tocsin.processor.OperatorException;

/**
 * A file of lines, each known by its place, so that they can be read again in another order.
 *
 * @param name for messages
 */
record LineFile(String name, Path path) {
    /** Name of standard input among the files. */
    static final String STANDARD_INPUT = "-";

    /**
     * A line.
     *
     * @param number from 1
     * @param offset of its first byte
     * @param bytes without the line feed
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

    /** Blank lines count but are passed over. */
    static void forEachLine(InputStream stream, LineConsumer consumer) throws IOException {
        InputStream in = new BufferedInputStream(stream, 1 << 16);
        long number = 0;
        long offset = 0;
        for (int first = in.read(); first >= 0; first = in.read()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            int length = 0;
            int b = first;
            while (b >= 0 && b != '\n') {
                bytes.write(b);
                length++;
                b = in.read();
            }
            number++;
            Line line = new Line(number, offset, bytes.toByteArray());
            if (!line.text().isBlank()) {
                consumer.accept(line);
            }
            offset += length + 1L;
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
