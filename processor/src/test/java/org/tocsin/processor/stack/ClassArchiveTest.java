package org.tocsin.processor.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {
    private static final Instant BUILT = Instant.parse("2024-03-12T08:00:00Z");

    @TempDir
    Path directory;

    private Path jar;

    @BeforeEach
    void build() throws IOException {
        jar = Files.createFile(directory.resolve("program.jar"));
        changed(jar, BUILT);
    }

    @Test
    void shouldBeWrittenAtTheEndOfTheFirstRunAndUsedByTheNext() throws IOException {
        ClassArchive first = ClassArchive.of(List.of(jar));
        Path written = written(first);
        assertThat(first.options()).contains("-XX:ArchiveClassesAtExit=" + written);

        Files.createFile(written);
        first.keep();

        assertThat(written).doesNotExist();
        assertThat(ClassArchive.of(List.of(jar)).options()).contains("-XX:SharedArchiveFile=" + first.file());
    }

    @Test
    void shouldBeWrittenAgainWhenTheProgramIsNewer() throws IOException {
        ClassArchive archive = ClassArchive.of(List.of(jar));
        changed(Files.createFile(archive.file()), BUILT.minusSeconds(1));

        assertThat(ClassArchive.of(List.of(jar)).options()).contains("-XX:ArchiveClassesAtExit=" + written(archive));
    }

    @Test
    void shouldDoWithoutWhenTheProgramWroteNone() throws IOException {
        ClassArchive archive = ClassArchive.of(List.of(jar));

        archive.keep();

        assertThat(archive.file()).doesNotExist();
    }

    private static Path written(ClassArchive archive) {
        return Path.of(archive.file() + "." + ProcessHandle.current().pid());
    }

    private static void changed(Path file, Instant at) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(at));
    }
}
