package org.tocsin.processor.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.EventCoder;
import org.tocsin.coder.json.JsonLines;
import org.tocsin.coder.json.JsonLines.BadLine;
import org.tocsin.processor.Settings;
import org.tocsin.processor.replay.FinalState;
import org.tocsin.processor.replay.Replay;
import org.tocsin.processor.watchlist.Watchlist;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.Article;
import org.tocsin.schemas.AvroSerdes;
import org.tocsin.schemas.RecordJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Articles in, the state after the whole pipeline out; no broker. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the whole pipeline over articles from standard input, in order of publication and without a broker,",
            "and prints what stands at the end: one JSON object a line."
        },
        footer = {
            "",
            "Example: which alerts would another watchlist have raised?",
            "  ./tocsin replay --emit alerts --watchlist mine.yaml --compare other.yaml < articles.jsonl"
        })
final class ReplayCommand implements Callable<Integer> {
    /** The last day still has to end, at the latest in the last zone on earth; the rest is reserve. */
    private static final Duration BEYOND_GRACE = Duration.ofDays(27);

    private final Console console;

    @Option(names = "--emit", required = true, description = "What to print: ${COMPLETION-CANDIDATES}.")
    private Emit emit = Emit.incidents;

    @Option(names = "--watchlist", paramLabel = "FILE", description = "Targets and rules; the shipped rule without it.")
    private @Nullable Path watchlist;

    @Option(
            names = "--compare",
            paramLabel = "OTHER",
            description = "Another watchlist: prints the alerts that it would have ADDED and LOST instead.")
    private @Nullable Path other;

    @Option(names = "--close", description = "Let time pass at the end until all days have closed.")
    private boolean close;

    @Option(names = "--config", paramLabel = "FILE", description = "tocsin.* settings.")
    private @Nullable Path config;

    ReplayCommand(Console console) {
        this.console = console;
    }

    /** What can be printed. */
    @SuppressWarnings("MemberName") // written on the command line as they are
    enum Emit {
        incidents,
        counts,
        alerts
    }

    private record Dated(Article article, Instant eventTime) {}

    @Override
    public Integer call() throws IOException {
        List<String> mistakes = new ArrayList<>();
        List<Dated> articles = read(mistakes);
        mistakes.forEach(console::say);
        EventCoder coder = EventCoder.load();
        FinalState state = run(coder, articles, watchlist(watchlist));
        if (other == null) {
            lines(state).forEach(console.out()::println);
        } else {
            compare(state, run(coder, articles, watchlist(other)));
        }
        state.deadLetters()
                .forEach(letter -> console.say("dead letter, " + letter.getReason() + ": article "
                        + letter.getArticleId().orElse("?") + ", " + letter.getMessage()));
        console.out().flush();
        return mistakes.isEmpty() ? 0 : 1;
    }

    private List<String> lines(FinalState state) {
        return switch (emit) {
            case incidents -> state.incidents();
            case counts -> state.counts();
            case alerts -> state.alerts();
        };
    }

    private void compare(FinalState one, FinalState another) {
        another.raised().forEach((id, alert) -> tell(one.raised(), id, alert, "ADDED"));
        one.raised().forEach((id, alert) -> tell(another.raised(), id, alert, "LOST"));
    }

    private void tell(Map<String, Alert> others, String id, Alert alert, String change) {
        if (!others.containsKey(id)) {
            console.out().println("{\"change\":\"" + change + "\",\"alert\":" + RecordJson.line(alert) + "}");
        }
    }

    private FinalState run(EventCoder coder, List<Dated> articles, Watchlist watchlist) {
        FinalState state = new FinalState();
        Instant start = articles.isEmpty() ? Instant.EPOCH : articles.get(0).eventTime();
        try (Replay replay = new Replay(settings(), coder, watchlist, start);
                Progress progress = Progress.ofUnknownLength(console, "replay")) {
            state.follow(replay);
            for (Dated dated : articles) {
                replay.publish(dated.article(), dated.eventTime());
                progress.stepBy(1);
            }
            replay.settle();
            if (close) {
                replay.pass(settings().grace().plus(BEYOND_GRACE));
                replay.settle();
            }
        }
        return state;
    }

    private Settings settings() {
        Settings given = config == null ? Settings.of(Map.of()) : Connection.read(config);
        return given.withKafka(Map.of(AvroSerdes.REGISTRY_URL, "mock://replay"));
    }

    /** In order of publication; articles of the same instant as they came. */
    private List<Dated> read(List<String> mistakes) throws IOException {
        List<Dated> articles = new ArrayList<>();
        LineFile.forEachLine(console.in(), line -> {
            try {
                org.tocsin.coder.Article article = JsonLines.article(line.text());
                articles.add(new Dated(ArticleRecord.of(article), eventTime(article)));
            } catch (BadLine e) {
                mistakes.add("standard input, line " + line.number() + ": " + e.getMessage());
            }
        });
        Instant earliest = articles.stream()
                .map(Dated::eventTime)
                .filter(time -> time.isAfter(Instant.EPOCH))
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        articles.replaceAll(
                dated -> dated.eventTime().isAfter(Instant.EPOCH) ? dated : new Dated(dated.article(), earliest));
        articles.sort(Comparator.comparing(Dated::eventTime));
        return articles;
    }

    /** An article without any date cannot be put in order; it comes first and its relative dates stay open. */
    private static Instant eventTime(org.tocsin.coder.Article article) {
        return Optional.ofNullable(article.publishedAt())
                .or(() -> Optional.ofNullable(article.publishedOn())
                        .map(day -> day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC)))
                .orElse(Instant.EPOCH);
    }

    private static Watchlist watchlist(@Nullable Path file) throws IOException {
        return file == null ? Watchlist.none() : WatchlistCommand.faultless(file);
    }
}
