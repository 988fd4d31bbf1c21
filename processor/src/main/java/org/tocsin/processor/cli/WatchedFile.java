package org.tocsin.processor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Optional;

/**
 * A file as it stood at one look: two that are equal are one file that nobody has written to in between.
 *
 * @param key the file system's own identity of it, which a new file of the same name has not; without spaces
 * @param name in its folder
 */
record WatchedFile(String key, long size, Instant modified, String name) {
    static WatchedFile at(Path path) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        return new WatchedFile(
                String.valueOf(attributes.fileKey()).replaceAll("\\s", ""),
                attributes.size(),
                attributes.lastModifiedTime().toInstant(),
                path.getFileName().toString());
    }

    /** True when this is the other one with more written at its end. */
    boolean continues(WatchedFile earlier) {
        return key.equals(earlier.key) && name.equals(earlier.name) && size >= earlier.size;
    }

    /**
     * How far a file has been published, as it is noted in the transaction that published so far.
     *
     * @param offset of the first byte that has not been
     * @param lines that have been
     * @param tail checksum of the last bytes that have been
     */
    record Position(WatchedFile file, long offset, long lines, long tail) {
        private static final int PARTS = 7;

        static Position start(WatchedFile file) {
            return new Position(file, 0, 0, 0);
        }

        /** All of the file as it stood has been published. */
        boolean isEnd() {
            return offset >= file.size;
        }

        /** The same place in the file as it stands now. */
        Position in(WatchedFile now) {
            return new Position(now, offset, lines, tail);
        }

        String note() {
            return "%d %d %d %s %d %s %s".formatted(offset, lines, tail, file.key, file.size, file.modified, file.name);
        }

        /** None when it is no such note. */
        static Optional<Position> read(String note) {
            String[] parts = note.split(" ", PARTS);
            if (parts.length < PARTS) {
                return Optional.empty();
            }
            WatchedFile file = new WatchedFile(parts[3], Long.parseLong(parts[4]), Instant.parse(parts[5]), parts[6]);
            return Optional.of(
                    new Position(file, Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2])));
        }
    }
}
