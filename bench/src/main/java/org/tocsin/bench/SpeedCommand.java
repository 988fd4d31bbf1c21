package org.tocsin.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.tocsin.bench.speed.CoderBenchmark;
import org.tocsin.bench.speed.LengthBenchmark;
import org.tocsin.bench.speed.LoadBenchmark;
import org.tocsin.bench.speed.SpeedTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the JMH benchmarks of the coder, on one thread and in a heap of the size that is promised. */
@Command(
        name = "speed",
        description = "Articles per second, time by length of text, loading (JMH, one thread); goals beside figures.")
final class SpeedCommand implements Callable<Integer> {
    /** Heap of every measured process: who needs more fails. */
    private static final int HEAP_MEGABYTES = 150;

    @Option(names = "--data", required = true, description = "Folder with one folder per annotated set.")
    private Path data = Path.of(".");

    @Option(names = "--seconds", description = "Per warm-up and per measurement; ${DEFAULT-VALUE} by default.")
    private int seconds = 5;

    @Option(names = "--loads", description = "Processes that load the coder; ${DEFAULT-VALUE} by default.")
    private int loads = 5;

    @Override
    public Integer call() throws RunnerException {
        TimeValue time = TimeValue.seconds(seconds);
        List<RunResult> results = new ArrayList<>(new Runner(options()
                        .include(CoderBenchmark.class.getSimpleName())
                        .include(LengthBenchmark.class.getSimpleName())
                        .param("data", data.toAbsolutePath().toString())
                        .forks(1)
                        .warmupIterations(3)
                        .warmupTime(time)
                        .measurementIterations(3)
                        .measurementTime(time)
                        .build())
                .run());
        results.addAll(new Runner(options()
                        .include(LoadBenchmark.class.getSimpleName())
                        .forks(loads)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .build())
                .run());
        System.out.println(SpeedTable.of(results, HEAP_MEGABYTES));
        return 0;
    }

    private static ChainedOptionsBuilder options() {
        return new OptionsBuilder()
                .jvmArgs("-Xmx" + HEAP_MEGABYTES + "m", "-XX:+UseSerialGC")
                .threads(1)
                .shouldFailOnError(true);
    }
}
