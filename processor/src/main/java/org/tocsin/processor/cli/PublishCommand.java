package org.tocsin.processor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.Article;
import org.tocsin.coder.json.JsonLines;
import org.tocsin.coder.json.JsonLines.BadLine;
import org.tocsin.processor.Settings;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Article lines to the articles topic. */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        description = {
            "Publishes articles to the articles topic, one JSON object a line:",
            "  {\"id\",\"url\",\"source\",\"title\",\"body\",\"publishedAt\",\"language\"}",
            "A line that is no article is named, goes to the dead letters, and makes the exit code 1."
        },
        footer = {
            "",
            "Examples:",
            "  ./tocsin publish samples/articles.jsonl",
            "  ./tocsin publish --watch /var/spool/news"
        })
final class PublishCommand implements Callable<Integer> {
    /** A file that has not changed for so long is taken for whole: writers pause, but seldom as long. */
    private static final Duration SETTLE = Duration.ofSeconds(3);

    private final Console console;
    private final Clock clock;

    @Mixin
    private final Connection connection = new Connection();

    @Option(
            names = "--back-fill",
            description = "Old articles: publish them in order of publication, over all files, undated ones last.")
    private boolean backFill;

    @ArgGroup(multiplicity = "1")
    private Source source = new Source();

    PublishCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    /** Files now, or files as they come. */
    private static final class Source {
        @Parameters(arity = "1..*", paramLabel = "FILE", description = "JSON Lines; - for standard input.")
        private List<String> files = List.of();

        @Option(
                names = "--watch",
                paramLabel = "DIR",
                description = {
                    "Publish each *.jsonl file that is dropped into the folder, once and whole, and move it to"
                            + " DIR/done;",
                    "until Ctrl-C. Write a file under another name and rename it when it is whole."
                })
        private @Nullable Path folder;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (source.folder != null) {
            return watch(source.folder);
        }
        List<LineFile> inputs = inputs();
        long bytes = 0;
        for (LineFile input : inputs) {
            bytes += Files.size(input.path());
        }
        try (ArticlePublisher publisher = new ArticlePublisher(connection.settings(), console)) {
            try (Progress progress = Progress.ofBytes(console, "publish", bytes)) {
                if (backFill) {
                    publishSorted(inputs, publisher, progress);
                } else {
                    publishInOrder(inputs, publisher, progress);
                }
                publisher.flush();
            }
            console.say("%d articles published, %d lines refused".formatted(publisher.published(), publisher.bad()));
            return publisher.bad() == 0 ? 0 : 1;
        }
    }

    private int watch(Path path) throws IOException, InterruptedException {
        Settings settings = connection.settings();
        try (Running running = new Running()) {
            DropFolder folder = running.add(DropFolder.take(path));
            FolderWatch watch = running.add(new FolderWatch(folder, SETTLE, settings, console, clock));
            console.say("Watching " + path + " for *.jsonl; Ctrl-C stops.");
            watch.run();
            return 0;
        }
    }

    private List<LineFile> inputs() throws IOException {
        List<LineFile> inputs = new ArrayList<>();
        for (String file : source.files) {
            inputs.add(
                    file.equals(LineFile.STANDARD_INPUT) ? LineFile.spooled(console.in()) : LineFile.of(Path.of(file)));
        }
        return inputs;
    }

    private static void publishInOrder(List<LineFile> inputs, ArticlePublisher publisher, Progress progress)
            throws IOException {
        for (LineFile input : inputs) {
            input.forEachLine(line -> {
                publisher.publish(input.name(), line.number(), line.bytes());
                progress.stepBy(line.bytes().length + 1L);
            });
        }
    }

    /** Reads all once for the order, keeping places and not texts, then once more in that order. */
    private static void publishSorted(List<LineFile> inputs, ArticlePublisher publisher, Progress progress)
            throws IOException {
        List<Place> places = new ArrayList<>();
        for (LineFile input : inputs) {
            input.forEachLine(line -> places.add(
                    new Place(publishedAt(line.text()), input, line.number(), line.offset(), line.bytes().length)));
        }
        places.sort(Comparator.comparing(Place::publishedAt));
        for (Place place : places) {
            publisher.publish(place.file.name(), place.number, place.file.read(place.offset, place.length));
            progress.stepBy(place.length + 1L);
        }
    }

    /** A bad line sorts as an undated one: last, where it is refused. */
    private static Instant publishedAt(String line) {
        try {
            Article article = JsonLines.article(line);
            if (article.publishedAt() != null) {
                return article.publishedAt();
            }
            return article.publishedOn() == null
                    ? Instant.MAX
                    : article.publishedOn().atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        } catch (BadLine e) {
            return Instant.MAX;
        }
    }

    private record Place(Instant publishedAt, LineFile file, long number, long offset, int length) {}
}
