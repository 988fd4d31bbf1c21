package org.tocsin.processor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.processor.OperatorException;
import org.tocsin.processor.Settings;
import org.tocsin.processor.stack.TestStack;
import org.tocsin.processor.stack.TopicSetup;
import org.tocsin.schemas.Article;
import org.tocsin.schemas.DeadLetterReason;
import org.tocsin.schemas.Topic;
import org.tocsin.schemas.Topics;

/** {@code publish --watch} on a real broker. */
class PublishWatchTest {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(4);

    @TempDir
    Path directory;

    private final Settings settings = TestStack.installation(Map.of());
    private Path folder;

    @BeforeEach
    void setUp() throws IOException {
        new TopicSetup(settings).run();
        folder = Files.createDirectory(directory.resolve("in"));
    }

    @Test
    void shouldPublishEachFileOnceMoveItAndKeepItsBadLines() throws Exception {
        Path feed = drop("feed.jsonl", "{\"id\":\"one\",\"body\":\"b\"}\nno article\n{\"id\":\"two\",\"body\":\"b\"}");
        drop("half.jsonl.part", "{\"id\":\"hidden\",");
        try (FolderWatch watch = watch()) {
            watch.look();
            watch.look();
            drop("feed.jsonl", "{\"id\":\"three\",\"body\":\"b\"}\n");
            watch.look();
        }

        assertThat(articles()).containsExactlyInAnyOrder("one", "two", "three");
        assertThat(read(Topics.DEAD_LETTERS)).singleElement().satisfies(letter -> {
            assertThat(letter.getReason()).isEqualTo(DeadLetterReason.BAD_LINE);
            assertThat(letter.getFile()).contains(feed.toString());
            assertThat(letter.getLine()).contains(2L);
        });
        assertThat(feed).doesNotExist();
        assertThat(folder.resolve("done/feed.jsonl")).exists();
        assertThat(folder.resolve("done/feed-2.jsonl")).exists();
        assertThat(folder.resolve("half.jsonl.part")).exists();
    }

    @Test
    void shouldOnlyMoveAFileThatWasPublishedBeforeAKill() throws Exception {
        Path feed = drop("feed.jsonl", "{\"id\":\"one\",\"body\":\"b\"}\n");
        try (FolderWatch watch = watch()) {
            watch.look();
        }
        Files.move(folder.resolve("done/feed.jsonl"), feed); // As a kill before the move would have left it.
        try (FolderWatch watch = watch()) {
            watch.look();
        }

        assertThat(articles()).containsExactly("one");
        assertThat(folder.resolve("done/feed.jsonl")).exists();
    }

    @Test
    void shouldPublishAFileThatTookThePlaceOfAPublishedOne() throws Exception {
        Path feed = drop("feed.jsonl", "{\"id\":\"one\",\"body\":\"b\"}\n");
        try (FolderWatch watch = watch()) {
            watch.look();
        }
        Files.move(folder.resolve("done/feed.jsonl"), feed);
        Files.writeString(feed, "{\"id\":\"new\",\"body\":\"b\"}\n{\"id\":\"more\",\"body\":\"b\"}\n");
        try (FolderWatch watch = watch()) {
            watch.look();
        }

        assertThat(articles()).containsExactlyInAnyOrder("one", "new", "more");
    }

    @Test
    void shouldGoOnWithWhatWasWrittenWhileItRead() throws Exception {
        Path feed = drop("feed.jsonl", "{\"id\":\"one\",\"body\":\"b\"}\n");
        try (FolderWatch watch = watch()) {
            // Seen by the watch as it was, and longer by the time that it is read.
            WatchedFile before = WatchedFile.at(feed);
            Files.writeString(feed, "{\"id\":\"two\",\"body\":\"b\"}\n", StandardOpenOption.APPEND);
            watch.publish(before);
            assertThat(feed).exists();
            watch.look();
        }

        assertThat(articles()).containsExactlyInAnyOrder("one", "two");
        assertThat(feed).doesNotExist();
    }

    @Test
    void shouldLetOneWatchAFolder() throws Exception {
        try (FolderWatch first = watch()) {
            first.look();
            assertThatThrownBy(() -> DropFolder.take(folder))
                    .isInstanceOf(OperatorException.class)
                    .hasMessageContaining("is watched by another");
        }
        assertThatThrownBy(() -> DropFolder.take(folder.resolve("nowhere"))).hasMessageContaining("is no folder");
    }

    @Test
    void shouldNeitherLoseNorRepeatAnArticleOverAKillInMidFile() throws Exception {
        List<String> ids = IntStream.range(0, 20_000).mapToObj(i -> "a" + i).toList();
        StringBuilder lines = new StringBuilder();
        ids.forEach(id -> lines.append("{\"id\":\"").append(id).append("\",\"body\":\"b\"}\n"));
        drop("large.jsonl", lines.toString());

        Process killed = process("killed");
        await().atMost(LONGEST_WAIT).until(() -> !articles().isEmpty());
        killed.destroyForcibly().waitFor();
        assertThat(folder.resolve("large.jsonl")).as("killed in the middle").exists();
        Process second = process("second");
        await().atMost(LONGEST_WAIT).until(() -> Files.exists(folder.resolve("done/large.jsonl")));
        second.destroy();
        assertThat(second.waitFor()).as("ended by a signal").isNotZero();

        assertThat(articles().stream().sorted().toList())
                .isEqualTo(ids.stream().sorted().toList());
        assertThat(Files.readString(directory.resolve("second.log"))).doesNotContain("Exception");
    }

    private FolderWatch watch() {
        return watch(Call.console());
    }

    /** Files count as settled at once. */
    private FolderWatch watch(Console console) {
        return new FolderWatch(DropFolder.take(folder), Duration.ZERO, settings, console, Clock.systemUTC());
    }

    private Process process(String name) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "publish",
                        "--config",
                        Call.configFile(directory, settings),
                        "--watch",
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve(name + ".log").toFile())
                .start();
    }

    private Path drop(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private List<String> articles() {
        return read(Topics.ARTICLES).stream().map(Article::getId).toList();
    }

    private <T extends SpecificRecord> List<T> read(Topic<T> topic) {
        List<T> records = new ArrayList<>();
        try (TopicReader<T> reader = new TopicReader<>(settings, topic, Call.console())) {
            reader.readToEnd(records::add);
        }
        return records;
    }
}
