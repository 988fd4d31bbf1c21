package org.tocsin.bench.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the pipeline on a real broker, with invented articles. */
@Command(
        name = "pipeline",
        mixinStandardHelpOptions = true,
        description = {
            "What the pipeline costs beside the bare coder, what counting costs beside passing through, and how long"
                    + " an",
            "alert takes. Articles are invented by a seeded generator. Run it on a machine that does nothing else."
        })
public final class PipelineCommand implements Callable<Integer> {
    /** What can be measured. */
    enum Measurement {
        CODER,
        COUNTING,
        LATENCY
    }

    @Option(names = "--only", split = ",", description = "Of ${COMPLETION-CANDIDATES}; all by default.")
    private List<Measurement> only = List.of(Measurement.values());

    @Option(names = "--pairs", description = "Runs of each of two programs in turn; ${DEFAULT-VALUE} by default.")
    private int pairs = 5;

    @Option(names = "--warm-up", description = "Articles or reports before measuring; ${DEFAULT-VALUE} by default.")
    private int warmUp = 30_000;

    @Option(names = "--measured", description = "Articles or reports that are measured; ${DEFAULT-VALUE} by default.")
    private int measured = 60_000;

    @Option(names = "--rate", description = "Articles a second for the latency; ${DEFAULT-VALUE} by default.")
    private int rate = 500;

    @Option(
            names = "--threads",
            description = "Stream threads and partitions for the latency; ${DEFAULT-VALUE} by default.")
    private int threads = 2;

    @Option(
            names = "--warm-up-seconds",
            description = "Of articles before the latency is measured: until what the start held up has been caught up"
                    + " with; ${DEFAULT-VALUE} by default.")
    private int warmUpSeconds = 180;

    @Option(names = "--seconds", description = "Of articles whose latency is measured; ${DEFAULT-VALUE} by default.")
    private int seconds = 240;

    @Override
    public Integer call() throws Exception {
        try (BenchCluster cluster = new BenchCluster()) {
            for (Measurement each : only) {
                System.out.println(each);
                switch (each) {
                    case CODER -> new CoderShare(cluster, warmUp, measured, pairs).run();
                    case COUNTING -> new CountingShare(cluster, warmUp, measured, pairs).run();
                    case LATENCY ->
                        new Latency(
                                        cluster,
                                        rate,
                                        threads,
                                        Duration.ofSeconds(warmUpSeconds),
                                        Duration.ofSeconds(seconds))
                                .run();
                }
            }
        }
        return 0;
    }
}
