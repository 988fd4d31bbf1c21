package org.tocsin.processor.cli;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.processor.metrics.LagLook;
import org.tocsin.processor.metrics.LagReader;
import org.tocsin.processor.metrics.PartitionLag;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How far the pipeline is behind. */
@Command(
        name = "lag",
        mixinStandardHelpOptions = true,
        description = {
            "Shows how far the pipeline is behind, per topic and partition: records that wait, and for how many",
            "seconds the article behind the oldest of them has been on the articles topic. On a terminal the table",
            "stays up to date until Ctrl-C; in a pipe, with --json or with --max-seconds it is one look. Records of a",
            "transaction that is still open have no age yet: ? or null."
        },
        footer = {
            "",
            "Example: a check that fails when an article waits for more than a minute",
            "  ./tocsin lag --max-seconds 60"
        })
final class LagCommand implements Callable<Integer> {
    private static final Duration EVERY = Duration.ofSeconds(2);
    /** To the screen's upper left corner, and clear from there on. */
    private static final String HOME = "\u001b[H\u001b[J";

    private static final int TOO_FAR_BEHIND = 1;

    private final Console console;
    private final Clock clock;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private final Connection connection = new Connection();

    @Option(names = "--json", description = "JSON Lines, one object a partition; also on a terminal.")
    private boolean json;

    @Option(
            names = "--max-seconds",
            paramLabel = "N",
            description = "One look; exit code 1 when any partition is further behind.")
    private @Nullable Long maxSeconds;

    LagCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (maxSeconds != null && maxSeconds < 0) {
            throw new ParameterException(spec.commandLine(), "--max-seconds must be 0 or more, is " + maxSeconds);
        }
        boolean live = console.outIsTerminal() && !json && maxSeconds == null;
        try (LagReader reader = new LagReader(connection.settings(), clock)) {
            LagLook look = reader.look();
            while (live) {
                console.print(HOME + String.join("\n", LagTable.lines(look)));
                Thread.sleep(EVERY.toMillis());
                look = reader.look();
            }
            print(look);
            return maxSeconds == null ? 0 : judge(look, Duration.ofSeconds(maxSeconds));
        }
    }

    private void print(LagLook look) {
        boolean table = console.outIsTerminal() && !json;
        (table ? LagTable.lines(look) : LagTable.json(look)).forEach(console::print);
    }

    /** Records of open transactions have no age yet; what keeps one open is behind itself, and seen there. */
    private int judge(LagLook look, Duration most) {
        int code = 0;
        for (PartitionLag partition : look.partitions()) {
            Duration behind = partition.behind(look.at()).orElse(Duration.ZERO);
            if (behind.compareTo(most) > 0) {
                console.say("%s partition %d is %d seconds behind, more than %d"
                        .formatted(partition.topic(), partition.partition(), behind.toSeconds(), most.toSeconds()));
                code = TOO_FAR_BEHIND;
            }
        }
        return code;
    }
}
