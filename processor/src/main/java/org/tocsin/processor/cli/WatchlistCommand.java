package org.tocsin.processor.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.tocsin.processor.OperatorException;
import org.tocsin.processor.watchlist.Watchlist;
import org.tocsin.processor.watchlist.WatchlistChange;
import org.tocsin.processor.watchlist.WatchlistFile;
import org.tocsin.processor.watchlist.WatchlistTopics;
import org.tocsin.schemas.RecordJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The watchlist: what is watched, and when to alert. */
@Command(
        name = "watchlist",
        mixinStandardHelpOptions = true,
        description = "Checks, applies and shows the watchlist: targets, groups and rules in a YAML file.",
        footer = {"", "Example:", "  ./tocsin watchlist apply samples/watchlist.yaml"})
final class WatchlistCommand {
    private final Console console;
    private final Clock clock;

    WatchlistCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Names every mistake in a file with its line and column; exit code 1 when there is one.",
            footer = {"", "Example:", "  ./tocsin watchlist check samples/watchlist.yaml"})
    int check(@Parameters(paramLabel = "FILE") Path file) throws IOException {
        WatchlistFile.Read read = read(file);
        read.problems().forEach(problem -> console.say(file + ":" + problem));
        if (read.problems().isEmpty()) {
            console.print("%s: %d targets, %d rules, no mistake"
                    .formatted(
                            file,
                            read.watchlist().targets().size(),
                            read.watchlist().ownRules().size()));
        }
        return read.problems().isEmpty() ? 0 : 1;
    }

    @Command(
            name = "apply",
            mixinStandardHelpOptions = true,
            description =
                    "Shows what differs from the watchlist in force and puts the file's in force, all or nothing.",
            footer = {"", "Example:", "  ./tocsin watchlist apply samples/watchlist.yaml"})
    int apply(@Parameters(paramLabel = "FILE") Path file, @Mixin Connection connection) throws IOException {
        Watchlist wanted = faultless(file);
        try (WatchlistTopics topics = new WatchlistTopics(connection.settings())) {
            WatchlistChange change = WatchlistChange.between(topics.inForce(), wanted);
            show(change);
            if (!change.isEmpty()) {
                topics.write(change, clock.instant());
                console.print("version " + change.next().version() + " is in force");
            }
        }
        return 0;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Prints the watchlist in force, one JSON object a line, its version first.",
            footer = {"", "Example:", "  ./tocsin watchlist show"})
    int show(@Mixin Connection connection) {
        try (WatchlistTopics topics = new WatchlistTopics(connection.settings())) {
            Watchlist watchlist = topics.inForce();
            console.print("{\"version\":" + watchlist.version() + "}");
            watchlist.targets().forEach(target -> console.print(line("target", target)));
            watchlist.rules().forEach(rule -> console.print(line("rule", rule)));
        }
        return 0;
    }

    private void show(WatchlistChange change) {
        if (change.isEmpty()) {
            console.print("nothing differs from the watchlist in force");
        }
        change.targets().forEach(target -> console.print(sign(change.isNew(target)) + " target " + target.getId()));
        change.rules().forEach(rule -> console.print(sign(change.isNew(rule)) + " rule " + rule.getId()));
        change.removedTargets().forEach(id -> console.print("- target " + id));
        change.removedRules().forEach(id -> console.print("- rule " + id));
    }

    private static String sign(boolean isNew) {
        return isNew ? "+" : "~";
    }

    private static String line(String kind, SpecificRecord record) {
        return RecordJson.object(record)
                .objectNode()
                .setAll(Map.of(kind, RecordJson.object(record)))
                .toString();
    }

    /** What the file says, with its mistakes. */
    static WatchlistFile.Read read(Path file) throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new OperatorException(file + " is no file that can be read");
        }
        try {
            return WatchlistFile.read(Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new OperatorException(file + " is not text in UTF-8", e);
        }
    }

    /** The watchlist of a file in which there is no mistake. */
    static Watchlist faultless(Path file) throws IOException {
        WatchlistFile.Read read = read(file);
        if (!read.problems().isEmpty()) {
            throw new OperatorException(file + ":" + String.join("\n" + file + ":", read.problems()));
        }
        return read.watchlist();
    }
}
