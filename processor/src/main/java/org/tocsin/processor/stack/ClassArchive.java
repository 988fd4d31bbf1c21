package org.tocsin.processor.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The classes of a child process as Java keeps them when it first ends cleanly (class data sharing), so that later
 * starts neither parse nor verify them. Java itself passes over an archive that does not fit.
 *
 * @param file where it is kept
 * @param possible false where no file can be written
 * @param current true when it is newer than the program
 */
record ClassArchive(Path file, boolean possible, boolean current) {
    /** That of the program with that class path of jars, beside the last of them; one for each version of Java. */
    static ClassArchive of(List<Path> classPath) {
        Path directory = classPath.get(classPath.size() - 1).resolveSibling("");
        Path file = directory.resolve("classes-%s.jsa".formatted(System.getProperty("java.vm.version")));
        long written = file.toFile().lastModified();
        return new ClassArchive(
                file,
                Files.isWritable(directory),
                classPath.stream().allMatch(jar -> jar.toFile().lastModified() < written));
    }

    /** Options of Java: to use the archive or, as long as there is none, to write it when the program ends. */
    List<String> options() {
        if (!possible && !current) {
            return List.of();
        }
        String use = isToBeWritten() ? "-XX:ArchiveClassesAtExit=" + unfinished() : "-XX:SharedArchiveFile=" + file;
        return List.of("-Xshare:auto", "-Xlog:cds*=off", use);
    }

    /** Whether a program started with {@link #options} writes it at its end, which takes some seconds. */
    boolean isToBeWritten() {
        return possible && !current;
    }

    /** To be called when the program has ended by itself. */
    void keep() throws IOException {
        if (Files.exists(unfinished())) {
            Files.move(unfinished(), file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Of this process alone: two that end at once do not write one file. */
    private Path unfinished() {
        return file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid());
    }
}
