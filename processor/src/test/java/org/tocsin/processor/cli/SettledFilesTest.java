package org.tocsin.processor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettledFilesTest {
    private static final Instant NOON = Instant.parse("2024-03-12T12:00:00Z");

    private final SettledFiles settled = new SettledFiles(Duration.ofSeconds(3));

    @Test
    void shouldWaitWhileAFileGrows() {
        assertThat(settled.among(List.of(file("a", 10, NOON)), NOON)).isEmpty();
        assertThat(settled.among(List.of(file("a", 20, NOON)), NOON.plusSeconds(3)))
                .isEmpty();
        assertThat(settled.among(List.of(file("a", 20, NOON)), NOON.plusSeconds(5)))
                .isEmpty();
        assertThat(settled.among(List.of(file("a", 20, NOON)), NOON.plusSeconds(6)))
                .hasSize(1);
    }

    @Test
    void shouldTakeTheOldestFirst() {
        List<WatchedFile> files =
                List.of(file("a", 1, NOON.minusSeconds(1)), file("c", 1, NOON), file("b", 1, NOON.minusSeconds(9)));
        settled.among(files, NOON);

        assertThat(settled.among(files, NOON.plusSeconds(3)))
                .extracting(WatchedFile::name)
                .containsExactly("b", "a", "c");
    }

    @Test
    void shouldReadBackHowFarAFileIsPublished() {
        WatchedFile.Position position =
                new WatchedFile.Position(file("news of  today.jsonl", 100, NOON), 42, 7, 123456789L);

        assertThat(WatchedFile.Position.read(position.note())).contains(position);
        assertThat(WatchedFile.Position.read("")).isEmpty();
    }

    private static WatchedFile file(String name, long size, Instant modified) {
        return new WatchedFile("(dev=fe00,ino=" + name.length() + ")", size, modified, name);
    }
}
