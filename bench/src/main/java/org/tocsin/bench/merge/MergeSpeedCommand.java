package org.tocsin.bench.merge;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.tocsin.processor.merge.MergeInMemory;
import org.tocsin.processor.merge.MergeModel;
import org.tocsin.processor.merge.MergeSettings;
import org.tocsin.schemas.AttackType;
import org.tocsin.schemas.AvroSerdes;
import org.tocsin.schemas.CountRange;
import org.tocsin.schemas.DateRange;
import org.tocsin.schemas.IncidentReport;
import org.tocsin.schemas.Origin;
import org.tocsin.schemas.Place;
import org.tocsin.schemas.PlacePrecision;
import org.tocsin.schemas.Term;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Reports a second of processor time through merging on one thread, by the number of open incidents in one area; stores are maps. */
@Command(name = "merge-speed", description = "Reports per second and cost per report by the number of open incidents.")
public final class MergeSpeedCommand implements Callable<Integer> {
    private static final int MEASURED = 5_000;
    private static final int TERMS = 48;
    private static final int VOCABULARY = 60_000;

    @Option(names = "--open", split = ",", description = "Open incidents; ${DEFAULT-VALUE} by default.")
    private List<Integer> open = List.of(5_000, 50_000, 200_000);

    @Override
    public Integer call() {
        // Makes Avro trust the records built here; no registry is asked.
        AvroSerdes.of(Map.of(AvroSerdes.REGISTRY_URL, "mock://bench"));
        MergeModel model = MergeModel.load(MergeSettings.DEFAULT);
        run(model, 2_000, false);
        for (int incidents : open) {
            run(model, incidents, true);
        }
        return 0;
    }

    private static void run(MergeModel model, int incidents, boolean shown) {
        MergeInMemory merging = new MergeInMemory(model);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < incidents; i++) {
            merging.accept(report(i, 0));
        }
        List<IncidentReport> measured = new ArrayList<>();
        for (int i = 0; i < MEASURED; i++) {
            // Half follow-ups of known incidents, half new ones.
            measured.add(i % 2 == 0 ? report(random.nextInt(incidents), 1 + i) : report(incidents + i, 0));
        }
        // Time of this thread: other work on the machine does not count.
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        measured.forEach(merging::accept);
        double seconds = (threads.getCurrentThreadCpuTime() - before) / 1e9;
        if (shown) {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            System.out.printf(
                    Locale.ROOT,
                    "%7d open: %6.0f reports/s, %5.0f microseconds each; %d incidents after; heap %d MB%n",
                    incidents,
                    MEASURED / seconds,
                    1e6 * seconds / MEASURED,
                    merging.living().size(),
                    (runtime.totalMemory() - runtime.freeMemory()) >> 20);
        }
    }

    /** A report of that incident: 40 words of its own out of a common vocabulary, eight others, a town and a day. */
    private static IncidentReport report(int incident, int number) {
        SplittableRandom own = new SplittableRandom(incident);
        SplittableRandom other = new SplittableRandom(31L * incident + number);
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < TERMS; i++) {
            int word = (i < TERMS - 8 ? own : other).nextInt(VOCABULARY);
            terms.add(new Term(word * 0x9E3779B1, 3f + word % 5));
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            names.add("n" + own.nextInt(20_000) + " m" + own.nextInt(20_000));
        }
        int town = own.nextInt(500);
        LocalDate day = LocalDate.of(2020, 9, 1).plusDays(own.nextInt(28));
        Instant at = Instant.parse("2020-10-01T12:00:00Z").plusSeconds(number);
        return IncidentReport.newBuilder()
                .setReportId(incident + "#" + number)
                .setArticleId(incident + "/" + number)
                .setSource("publisher " + other.nextInt(300))
                .setOrigin(new Origin("articles", 0, (long) incident, at))
                .setEventTime(at)
                .setArea("IQ")
                .setAttackType(AttackType.BOMBING_EXPLOSION)
                .setAttackDate(new DateRange(day, day))
                .setPlace(Place.newBuilder()
                        .setName("town " + town)
                        .setAdmin1("region " + town % 18)
                        .setCountryCode("IQ")
                        .setLatitude(30.0 + town % 50 * 0.1)
                        .setLongitude(40.0 + town % 7 / 2.0)
                        .setPrecision(PlacePrecision.TOWN)
                        .build())
                .setKilled(new CountRange(own.nextInt(5), null))
                .setTerms(terms)
                .setNames(names)
                .setConfidence(0.8)
                .build();
    }
}
