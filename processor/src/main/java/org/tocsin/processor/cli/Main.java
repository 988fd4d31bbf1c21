package org.tocsin.processor.cli;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.tocsin.processor.OperatorException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Entry point. Exit codes: 0 done, 1 failed, 2 wrong usage. */
@Command(
        name = "tocsin",
        mixinStandardHelpOptions = true,
        version = "Tocsin 0.1.0",
        description =
                "News articles in; an alert out when a target is attacked more often in a day than its threshold.",
        subcommands = HelpCommand.class,
        footer = {"", "Example: see it work on the sample articles", "  ./tocsin demo"})
public final class Main implements Callable<Integer> {
    private static final int FAILED = 1;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private Main() {}

    public static void main(String[] arguments) {
        Console console = Console.ofProcess();
        Optional<String> problem = LogFormat.problem();
        problem.ifPresent(console::say);
        int code = problem.isPresent() ? CommandLine.ExitCode.USAGE : run(console, arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** Runs one command and returns the exit code. */
    static int run(Console console, String... arguments) {
        CommandLine tocsin = new CommandLine(new Main())
                .addSubcommand(new DemoCommand(console))
                .addSubcommand(new UpCommand(console))
                .addSubcommand(new RunCommand(console))
                .addSubcommand(new PublishCommand(console, Clock.systemUTC()))
                .addSubcommand(new CodeCommand(console))
                .addSubcommand(new ReplayCommand(console))
                .addSubcommand(new IncidentsCommand(console))
                .addSubcommand(new AlertsCommand(console))
                .addSubcommand(new WatchlistCommand(console, Clock.systemUTC()))
                .addSubcommand(new VerifyCommand(console))
                .addSubcommand(new DeadLettersCommand(console))
                .addSubcommand(new PurgeCommand(console))
                .addSubcommand(new ResetCommand(console))
                .addSubcommand(new LagCommand(console, Clock.systemUTC()));
        tocsin.setErr(console.err());
        tocsin.setOut(console.out());
        tocsin.setExecutionExceptionHandler((e, command, parsed) -> {
            console.say("tocsin " + command.getCommandName() + ": " + line(e));
            return e instanceof OperatorException said && said.isUsage() ? CommandLine.ExitCode.USAGE : FAILED;
        });
        int code = tocsin.execute(arguments);
        console.out().flush();
        return code;
    }

    /** What a person needs to know of a failure. */
    private static String line(Exception e) {
        if (e instanceof OperatorException) {
            return String.valueOf(e.getMessage());
        }
        String what = e instanceof KafkaException ? "Kafka: " : e.getClass().getSimpleName() + ": ";
        Throwable root = OperatorException.rootOf(e);
        String cause = root == e ? "" : " (" + root.getMessage() + ")";
        return what + e.getMessage() + cause;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "which command?");
    }
}
