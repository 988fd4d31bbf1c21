package org.tocsin.bench.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.tocsin.processor.merge.MergeInMemory;
import org.tocsin.processor.merge.MergeModel;
import org.tocsin.processor.merge.MergeSettings;
import org.tocsin.schemas.AvroSerdes;
import org.tocsin.schemas.IncidentReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What merging a report costs on one thread by the number of open incidents in one area, and what an open incident
 * and its reports take of memory. Stores are maps; {@link MergeRestoreCommand} runs on the real ones. Half of the measured reports are of new incidents, half follow-ups.
 */
@Command(name = "merge-speed", description = "Reports per second and cost per report by the number of open incidents.")
public final class MergeSpeedCommand implements Callable<Integer> {
    private static final int WARM_UP = 5_000;

    @Option(names = "--open", split = ",", description = "Open incidents; ${DEFAULT-VALUE} by default.")
    private List<Integer> open = List.of(5_000, 20_000, 50_000, 200_000);

    @Option(names = "--measured", description = "Reports that are timed; ${DEFAULT-VALUE} by default.")
    private int measured = 10_000;

    @Override
    public Integer call() {
        // Makes Avro trust the records built here; no registry is asked.
        AvroSerdes.of(Map.of(AvroSerdes.REGISTRY_URL, "mock://bench"));
        run(WARM_UP);
        double first = 0;
        for (int incidents : open) {
            Measured run = run(incidents);
            first = first == 0 ? run.microseconds : first;
            show(incidents, run, first);
        }
        return 0;
    }

    private record Measured(double microseconds, double wallMicroseconds, int joined, long heap) {}

    private Measured run(int incidents) {
        SyntheticReports reports = new SyntheticReports(incidents);
        long heapBefore = usedHeap();
        MergeInMemory merging = new MergeInMemory(MergeModel.load(MergeSettings.DEFAULT));
        for (int i = 0; i < incidents; i++) {
            merging.accept(reports.first(i));
        }
        long heap = usedHeap() - heapBefore;
        List<IncidentReport> timed = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < measured; i++) {
            timed.add(
                    i % 2 == 0 ? reports.followUp(reports.reportedAgain(random), 1 + i) : reports.first(incidents + i));
        }
        int before = merging.living().size();
        CpuTime time = CpuTime.start();
        timed.forEach(merging::accept);
        double microseconds = time.microseconds() / measured;
        double wall = time.wallMicroseconds() / measured;
        int joined = before + measured - merging.living().size();
        return new Measured(microseconds, wall, joined, heap);
    }

    private void show(int incidents, Measured run, double first) {
        System.out.printf(
                Locale.ROOT,
                "%7d open: %6.0f reports/s of this thread's processor time, %6.0f/s by the clock; %4.0f microseconds a"
                        + " report, %+4.0f %%; %.1f %% of the follow-ups joined; %.1f kB heap an incident with its reports%n",
                incidents,
                1e6 / run.microseconds,
                1e6 / run.wallMicroseconds,
                run.microseconds,
                100 * (run.microseconds / first - 1),
                200.0 * run.joined / measured,
                run.heap / 1024.0 / incidents);
    }

    /** Bytes that are in use after a collection. */
    static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
