package org.tocsin.processor.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.tocsin.processor.OperatorException;

/**
 * A folder that files are dropped into: those named {@code *.jsonl} that are not hidden. Finished ones go to
 * {@code done/}. The hidden file {@value #ID_FILE} holds an id of the folder's own, and is locked by who watches it.
 */
final class DropFolder implements AutoCloseable {
    static final String ID_FILE = ".tocsin-watch";
    private static final String SUFFIX = ".jsonl";

    private final Path folder;
    private final Path done;
    private final FileChannel lock;
    private final String id;

    private DropFolder(Path folder, Path done, FileChannel lock, String id) {
        this.folder = folder;
        this.done = done;
        this.lock = lock;
        this.id = id;
    }

    /**
     * Takes the folder.
     *
     * @throws OperatorException when it is no folder, cannot be written to, or is watched already
     */
    static DropFolder take(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new OperatorException(folder + " is no folder; make it, or name another one with --watch");
        }
        try {
            Path done = Files.createDirectories(folder.resolve("done"));
            FileChannel channel = FileChannel.open(
                    folder.resolve(ID_FILE),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw new OperatorException(folder + " is watched by another tocsin publish; stop that one first");
            }
            return new DropFolder(folder, done, channel, id(channel));
        } catch (IOException e) {
            throw new OperatorException(
                    folder + " cannot be watched (" + e + "); finished files are moved in it, so it must be writable",
                    e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException inThisProcess) {
            return false;
        }
    }

    /** Made at the first watch, so that the folder keeps it wherever it is moved or mounted. */
    private static String id(FileChannel channel) throws IOException {
        ByteBuffer stored = ByteBuffer.allocate(64);
        channel.read(stored, 0);
        String id = new String(stored.array(), 0, stored.position(), StandardCharsets.US_ASCII).strip();
        if (id.isEmpty()) {
            id = UUID.randomUUID().toString();
            channel.write(ByteBuffer.wrap(id.getBytes(StandardCharsets.US_ASCII)), 0);
            channel.force(true);
        }
        return id;
    }

    String id() {
        return id;
    }

    Path path(WatchedFile file) {
        return folder.resolve(file.name());
    }

    /** The files that lie there now. */
    List<WatchedFile> files() throws IOException {
        List<WatchedFile> files = new ArrayList<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.filter(DropFolder::isDropped).toList()) {
                try {
                    files.add(WatchedFile.at(path));
                } catch (NoSuchFileException takenAwayMeanwhile) {
                    // Then it is not there now.
                }
            }
        }
        return files;
    }

    private static boolean isDropped(Path path) {
        String name = path.getFileName().toString();
        return name.endsWith(SUFFIX) && !name.startsWith(".") && Files.isRegularFile(path);
    }

    /** Moves a file to those that are done, under another name when there is one of its name. */
    Path finish(WatchedFile file) throws IOException {
        Path to = done.resolve(file.name());
        for (int i = 2; Files.exists(to); i++) {
            to = done.resolve(file.name().substring(0, file.name().length() - SUFFIX.length()) + "-" + i + SUFFIX);
        }
        return Files.move(path(file), to, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
