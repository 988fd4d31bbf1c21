package org.tocsin.processor.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tocsin.processor.Settings;
import org.tocsin.processor.merge.MergeStage;
import org.tocsin.processor.verify.Verification;
import org.tocsin.processor.watchlist.WatchlistTopics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Proves that the public topics agree with each other. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Computes all daily counts and alerts again from the incidents topic and prints every disagreement.",
            "The pipeline may run meanwhile: verify waits until what it read of the incidents has been counted, and",
            "leaves out days that change while it reads. Exit code 1 when anything disagrees."
        },
        footer = {"", "Example:", "  ./tocsin verify"})
final class VerifyCommand implements Callable<Integer> {
    /** So long may the pipeline take to judge all days by a new version of the watchlist. */
    private static final Duration WATCHLIST_WITHIN = Duration.ofSeconds(30);

    private final Console console;

    @Mixin
    private final Connection connection = new Connection();

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long to wait for the pipeline to count what is on its way (default: ${DEFAULT-VALUE}).")
    private int seconds;

    private final Clock clock = Clock.systemUTC();

    VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = connection.settings();
        WatchlistTopics.InForce watchlist = settled(settings);
        var contributions = MergeStage.contributions(settings);
        try (PublishedState state = new PublishedState(settings, console, contributions);
                ContributionsRead tally = new ContributionsRead(settings)) {
            state.readIncidents();
            long uncounted = tally.awaitAllSentByNow(Duration.ofSeconds(seconds));
            state.readCountsAndAlerts();
            state.readAgain();
            Verification verification = new Verification(
                    watchlist.watchlist(),
                    new Verification.Terms(settings.keepDays(), settings.grace(), watchlist.since()));
            state.incidents()
                    .values()
                    .forEach(incident -> verification.incident(incident, contributions.apply(incident)));
            return report(verification.against(state.counts(), state.alerts(), state.inMotion()), state, uncounted);
        }
    }

    /** The watchlist in force, once the pipeline has had the time to apply it. */
    private WatchlistTopics.InForce settled(Settings settings) throws InterruptedException {
        WatchlistTopics.InForce read = WatchlistTopics.read(settings);
        Optional<Duration> left = read.since()
                .map(since -> Duration.between(clock.instant(), since.plus(WATCHLIST_WITHIN)))
                .filter(rest -> !rest.isNegative());
        if (left.isEmpty()) {
            return read;
        }
        console.say("The watchlist is new; waiting %d s for open days to be judged by it"
                .formatted(left.get().toSeconds()));
        Thread.sleep(left.get().toMillis());
        return WatchlistTopics.read(settings);
    }

    private int report(Verification.Result result, PublishedState state, long uncounted) {
        result.disagreements().forEach(console::print);
        if (uncounted > 0) {
            console.print(
                    ("%d records of merge were not counted within %d s, so what disagrees may be theirs; does the "
                                    + "pipeline run?")
                            .formatted(uncounted, seconds));
        }
        int found = result.disagreements().size();
        console.print(
                "%d incidents, %d daily counts, %d alerts, read up to %s; %d days judged, %d left out as changing: %s"
                        .formatted(
                                state.incidents().size(),
                                state.counts().size(),
                                state.alerts().size(),
                                Instant.ofEpochSecond(clock.instant().getEpochSecond()),
                                result.days(),
                                result.inMotion(),
                                found == 0 ? "no disagreement" : found + " disagreements"));
        return found == 0 && uncounted == 0 ? 0 : 1;
    }
}
