package org.tocsin.bench;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.tocsin.bench.speed.CoderBenchmark;
import org.tocsin.bench.speed.LengthBenchmark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the JMH benchmarks of the coder, on one thread. */
@Command(name = "speed", description = "Articles per second, and time by length of text (JMH, one thread).")
final class SpeedCommand implements Callable<Integer> {
    @Option(names = "--data", required = true, description = "Folder with one folder per annotated set.")
    private Path data = Path.of(".");

    @Option(names = "--seconds", description = "Per warm-up and per measurement; ${DEFAULT-VALUE} by default.")
    private int seconds = 5;

    @Override
    public Integer call() throws RunnerException {
        TimeValue time = TimeValue.seconds(seconds);
        new Runner(new OptionsBuilder()
                        .include(CoderBenchmark.class.getSimpleName())
                        .include(LengthBenchmark.class.getSimpleName())
                        .param("data", data.toAbsolutePath().toString())
                        .jvmArgs("-Xmx512m", "-XX:+UseSerialGC")
                        .threads(1)
                        .forks(1)
                        .warmupIterations(2)
                        .warmupTime(time)
                        .measurementIterations(3)
                        .measurementTime(time)
                        .build())
                .run();
        return 0;
    }
}
