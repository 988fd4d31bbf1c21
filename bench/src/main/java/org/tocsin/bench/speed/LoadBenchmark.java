package org.tocsin.bench.speed;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.tocsin.coder.EventCoder;

/** Time to load the coder in a process that has loaded nothing yet: to be run once a fork, without warm-up. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class LoadBenchmark {
    /** Loads models, gazetteer and word lists. */
    @Benchmark
    public EventCoder load() {
        return EventCoder.load();
    }
}
